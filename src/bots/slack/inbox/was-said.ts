import { isOnRecord, type Said } from '../../record.ts';
import type { Around } from '../workspace/around.ts';

/**
 * Whether what somebody pressed is kept already: what was begun by a process that has gone is counted once.
 *
 * @param around the ledger, and whether anybody may have done it before
 * @param said what they said, with the moment of its delivery
 * @returns `true` where it is not to be kept again
 */
export async function wasSaid(around: Pick<Around, 'ledger' | 'mayBeDone'>, said: Said): Promise<boolean> {
  return around.mayBeDone() && isOnRecord(around.ledger, said);
}
