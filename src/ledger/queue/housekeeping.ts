import { setImmediate } from 'node:timers/promises';
import type { TooOld } from '../store.ts';

const DAY = 24 * 3_600_000;
/** In ms. A busy platform delivers a million things in an hour, and their names are of no use after that. */
const EVERY = 3_600_000;
/**
 * How long threads, posts and what buttons carry are kept after their last change, in ms. A thread that nobody has
 * asked in for a month begins anew, and an answer that old is no longer opened further; without an end, a busy
 * workspace would fill the disk with them.
 */
const PASSING = 30 * DAY;

/**
 * Deletes what is too old, now and once an hour: bots run for months. Nobody waits for it.
 *
 * @param deleteSome deletes some of it, and says whether there may be more
 * @param keep how long entries and answers are kept, in ms; `null` for good
 * @param now tells the time, in ms since the epoch
 * @returns what ends it
 */
export function keepHouse(
  deleteSome: (tooOld: TooOld) => Promise<boolean>,
  keep: number | null,
  now: () => number,
): () => void {
  let ended = false;

  async function deleteAll(): Promise<void> {
    const tooOld = { passing: now() - PASSING, lasting: keep === null ? null : now() - keep };
    try {
      while (!ended && (await deleteSome(tooOld))) await setImmediate();
    } catch {
      // Whoever asks meets the same trouble, and it is told there; what is left is deleted the next time.
    }
  }

  void deleteAll();
  const hourly = setInterval(() => void deleteAll(), EVERY);
  hourly.unref();
  return () => {
    ended = true;
    clearInterval(hourly);
  };
}
