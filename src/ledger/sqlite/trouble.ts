import { LedgerError, type LedgerErrorCode } from '../ledger-error.ts';

/** By SQLite's primary result codes (https://sqlite.org/rescode.html). */
const OF_SQLITE: ReadonlyMap<number, LedgerErrorCode> = new Map([
  [3, 'unwritable'], // PERM
  [5, 'busy'], // BUSY
  [6, 'busy'], // LOCKED
  [8, 'unwritable'], // READONLY
  [11, 'damaged'], // CORRUPT
  [13, 'full'], // FULL
  [14, 'unwritable'], // CANTOPEN
  [15, 'busy'], // PROTOCOL
  [18, 'unfit'], // TOOBIG
  [19, 'unfit'], // CONSTRAINT
  [20, 'unfit'], // MISMATCH
  [23, 'unwritable'], // AUTH
  [26, 'damaged'], // NOTADB
]);

const OF_FILE_SYSTEM: ReadonlyMap<unknown, LedgerErrorCode> = new Map([
  ['EACCES', 'unwritable'],
  ['EPERM', 'unwritable'],
  ['EROFS', 'unwritable'],
  ['ENOENT', 'unwritable'],
  ['ENOTDIR', 'unwritable'],
  ['EEXIST', 'unwritable'],
  ['ENAMETOOLONG', 'unwritable'],
  ['ELOOP', 'unwritable'],
  ['EISDIR', 'not-a-file'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
]);

/** What is wrong, and what to do. */
const SENTENCES: Readonly<Partial<Record<LedgerErrorCode, string>>> = {
  damaged: 'is damaged: put a copy in its place, or move it away to begin a new one',
  busy: 'is held by another process: end that one, or wait until it is done',
  full: 'cannot grow: make room on its disk',
  unwritable: 'cannot be written: check the permissions of its folder, or name another file with LEDGER_URL',
  gone: 'was deleted or replaced while it was open: another is begun in its place',
  'cut-off':
    'has lost the file beside it that holds what was written last: it is opened anew, which writes that again',
  unfit: 'cannot hold what was to be written: the log says what it was',
  'not-a-file': 'is not a file: move it away, or name another with LEDGER_URL',
  'not-a-ledger': 'belongs to another program: name another file with LEDGER_URL',
  newer: 'was written by a newer version of Nutgraf: install that one, or name another file with LEDGER_URL',
  closed: 'was closed: nothing can be read from it or written to it any more',
};

/**
 * @param file the ledger's
 * @param code what is wrong with it
 * @param cause what was said
 */
export function troubleWith(file: string, code: LedgerErrorCode, cause?: unknown): LedgerError {
  const said = cause instanceof Error ? cause.message : 'nothing';
  const sentence =
    SENTENCES[code] ?? `cannot be used: name another file with LEDGER_URL; its database says: ${said}`;
  return new LedgerError(code, `The ledger ${file} ${sentence}.`, cause);
}

/**
 * Does something with the ledger's file.
 *
 * @param file the ledger's
 * @param work what is done
 * @returns what it returns
 * @throws {LedgerError} which says what the file system or the database does not let happen
 */
export function withFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof LedgerError ? error : troubleWith(file, codeOf(error), error);
  }
}

function codeOf(error: unknown): LedgerErrorCode {
  if (!(error instanceof Error)) return 'failed';
  if ('rawCode' in error && typeof error.rawCode === 'number') {
    // Of an extended code, the lowest byte is the primary one: `libsql` has no names for some of them.
    return OF_SQLITE.get(error.rawCode & 0xff) ?? 'failed';
  }
  // A value that the driver cannot bind is a mistake in what was to be written.
  if (error instanceof TypeError || error instanceof RangeError) return 'unfit';
  // A file that cannot be opened at all has its code in a sentence only.
  const [, opening] = /^ConnectionFailed\(.*: (\d+)"\)$/s.exec(error.message) ?? [];
  if (opening !== undefined) return OF_SQLITE.get(Number(opening) & 0xff) ?? 'failed';
  return ('code' in error ? OF_FILE_SYSTEM.get(error.code) : undefined) ?? 'failed';
}
