/** How long people waited, in ms. */
export interface Latency {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
}

/** A stretch of time, in ms. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * @param waits in ms, in any order
 * @returns how many there are, and what half and all but one in a hundred stayed below; 0 of none
 */
export function latencyOf(waits: readonly number[]): Latency {
  const sorted = [...waits].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99) };
}

/**
 * @param one a stretch of time
 * @param others other stretches
 * @returns whether it shares a moment with any of them
 */
export function touchesAny(one: Stretch, others: readonly Stretch[]): boolean {
  return others.some(({ from, to }) => one.from <= to && from <= one.to);
}
