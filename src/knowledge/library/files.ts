import type { Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isFeedStateFile } from '../feed-state.ts';
import { LibraryError } from './library-error.ts';

/** A file of the library as the folder shows it, unread. */
export interface Found {
  /** Story's slug. */
  readonly slug: string;
  /** The file's name in the story's folder. */
  readonly name: string;
  /** Size, time of change and inode: while these are the same, so is the content. {@link UNSEEN} where nobody knows. */
  readonly fingerprint: string;
  /** Time of its last change, in ms since the epoch. */
  readonly modified: number;
}

/**
 * The fingerprint of a file that the system lets nobody look at or read. That may pass without a change of the file, as
 * when a process has no open files left or a network drive is away: it is tried again at every look.
 */
export const UNSEEN = '';

/** Said of what is not there, or cannot be what is looked for: everything else may be there all the same. */
const ABSENT = /^(?:ENOENT|ENOTDIR|ELOOP)$/;

/** What a library's folder holds at a glance. */
export interface Listing {
  /** Folders that are stories, in order. */
  readonly slugs: readonly string[];
  /** Files of stories that the library reads, in order; of each story its `story.yaml` first. */
  readonly files: readonly Found[];
  /** Articles that lie beside the stories instead of in one. */
  readonly stray: readonly string[];
  /** Folders that cannot be looked into. */
  readonly closed: readonly string[];
  /** Folders and articles that are not read for their names, as paths that can be shown. */
  readonly unfit: readonly string[];
  /** Files that seem to be meant for a `story.yaml`, as paths. They may say who must not see the story. */
  readonly misnamed: readonly string[];
}

/** Looks into a folder take some 50 µs each; more at a time than the four threads of Node's pool only queue. */
const AT_A_TIME = 16;

/**
 * Lists a library's folder without reading its files: some 50 µs a file.
 *
 * @param folder the library's folder
 * @returns what is there
 * @throws {LibraryError} when the folder itself cannot be looked into
 */
export async function listLibrary(folder: string): Promise<Listing> {
  const names = await namesIn(folder);
  const found = await atATime(names.filter(isFit), async (name) => {
    const isFolder = await stat(join(folder, name)).then(
      (entry) => entry.isDirectory(),
      (error: NodeJS.ErrnoException) => !ABSENT.test(error.code ?? ''),
    );
    if (!isFolder) return { name, isFolder, files: [], misnamed: [], unfit: [] };
    const inside = await readdir(join(folder, name)).catch(() => null);
    const misnamed = inside?.filter(isMisnamed).map((file) => `${name}/${file}`) ?? [];
    const read = inside?.filter(isRead) ?? null;
    const unfit = read?.filter((file) => !isFit(file)).map((file) => `${name}/${file}`) ?? [];
    return { name, isFolder, files: read?.filter(isFit).sort(inOrder) ?? null, misnamed, unfit };
  });
  const stories = found.filter(({ isFolder }) => isFolder);
  const wanted = stories.flatMap(({ name: slug, files }) => (files ?? []).map((name) => ({ slug, name })));
  const files = await atATime(wanted, async ({ slug, name }): Promise<Found | null> => {
    const path = join(folder, slug, name);
    // A link that leads nowhere is there all the same; a file that has just gone is not.
    const entry = await stat(path)
      .catch(() => lstat(path))
      .catch((error: NodeJS.ErrnoException) => (ABSENT.test(error.code ?? '') ? null : UNSEEN));
    if (entry === UNSEEN) return { slug, name, fingerprint: UNSEEN, modified: 0 };
    return entry && { slug, name, fingerprint: fingerprintOf(entry), modified: entry.mtimeMs };
  });
  return {
    slugs: stories.filter((story) => story.files !== null).map(({ name }) => name),
    files: files.filter((file) => file !== null),
    stray: found.filter(({ isFolder, name }) => !isFolder && /\.md$/i.test(name)).map(({ name }) => name),
    closed: stories.filter((story) => story.files === null).map(({ name }) => name),
    misnamed: found.flatMap(({ misnamed }) => misnamed),
    unfit: [...names.filter((name) => !isFit(name)), ...found.flatMap(({ unfit }) => unfit)].map(shown),
  };
}

function inOrder(a: string, b: string): number {
  return Number(b === 'story.yaml') - Number(a === 'story.yaml') || (a < b ? -1 : 1);
}

/** What a library reads of a story's folder. Names that begin with a dot are editors' and our own. */
function isRead(name: string): boolean {
  return name === 'story.yaml' || isFeedStateFile(name) || /^[^.].*\.md$/i.test(name);
}

/** Commands to a terminal, line ends, and what turns the direction of text or was no text to begin with. */
const UNFIT = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufffd]/u;

/** Names are shown in lists and logs, and make addresses. */
function isFit(name: string): boolean {
  return !UNFIT.test(name);
}

const EACH_UNFIT = new RegExp(UNFIT, 'gu');

function shown(path: string): string {
  return path.replace(EACH_UNFIT, '\ufffd');
}

/** "story.yml", "Story.yaml", "story.yaml.txt". What editors keep beside a file, "story.yaml~", is none. */
function isMisnamed(name: string): boolean {
  return name !== 'story.yaml' && /^story\.ya?ml(?:\.txt)?$/i.test(name);
}

/** The time of the last change of name, owner or rights tells of a save that kept size and clock tick. */
export function fingerprintOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => !name.startsWith('.') && name !== 'node_modules').sort();
  } catch (error) {
    throw LibraryError.of(folder, error);
  }
}

/** Does a thing for each item, a few at a time, and keeps the order. */
async function atATime<T, R>(items: readonly T[], each: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += AT_A_TIME) {
    results.push(...(await Promise.all(items.slice(from, from + AT_A_TIME).map(each))));
  }
  return results;
}
