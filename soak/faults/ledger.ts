import type { Fault } from './fault.ts';

/** The ledger is there, and takes nothing: another process has it for itself. */
export const ledgerLocked: Fault = ({ ledger }, ms) => ledger.lock(ms);

/** The ledger is gone for a while. */
export const ledgerAway: Fault = ({ ledger }, ms) => ledger.away(ms);
