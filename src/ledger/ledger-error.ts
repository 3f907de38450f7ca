/**
 * Why the ledger cannot be used.
 * - `unwritable`: its file or folder cannot be made, opened or written
 * - `not-a-file`: a folder or a device stands at its path
 * - `not-a-ledger`: a database of another program
 * - `damaged`: no database at all, or a broken one
 * - `newer`: written by a newer version of this program
 * - `busy`: another process holds it for too long
 * - `full`: no room on the disk
 * - `failed`: anything else that the database says
 * - `no-driver`: the database's library cannot be loaded on this machine
 * - `no-key`: tokens are to be kept, and there is nothing to seal them with
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
  | 'failed'
  | 'no-driver'
  | 'no-key'
  | 'closed';

/** The ledger cannot be opened, read or written. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';

  /**
   * @param code why
   * @param message one sentence: what is wrong and what to do
   * @param cause what the file system or the database said
   */
  constructor(
    readonly code: LedgerErrorCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}
