import type { Log } from '../log.ts';

/** Lines of the log in a minute: enough to see what is wrong, and 30 MB a day. */
const MOST = 100;
/** In ms. */
const MINUTE = 60_000;

/**
 * Keeps whoever is refused from writing the log, and the disk under it, full: nobody needs to be known to be refused.
 *
 * @param log is told once a minute at most that no more is told
 * @param now tells the time, in ms
 * @returns counts a refusal, and says whether there were too many of late to tell of it
 */
export function openRefusals(
  log: Pick<Log, 'warn'>,
  now: () => number = () => performance.now(),
): () => boolean {
  let began = Number.NEGATIVE_INFINITY;
  let count = 0;
  return () => {
    if (now() - began >= MINUTE) [began, count] = [now(), 0];
    count += 1;
    if (count === MOST + 1) log.warn({ most: MOST }, 'no more refused requests are told of in this minute');
    return count > MOST;
  };
}
