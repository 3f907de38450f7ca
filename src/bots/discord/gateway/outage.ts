/**
 * As long as this, in ms, people who ask get no answer and nobody is told. Discord keeps a session for some minutes
 * only, so that later a new process misses nothing that this one would still have heard; and what a new process
 * finds anew (addresses, the number of shards, a token that was changed) may be what is wrong.
 */
export const LONGEST_OUTAGE_MS = 5 * 60_000;
/** Looks during the longest outage. */
const LOOKS = 60;

/**
 * Watches for an outage that lasts. Looks are counted, not hours: a machine that slept has not tried meanwhile.
 *
 * @param isConnected looked at over and over
 * @param longest outage, in ms
 * @param onLasting called once, when an outage has lasted as long
 * @returns ends the watch
 */
export function watchForOutage(
  isConnected: () => boolean,
  longest: number,
  onLasting: () => void,
): () => void {
  let missed = 0;
  const looking = setInterval(() => {
    missed = isConnected() ? 0 : missed + 1;
    if (missed < LOOKS) return;
    clearInterval(looking);
    onLasting();
  }, longest / LOOKS).unref();
  return () => clearInterval(looking);
}
