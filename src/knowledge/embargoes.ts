import type { Story } from './article.ts';

/** The longest that a timer can wait, in ms (https://nodejs.org/api/timers.html#settimeoutcallback-delay-args). */
const LONGEST = 2 ** 31 - 1;
/** A shelf of 10,000 sentences is filled in half a second; nobody should have to wait for it. */
const AHEAD = 3_000;

/** Embargoes that are waited for. */
export interface Embargoes {
  /** Waits for the next of these stories' embargoes, instead of for those before. */
  watch(stories: readonly Story[]): void;
  close(): void;
}

/**
 * Tells a little before an embargo ends, so that what will then be asked can be made ready.
 *
 * @param now the time, in ms since the epoch
 * @param prepare told when an embargo is about to end, in ms since the epoch
 * @returns the embargoes, none watched yet
 */
export function openEmbargoes(now: () => number, prepare: (end: number) => void): Embargoes {
  let timer: NodeJS.Timeout | undefined;

  function watch(stories: readonly Story[]): void {
    clearTimeout(timer);
    const ends = stories.flatMap(({ audience: { everyone, embargo } }) =>
      everyone && embargo !== null ? Date.parse(embargo) : [],
    );
    const next = Math.min(...ends.filter((end) => end - AHEAD > now()));
    if (next === Number.POSITIVE_INFINITY) return;
    const wait = next - AHEAD - now();
    timer = setTimeout(
      () => {
        if (wait <= LONGEST) prepare(next);
        watch(stories);
      },
      Math.min(wait, LONGEST),
    ).unref();
  }

  return { watch, close: () => clearTimeout(timer) };
}
