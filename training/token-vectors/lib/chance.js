/**
 * Numbers that look random and are the same each time (mulberry32), so that the same texts give the same table.
 *
 * @param {number} seed
 * @returns {() => number} from 0 to 1, exclusive
 */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * @param {readonly number[]} numbers
 * @param {() => number} random
 * @returns {number[]} the same in another order
 */
export function shuffled(numbers, random) {
  const result = [...numbers];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other] ?? 0, result[at] ?? 0];
  }
  return result;
}
