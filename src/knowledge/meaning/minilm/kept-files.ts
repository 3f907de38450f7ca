import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of vectors. */
export interface KeptFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** When something was last written to it or used from it, in ms since the epoch. */
  readonly used: number;
}

/** Ends the name of such a file; another form of record would get another number. */
export const FILE_ENDING = '.vectors-1';

/** A file that has become so large, in bytes, is followed by another: some 10,000 sentences, 5 ms to read. */
export const LARGEST = 4 * 1024 * 1024;

/** What is so large is not a file of ours. */
export const MUCH_TOO_LARGE = 4 * LARGEST;

/** Of all files together, in bytes: some 600,000 sentences. What is beyond was used longest ago. */
const IN_ALL = 256 * 1024 * 1024;

/** Small files that are left alone. Each run that computes something leaves one. */
const SMALL_ONES = 16;

/** A file that was used within so many ms may be another process's, which still writes to it. */
const AT_REST = 60 * 60_000;

/**
 * @param folder where vectors are kept
 * @returns its files, the one used last first; none when the folder cannot be looked into
 */
export async function keptFilesIn(folder: string): Promise<readonly KeptFile[]> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names.filter((name) => name.endsWith(FILE_ENDING)).map((name) => keptFile(join(folder, name))),
  );
  return files.filter((file) => file !== null).sort((a, b) => b.used - a.used);
}

async function keptFile(path: string): Promise<KeptFile | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? { path, size: found.size, used: found.mtimeMs } : null;
}

/**
 * @param files the one used last first
 * @returns those that should become one: together they are no larger than a file may be
 */
export function tooMany(files: readonly KeptFile[]): readonly KeptFile[] {
  const atRest = files.filter(({ size, used }) => size < LARGEST / 2 && Date.now() - used > AT_REST);
  if (atRest.length <= SMALL_ONES) return [];
  let sum = 0;
  return atRest.filter(({ size }) => {
    sum += size;
    return sum <= LARGEST;
  });
}

/**
 * @param files the one used last first
 * @returns those that are more than may be kept
 */
export function tooOld(files: readonly KeptFile[]): readonly KeptFile[] {
  let sum = 0;
  return files.filter(({ size }) => {
    sum += size;
    return sum > IN_ALL;
  });
}
