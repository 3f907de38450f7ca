const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A feed that fails, and what has been said of it. */
export interface Trouble {
  /** Since when, in ms since the epoch. */
  readonly since: number;
  /** How long it has to have failed, in ms, until it is said again. */
  readonly nextWarning: number;
  /** When it was last said that it has failed for long, in ms since the epoch. */
  readonly longSaidAt: number | null;
}

/** How loudly a failure is told. */
export interface Telling {
  readonly level: 'debug' | 'warn' | 'error';
  readonly trouble: Trouble;
}

/**
 * A feed that fails is told at once, then each time the failing time has doubled. One that has failed for long
 * (three intervals, and an hour at least) is told as an error, then once a day: its story's answers are stale.
 *
 * @param before what has been said so far; `null` for nothing
 * @param since since when it has failed, in ms since the epoch
 * @param every the feed's interval, in ms
 */
export function tellingOf(before: Trouble | null, since: number, now: number, every: number): Telling {
  const failing = now - since;
  const trouble = before ?? { since, nextWarning: 0, longSaidAt: null };
  const nextWarning = Math.max(every, 2 * failing);
  const isLong = failing > Math.max(3 * every, HOUR);
  if (isLong && (trouble.longSaidAt === null || now - trouble.longSaidAt >= DAY)) {
    return { level: 'error', trouble: { since, nextWarning, longSaidAt: now } };
  }
  return failing >= trouble.nextWarning
    ? { level: 'warn', trouble: { ...trouble, nextWarning } }
    : { level: 'debug', trouble };
}
