/** Numbers from 0 to below 1, the same for the same seed. */
export type Random = () => number;

/**
 * Mulberry32 (https://github.com/bryc/code/blob/master/jshash/PRNGs.md): enough to choose questions and faults by.
 *
 * @param seed any whole number
 * @returns numbers from 0 to below 1
 */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * @param random decides
 * @param all what there is
 * @returns one of them
 * @throws RangeError where there is none
 */
export function oneOf<T>(random: Random, all: readonly T[]): T {
  const index = Math.floor(random() * all.length);
  if (index >= all.length) throw new RangeError('there is nothing to choose from');
  return all[index] as T;
}

/**
 * @param random decides
 * @param all what there is
 * @returns the same, in another order
 */
export function shuffled<T>(random: Random, all: readonly T[]): T[] {
  return all
    .map((each) => ({ each, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}
