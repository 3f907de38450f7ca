import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, readFile, rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeepMeaningNews } from '../deep.ts';
import {
  FILE_ENDING,
  type KeptFile,
  keptFilesIn,
  LARGEST,
  MUCH_TOO_LARGE,
  tooMany,
  tooOld,
} from './kept-files.ts';
import { type Entry, entriesIn, RECORD, recordsOf } from './records.ts';
import type { Bytes, Key } from './vector.ts';

/**
 * Vectors on disk, found by content. Each process only ever appends to files of its own and reads those of all,
 * so that several may use one folder without locks; at worst a vector is computed twice.
 */
export interface VectorFiles {
  /** The vectors that there are among those wanted. Never rejects: what cannot be read is not there. */
  read(wanted: ReadonlySet<Key>): Promise<ReadonlyMap<Key, Bytes>>;
  /** Keeps vectors. Never rejects: when it fails, that is told once, and no more are kept. */
  write(entries: readonly Entry[]): Promise<void>;
}

/** Where a file is moved that is not what its name says; the one before it goes. */
const SET_ASIDE = 'unreadable';

/** A file from which something was used is marked as used, at most once in so many ms. */
const MARK_EVERY = 24 * 60 * 60_000;

/**
 * @param folder made when there is something to keep
 * @param news told when nothing can be kept
 * @returns the vectors in it
 */
export function vectorFilesIn(folder: string, news: Pick<DeepMeaningNews, 'trouble'>): VectorFiles {
  let own = newFile(folder);
  let written = 0;
  let failed = false;
  let tidied = false;

  async function write(entries: readonly Entry[]): Promise<void> {
    if (failed || entries.length === 0) return;
    try {
      await mkdir(folder, { recursive: true });
      await appendFile(own, recordsOf(entries));
      written += entries.length * RECORD;
      if (written >= LARGEST) [own, written] = [newFile(folder), 0];
    } catch (error) {
      failed = true;
      news.trouble(
        `Vectors of sentences cannot be kept in ${folder}: they will be computed again, unless NUTGRAF_CACHE names a folder with room that can be written to.`,
        error,
      );
    }
  }

  /** What is good in a spoilt file is written anew; the file itself is left for a person to look at. */
  async function setAside({ path }: KeptFile, good: readonly Entry[]): Promise<void> {
    await write(good);
    await rename(path, join(folder, SET_ASIDE)).catch(() => {});
  }

  /** Reads a file, which may have gone meanwhile: another process tidies too. */
  async function entriesOf(file: KeptFile, isWanted: (key: Key) => boolean): Promise<readonly Entry[]> {
    if (file.size > MUCH_TOO_LARGE) {
      await setAside(file, []);
      return [];
    }
    const content = await readFile(file.path).catch(() => null);
    if (content === null) return [];
    const { entries, spoilt } = await entriesIn(content, isWanted);
    if (spoilt) await setAside(file, (await entriesIn(content, () => true)).entries);
    return entries;
  }

  /** Many small files become one, and what was used longest ago goes. */
  async function tidy(files: readonly KeptFile[]): Promise<void> {
    const many = tooMany(files);
    for (const file of many) await write(await entriesOf(file, () => true));
    const gone = failed ? [] : [...many, ...tooOld(files)];
    await Promise.all(gone.map(({ path }) => rm(path, { force: true }).catch(() => {})));
  }

  return {
    async read(wanted) {
      const found = new Map<Key, Bytes>();
      const files = await keptFilesIn(folder);
      for (const file of files) {
        const before = found.size;
        for (const [key, vector] of await entriesOf(file, (key) => wanted.has(key))) found.set(key, vector);
        const now = Date.now();
        if (found.size > before && now - file.used > MARK_EVERY) {
          await utimes(file.path, now / 1000, now / 1000).catch(() => {});
        }
        if (found.size === wanted.size) break;
      }
      if (!tidied) await tidy(files);
      tidied = true;
      return found;
    },
    write,
  };
}

function newFile(folder: string): string {
  return join(folder, `${randomUUID()}${FILE_ENDING}`);
}
