import type { EarlierTurn, QuotedAt } from '../knowledge/index.ts';

/**
 * All that is needed to find the same answer again: what a button carries. It holds places in articles and never
 * their text, so that what was closed or corrected since is not shown again.
 */
export interface Asking {
  /** The message, which may hold several questions. */
  readonly text: string;
  /** Slug of the story that it was about; `null` for every story that is open to the place. */
  readonly story: string | null;
  /** What was asked before it in the same thread, oldest first. */
  readonly earlier: readonly EarlierTurn[];
  /** Sentences that are not to be quoted again. */
  readonly except?: readonly QuotedAt[];
}
