import { constants } from 'node:fs';
import { lstat, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Read } from '../problem.ts';
import { type Found, fingerprintOf, UNSEEN } from './files.ts';

/** A story's longest transcript has some 100 KB; beyond this it is no article but a mistake. */
const LARGEST_FILE = 5 * 1024 * 1024;

/** What was read of a file, and how it was found: {@link UNSEEN} where the system did not let it be read. */
interface FileText extends Read<string> {
  readonly found: Found;
}

/**
 * Reads a file as text.
 *
 * @param folder the library's folder
 * @param file the file, as it was found
 * @returns its text; `null` when it is none, with the reason; `'changing'` when it is no longer as it was
 *   found: somebody is writing it
 */
export async function readText(folder: string, file: Found): Promise<FileText | 'changing'> {
  const failed = (reason: string, found = file) => ({
    value: null,
    complaints: [{ line: null, reason }],
    found,
  });
  const path = join(folder, file.slug, file.name);
  try {
    const before = await stat(path);
    // A pipe would keep whoever reads it waiting for ever.
    if (!before.isFile()) return failed('This is no file.');
    if (before.size > LARGEST_FILE) return failed('The file is larger than 5 MB, which no article is.');
    const bytes = await bytesOf(path);
    if (bytes === null) return failed('This is no file.');
    if (fingerprintOf(await stat(path)) !== file.fingerprint) return 'changing';
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0')
      ? failed('The file is not text.')
      : { value: text, complaints: [], found: file };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isLink = code === 'ENOENT' && (await lstat(path).catch(() => null))?.isSymbolicLink();
    if (isLink) return failed('The link leads nowhere.');
    if (code === 'ENOENT') return 'changing';
    return code === undefined || code.startsWith('ERR_ENCODING')
      ? failed('The file is not UTF-8 text: save it as UTF-8.')
      : failed(`The file cannot be read (${code}).`, { ...file, fingerprint: UNSEEN });
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
    return (await bytesOf(path))?.toString('latin1').replaceAll('\0', '') ?? null;
  } catch {
    return null;
  }
}

/**
 * As many bytes as the file says that it has, and none where it says so: some files of the system have no end, or keep
 * whoever reads them waiting. `null` where it has become another thing, such as a pipe, that is not waited for.
 */
async function bytesOf(path: string): Promise<Buffer | null> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const entry = await handle.stat();
    if (!entry.isFile() || entry.size > LARGEST_FILE) return null;
    const bytes = Buffer.alloc(entry.size);
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await handle.close();
  }
}
