import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type FeedState,
  feedStateFile,
  feedStatesText,
  isFeedStateFile,
  readFeedStates,
} from '../knowledge/index.ts';
import { writeFileWhole } from '../knowledge/intake/index.ts';

/**
 * @param folder a story's folder
 * @returns what is remembered of its feeds, by their addresses; nothing of one whose file cannot be read
 */
export async function statesIn(folder: string): Promise<ReadonlyMap<string, FeedState>> {
  const names = (await readdir(folder).catch(() => [])).filter(isFeedStateFile);
  const states = await Promise.all(
    names.map(async (name) => readFeedStates(await readFile(join(folder, name), 'utf8').catch(() => null))),
  );
  return new Map(states.flatMap((some) => [...some]));
}

/**
 * Remembers a feed. A story that is not there is not made for it: then there is nothing to remember.
 *
 * @param folder the story's folder
 * @throws {WriteError}
 */
export async function remember(folder: string, url: string, state: FeedState): Promise<void> {
  if (!(await isFolder(folder))) return;
  await writeFileWhole(join(folder, feedStateFile(url)), feedStatesText(new Map([[url, state]])), true);
}

/** Whether something is a folder that is there. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}
