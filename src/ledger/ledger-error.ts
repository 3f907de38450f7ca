/**
 * Why the ledger cannot be used.
 * - `unwritable`: its file or folder cannot be made, opened or written
 * - `not-a-file`: a folder or a device stands at its path
 * - `not-a-ledger`: a database of another program
 * - `damaged`: no database at all, or a broken one
 * - `newer`: written by a newer version of this program
 * - `busy`: another process holds it for too long
 * - `full`: no room on the disk
 * - `gone`: its file was deleted, or another was put in its place, while it was open
 * - `cut-off`: what SQLite keeps beside its file was deleted while it was open
 * - `unreachable`: its server cannot be reached, or does not answer
 * - `refused`: its server does not let this user in, or has no such database
 * - `unfit`: what was to be written cannot be kept, whatever the state of the database
 * - `failed`: anything else that the database says
 * - `no-driver`: the database's library cannot be loaded on this machine
 * - `no-key`: tokens are to be kept, and there is nothing to seal them with
 * - `away`: it cannot be used at the moment, and the log has been told why: there is nothing to add
 * - `closed`: the ledger was closed
 */
export type LedgerErrorCode =
  | 'unwritable'
  | 'not-a-file'
  | 'not-a-ledger'
  | 'damaged'
  | 'newer'
  | 'busy'
  | 'full'
  | 'gone'
  | 'cut-off'
  | 'unreachable'
  | 'refused'
  | 'unfit'
  | 'failed'
  | 'no-driver'
  | 'no-key'
  | 'away'
  | 'closed';

/** The ledger cannot be opened, read or written. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';

  /**
   * @param code why
   * @param message one sentence: what is wrong and what to do
   * @param cause what the file system, the database or the network said
   */
  constructor(
    readonly code: LedgerErrorCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** @returns why the ledger cannot be used; `unfit` for a mistake in what it was given */
export function codeOf(error: unknown): LedgerErrorCode {
  return error instanceof LedgerError ? error.code : 'unfit';
}
