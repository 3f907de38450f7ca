import { codeOf } from '../ledger/ledger-error.ts';
import type { Log } from '../log.ts';

/**
 * @param log where it is told
 * @param what what follows from it
 * @returns what takes note that the ledger failed, once: while it is away it has told so itself
 */
export function lost(log: Log, what = 'something is not kept'): (error: unknown) => void {
  return (error) => {
    if (codeOf(error) !== 'away') log.error({ err: error }, `the ledger cannot be used: ${what}`);
  };
}
