import type { Fault } from './fault.ts';

/** The ledger is there, and takes nothing: another process has it for itself. */
export const ledgerLocked: Fault = ({ ledger }, ms) => ledger.lock(ms);

/**
 * The ledger is gone for a while. Threads from before a restart are known by it alone, so nobody asks below an answer of
 * before: that such a question has no answer then is no fault of the bot's.
 */
export const ledgerAway: Fault = ({ ledger, forgetAnswers }, ms) => {
  forgetAnswers();
  return ledger.away(ms);
};
