import { FEATURE_NAMES, FULL } from '../knowledge/index.ts';
import { type Example, ONE, REST } from './examples.ts';

/** A learned map as it is written: bytes in base64, and what one of them is worth. */
export interface WrittenMap {
  readonly scale: number;
  readonly bytes: string;
}

/** @returns the map as bytes */
export function writtenMap(map: ArrayLike<number>): WrittenMap {
  const values = Array.from(map);
  const highest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = Number((highest / ONE).toPrecision(6));
  const bytes = Int8Array.from(values, (value) => (scale === 0 ? 0 : Math.round(value / scale)));
  return { scale, bytes: Buffer.from(bytes.buffer).toString('base64') };
}

/** @returns the numbers of a written map */
export function readMap({ scale, bytes }: WrittenMap): Float64Array {
  return Float64Array.from(new Int8Array(Buffer.from(bytes, 'base64')), (value) => value * scale);
}

/**
 * @param rests what is left of questions and sentences, as bytes, pair by pair
 * @param candidates how many pairs
 * @param map `REST` × `REST`: rows for the question, columns for the sentence
 * @returns the sum question × map × sentence of each pair
 */
export function throughMap(rests: Int8Array, candidates: number, map: ArrayLike<number>): number[] {
  let key = '';
  let asked: Float64Array = new Float64Array(REST);
  return Array.from({ length: candidates }, (_, at) => {
    const question = rests.subarray(at * 2 * REST, (at * 2 + 1) * REST);
    // What is left of the question is the same for many candidates.
    const own = question.join();
    if (own !== key) {
      key = own;
      asked = mapped(question, map);
    }
    let sum = 0;
    for (let column = 0; column < REST; column += 1) {
      sum += (asked[column] ?? 0) * (rests[(at * 2 + 1) * REST + column] ?? 0);
    }
    return sum / (ONE * ONE);
  });
}

function mapped(question: Int8Array, map: ArrayLike<number>): Float64Array {
  const asked = new Float64Array(REST);
  for (let row = 0; row < REST; row += 1) {
    const value = question[row] ?? 0;
    if (value === 0) continue;
    for (let column = 0; column < REST; column += 1) {
      asked[column] = (asked[column] ?? 0) + value * (map[row * REST + column] ?? 0);
    }
  }
  return asked;
}

const ANSWERS = FEATURE_NAMES.indexOf('answers');

/** @returns the example with the feature that a map makes, as it will be when the map is shipped */
export function withMap(example: Example, map: ArrayLike<number>): Example {
  const features = example.features.slice();
  for (const [at, sum] of throughMap(example.rests, example.candidates, map).entries()) {
    features[at * FEATURE_NAMES.length + ANSWERS] = Math.max(-1, Math.min(1, sum / FULL));
  }
  return { ...example, features };
}
