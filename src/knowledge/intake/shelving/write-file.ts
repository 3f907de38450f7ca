import { randomBytes } from 'node:crypto';
import { constants, copyFile, link, lstat, mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file that could not be written. Nothing of it is left, and what was there before still is. */
export class WriteError extends Error {
  override readonly name = 'WriteError';

  /**
   * @param code `disk-full`, `not-permitted` or `failed`
   * @param file the file that was to be written
   * @param cause what the file system said
   */
  constructor(
    readonly code: 'disk-full' | 'not-permitted' | 'failed',
    readonly file: string,
    cause: unknown,
  ) {
    super(`${file} could not be written: ${ADVICE[code]}.`, { cause });
  }
}

const ADVICE = {
  'disk-full': 'the disk is full, so make room and add it again',
  'not-permitted': 'you may not write there, so check the permissions of the folder',
  failed: 'check the folder and the disk, and add it again',
} as const;

/**
 * Writes a file aside, then moves it into place: whoever reads meanwhile sees the old file or the new one.
 *
 * @param path where it should stand; its folder is made where there is none
 * @param text what it should hold
 * @param mayReplace whether a file that stands there already gives way
 * @returns `false` when a file stands there already and may not be replaced
 * @throws {WriteError}
 */
export async function writeFileWhole(path: string, text: string, mayReplace: boolean): Promise<boolean> {
  const folder = dirname(path);
  const aside = join(folder, `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`);
  let made = false;
  try {
    made = await makeFolder(folder);
    if (!made) await removeAbandoned(folder);
    await writeThrough(aside, text);
    return await (mayReplace ? replaced(aside, path) : placed(aside, path));
  } catch (error) {
    await rm(aside, { force: true }).catch(() => {});
    if (made) await rmdir(folder).catch(() => {});
    throw new WriteError(codeOf(error), path, error);
  }
}

/**
 * As `mkdir` with `recursive`, which tries for ever where a folder cannot be made and the system says that its
 * parent is not there: below a folder that has been deleted, or in `/proc`.
 *
 * @returns whether it was made
 */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error;
  }
  await makeFolder(dirname(folder));
  return makeFolder(folder);
}

/** In ms: writing a file takes some 10. What has stood aside for so long is of a process that was killed meanwhile. */
const ABANDONED = 3_600_000;
const ASIDE = /^\..+\.[\da-f]{8}\.tmp$/;

/** Nobody reads such files, but they would gather for years. A look at a folder of 2,000 files takes 1 ms. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of (await readdir(folder).catch(() => [])).filter((each) => ASIDE.test(each))) {
    const path = join(folder, name);
    const there = await lstat(path).catch(() => null);
    if (there?.isFile() && Date.now() - there.mtimeMs > ABANDONED) await rm(path).catch(() => {});
  }
}

/** On the disk and not only in its cache before it is moved: a crash must not leave an empty file in place. */
async function writeThrough(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function replaced(aside: string, path: string): Promise<true> {
  await rename(aside, path);
  return true;
}

/** A link is made only where nothing stands yet, also when two processes try at once. */
async function placed(aside: string, path: string): Promise<boolean> {
  try {
    await link(aside, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      await rm(aside, { force: true });
      return false;
    }
    if (code === 'ENOENT' || code === 'ENOSPC') throw error;
    // Some file systems have no links; a copy is made only where nothing stands yet, too.
    const copied = await copyFile(aside, path, constants.COPYFILE_EXCL).then(
      () => true,
      (failure: NodeJS.ErrnoException) => {
        if (failure.code === 'EEXIST') return false;
        throw failure;
      },
    );
    await rm(aside, { force: true });
    return copied;
  }
  await rm(aside, { force: true });
  return true;
}

function codeOf(error: unknown): WriteError['code'] {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'not-permitted';
    default:
      return 'failed';
  }
}
