import type { Stats } from 'node:fs';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isFeedStateFile } from '../feed-state.ts';
import type { Read } from '../problem.ts';
import { LibraryError } from './library-error.ts';

/** A story's longest transcript has some 100 KB; beyond this it is no article but a mistake. */
const LARGEST_FILE = 5 * 1024 * 1024;

/** A file of the library as the folder shows it, unread. */
export interface Found {
  /** Story's slug. */
  readonly slug: string;
  /** The file's name in the story's folder. */
  readonly name: string;
  /** Size, time of change and inode: while these are the same, so is the content. */
  readonly fingerprint: string;
  /** Time of its last change, in ms since the epoch. */
  readonly modified: number;
}

/** What a library's folder holds at a glance. */
export interface Listing {
  /** Folders that are stories, in order. */
  readonly slugs: readonly string[];
  /** Files of stories that the library reads, in order. */
  readonly files: readonly Found[];
  /** Articles that lie beside the stories instead of in one. */
  readonly stray: readonly string[];
  /** Folders that cannot be looked into. */
  readonly closed: readonly string[];
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
  const found = await atATime(names, async (name) => {
    const isFolder = await stat(join(folder, name)).then(
      (entry) => entry.isDirectory(),
      () => false,
    );
    if (!isFolder) return { name, isFolder, files: [], misnamed: [] };
    const inside = await readdir(join(folder, name)).catch(() => null);
    const misnamed = inside?.filter(isMisnamed).map((file) => `${name}/${file}`) ?? [];
    return { name, isFolder, files: inside?.filter(isRead).sort() ?? null, misnamed };
  });
  const stories = found.filter(({ isFolder }) => isFolder);
  const wanted = stories.flatMap(({ name: slug, files }) => (files ?? []).map((name) => ({ slug, name })));
  const files = await atATime(wanted, async ({ slug, name }): Promise<Found | null> => {
    const path = join(folder, slug, name);
    const entry = await stat(path).catch(() => null);
    if (entry !== null) return { slug, name, fingerprint: fingerprintOf(entry), modified: entry.mtimeMs };
    // A link that leads nowhere is there all the same; a file that has just gone is not.
    const link = await lstat(path).catch(() => null);
    return link && { slug, name, fingerprint: fingerprintOf(link), modified: link.mtimeMs };
  });
  return {
    slugs: stories.filter((story) => story.files !== null).map(({ name }) => name),
    files: files.filter((file) => file !== null),
    stray: found.filter(({ isFolder, name }) => !isFolder && /\.md$/i.test(name)).map(({ name }) => name),
    closed: stories.filter((story) => story.files === null).map(({ name }) => name),
    misnamed: found.flatMap(({ misnamed }) => misnamed),
  };
}

/** What a library reads of a story's folder. Names that begin with a dot are editors' and our own. */
function isRead(name: string): boolean {
  return name === 'story.yaml' || isFeedStateFile(name) || /^[^.].*\.md$/i.test(name);
}

/** "story.yml", "Story.yaml", "story.yaml.txt". What editors keep beside a file, "story.yaml~", is none. */
function isMisnamed(name: string): boolean {
  return name !== 'story.yaml' && /^story\.ya?ml(?:\.txt)?$/i.test(name);
}

/** The time of the last change of name, owner or rights tells of a save that kept size and clock tick. */
function fingerprintOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/**
 * Reads a file as text.
 *
 * @param folder the library's folder
 * @param file the file, as it was found
 * @returns its text; `null` when it is none, with the reason; `'changing'` when it is no longer as it was
 *   found: somebody is writing it
 */
export async function readText(folder: string, file: Found): Promise<Read<string> | 'changing'> {
  const path = join(folder, file.slug, file.name);
  try {
    const before = await stat(path);
    // A pipe would keep whoever reads it waiting for ever.
    if (!before.isFile()) return failed('This is no file.');
    if (before.size > LARGEST_FILE) return failed('The file is larger than 5 MB, which no article is.');
    const bytes = await readFile(path);
    if (fingerprintOf(await stat(path)) !== file.fingerprint) return 'changing';
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? failed('The file is not text.') : { value: text, complaints: [] };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isLink = code === 'ENOENT' && (await lstat(path).catch(() => null))?.isSymbolicLink();
    if (isLink) return failed('The link leads nowhere.');
    if (code === 'ENOENT') return 'changing';
    return failed(
      code === undefined || code.startsWith('ERR_ENCODING')
        ? 'The file is not UTF-8 text: save it as UTF-8.'
        : `The file cannot be read (${code}).`,
    );
  }
}

/**
 * What can be made out of a file that is not text: enough to see whether it speaks of an audience.
 *
 * @param folder the library's folder
 * @param file the file
 * @returns its bytes as characters, without NULs; `null` when there is no reading it
 */
export async function readLeniently(folder: string, file: Found): Promise<string | null> {
  const path = join(folder, file.slug, file.name);
  try {
    const entry = await stat(path);
    if (!entry.isFile() || entry.size > LARGEST_FILE) return null;
    return (await readFile(path, 'latin1')).replaceAll('\0', '');
  } catch {
    return null;
  }
}

function failed(reason: string): Read<string> {
  return { value: null, complaints: [{ line: null, reason }] };
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
