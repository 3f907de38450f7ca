/** In ms. A feed that has failed for a night is looked at within hours of coming back. */
const LONGEST_BACK_OFF = 6 * 3_600_000;
const DAY = 24 * 3_600_000;
/** What a timer can wait; beyond it Node would not wait at all. */
const LONGEST_WAIT = 2 ** 31 - 1;
/** Looks at several feeds drift apart, so that they do not all come at once. */
const JITTER = 0.1;

/** What the next look depends on. */
export interface Circumstances {
  /** The feed's interval, in ms. */
  readonly every: number;
  /** Failures in a row. */
  readonly failures: number;
  /** How long the server asks us to wait, in ms. */
  readonly retryAfter: number | null;
  /** The outlet says that the feed has ended. */
  readonly isGone: boolean;
}

/**
 * Each failure doubles the wait, from the interval up to six hours. Never before the server allows it, as far
 * as it asks for no more than a day; a feed that has ended is looked at once a day, since some come back.
 *
 * @param random from 0 to 1
 * @returns how long to wait for the next look, in ms
 */
export function waitFor({ every, failures, retryAfter, isGone }: Circumstances, random: number): number {
  const doubled = every * 2 ** Math.min(Math.max(failures - 1, 0), 30);
  const backedOff = isGone ? Math.max(DAY, every) : Math.max(every, Math.min(doubled, LONGEST_BACK_OFF));
  const jittered = backedOff * (1 - JITTER + 2 * JITTER * random);
  return Math.min(Math.max(jittered, Math.min(retryAfter ?? 0, DAY)), LONGEST_WAIT);
}
