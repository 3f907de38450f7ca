import type { Names } from '../names.ts';

/** What Discord knows besides a message, and a preview has to be told. */
export interface Known {
  /** What the ids in messages are called. */
  readonly names: Names;
  /** From when "4 years ago" is counted, in ms since the epoch. */
  readonly now: number;
}
