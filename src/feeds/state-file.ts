import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FEED_STATE_FILE, type FeedState, feedStatesText, readFeedStates } from '../knowledge/index.ts';
import { writeFileWhole } from '../knowledge/intake/index.ts';

/**
 * @param folder a story's folder
 * @returns what is remembered of its feeds, by their addresses; nothing where the file cannot be read
 */
export async function statesIn(folder: string): Promise<ReadonlyMap<string, FeedState>> {
  return readFeedStates(await readFile(join(folder, FEED_STATE_FILE), 'utf8').catch(() => null));
}

/**
 * Remembers a feed. What others have remembered of other feeds meanwhile stays. A story that is not there is
 * not made for it: then there is nothing to remember.
 *
 * @param folder the story's folder
 * @throws {WriteError}
 */
export async function remember(folder: string, url: string, state: FeedState): Promise<void> {
  const isThere = await stat(folder).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  if (!isThere) return;
  const states = new Map(await statesIn(folder)).set(url, state);
  await writeFileWhole(join(folder, FEED_STATE_FILE), feedStatesText(states), true);
}
