/** What a process held at some moment. */
export interface Held {
  /** In ms since people began to ask. */
  readonly at: number;
  /** Questions that were asked until then. */
  readonly asked: number;
  /** In bytes. */
  readonly bytes: number;
}

/** Whether memory is flat, and by how much it grows. */
export interface Flatness {
  /** `null` where too little was measured to tell. */
  readonly isFlat: boolean | null;
  /** Bytes for each question, over the last half. */
  readonly perQuestion: number;
  /** What is allowed, in bytes for each question. */
  readonly allowed: number;
}

/** Fewer measurements than this in the last half say nothing: one odd one would decide. */
const FEWEST = 8;
/** Nor do fewer questions: code that is compiled, and lists that grow by doubling, weigh some MB, however few. */
const FEWEST_QUESTIONS = 1_500;

/**
 * Says whether what a process holds grows with the questions that it was asked. It looks at the last half alone, since
 * code is compiled and caches are filled at first, and takes the median of the slopes between all pairs (Theil and
 * Sen): up to 29 % of the measurements may be wild, as they are while something is under way, and it is the same.
 *
 * @param held what was held, in order of time
 * @param allowed bytes for each question
 * @returns whether it is flat
 */
export function flatnessOf(held: readonly Held[], allowed: number): Flatness {
  const half = held.slice(Math.floor(held.length / 2));
  const slopes: number[] = [];
  for (const [index, a] of half.entries()) {
    for (const b of half.slice(index + 1)) {
      if (b.asked > a.asked) slopes.push((b.bytes - a.bytes) / (b.asked - a.asked));
    }
  }
  const perQuestion = medianOf(slopes);
  const isEnough = half.length >= FEWEST && askedIn(half) >= FEWEST_QUESTIONS;
  return { isFlat: isEnough ? perQuestion <= allowed : null, perQuestion, allowed };
}

function askedIn(held: readonly Held[]): number {
  return (held.at(-1)?.asked ?? 0) - (held[0]?.asked ?? 0);
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
