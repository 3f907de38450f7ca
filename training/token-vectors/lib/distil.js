import { descend, direct, inner } from './rows.js';

/** @typedef {import('./rows.js').Rows} Rows */

/**
 * One pass over texts in the order given: turns the sum of each text's rows towards its target.
 *
 * @param {Rows} rows changed
 * @param {readonly Uint16Array[]} texts
 * @param {Float32Array} targets of unit length, one a text
 * @param {Iterable<number>} order
 * @param {{ rate: number, pull: number }} options
 */
export function distil(rows, texts, targets, order, options) {
  const { size } = rows;
  const vector = new Float64Array(size);
  for (const number of order) {
    const text = texts[number];
    if (!text) continue;
    const length = direct(rows, text, vector);
    if (length === 0) continue;
    const target = targets.subarray(number * size, (number + 1) * size);
    const cosine = inner(vector, target);
    for (let at = 0; at < size; at += 1) {
      vector[at] = (cosine * (vector[at] ?? 0) - (target[at] ?? 0)) / length;
    }
    descend(rows, text, vector, options);
  }
}

/**
 * @param {Rows} rows
 * @param {readonly Uint16Array[]} texts
 * @param {Float32Array} targets
 * @param {readonly number[]} numbers which texts
 * @returns {number} mean cosine between the texts and their targets
 */
export function likeness(rows, texts, targets, numbers) {
  const vector = new Float64Array(rows.size);
  const cosines = numbers.map((number) => {
    direct(rows, texts[number] ?? new Uint16Array(), vector);
    return inner(vector, targets.subarray(number * rows.size, (number + 1) * rows.size));
  });
  return cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length;
}
