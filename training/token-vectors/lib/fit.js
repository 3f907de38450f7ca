import { chance, shuffled } from './chance.js';
import { distil } from './distil.js';
import { equalWeights, weigh, weighted } from './weigh.js';

/** More passes raise the cosine of texts held out by less than .001. */
const PASSES = 3;
const WEIGHING_PASSES = 2;
const DISTILLING = { rate: 0.03, pull: 0.001 };

/**
 * @typedef {object} Known
 * @property {readonly Uint16Array[]} texts
 * @property {Float32Array} targets one a text, of unit length
 * @property {readonly number[]} numbers which texts to fit
 * @property {readonly import('./weigh.js').Pair[]} pairs
 * @property {readonly number[]} sentences
 */

/**
 * Fits rows to what the model says of texts, then weighs them by questions whose answers are known.
 *
 * @param {import('./rows.js').Rows} start changed
 * @param {Known} known
 * @param {(stage: string, rows: import('./rows.js').Rows) => void} onStage
 * @returns {import('./rows.js').Rows}
 */
export function fit(start, { texts, targets, numbers, pairs, sentences }, onStage) {
  const random = chance(1);
  for (let pass = 1; pass <= PASSES; pass += 1) {
    distil(start, texts, targets, shuffled(numbers, random), DISTILLING);
    onStage(`distilled, pass ${pass}`, start);
  }
  const weights = equalWeights(start.values.length / start.size);
  for (let pass = 1; pass <= WEIGHING_PASSES; pass += 1) {
    const order = shuffled([...pairs.keys()], random);
    const taken = order.flatMap((at) => pairs[at] ?? []);
    weigh(weights, start, texts, taken, sentences, random);
    onStage(`weighed, pass ${pass}`, weighted(weights, start));
  }
  return weighted(weights, start);
}
