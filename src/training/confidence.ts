import { FEATURE_NAMES, RANKS, ranksOf, SIGN_NAMES } from '../knowledge/index.ts';
import { adam } from './adam.ts';
import type { Example } from './examples.ts';
import { randomFrom, shuffled } from './random.ts';
import { type Ranker, scoresOf } from './scores.ts';

/** A question with the sentence that was ranked first. */
export interface Judged {
  readonly values: readonly number[];
  /** Whether that sentence is right. */
  readonly right: boolean;
  /** Whether there is an answer, be it another sentence. */
  readonly answerable: boolean;
  /** How much it counts. */
  readonly weight: number;
}

/** What a weight may be, from and to; both the same for one that is given. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

const ANY: Bounds = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** Log-odds that a first sentence is right: a weight for each value, and one that is always added. */
export interface Odds {
  readonly bias: number;
  readonly weights: readonly number[];
}

const LEARNING = { epochs: 30, rate: 0.02, pull: 0.0005, batch: 128, seed: 1 } as const;

/**
 * @param example a question with its candidates
 * @param ranker by which they are ranked
 * @param weight how much it counts
 * @returns the question with the first of them: its features, then its signs
 */
export function judgedOf(
  { candidates, features, signs, right }: Example,
  ranker: Ranker,
  weight: number,
): Judged {
  const scores = scoresOf({ candidates, features }, ranker);
  const first = scores.indexOf(Math.max(...scores));
  const own = (values: Float32Array, size: number) => [...values.subarray(first * size, (first + 1) * size)];
  const signsOf = own(signs, SIGN_NAMES.length).slice(0, SIGN_NAMES.length - RANKS.length);
  return {
    values: [...own(features, FEATURE_NAMES.length), ...signsOf, ...ranksOf(scores, first)],
    right: right[first] === true,
    answerable: right.includes(true),
    weight,
  };
}

/**
 * What a wrong sentence counts for where there is a right one: to show something else of the story is less bad than
 * to answer what it does not say. Of 0, 0.5 and 1 the one in the middle tells both apart well.
 */
const ANSWERABLE = 0.5;

/**
 * Learns how sure to be: logistic regression orders questions by how likely there is an answer and it is right,
 * and a second one, of that order alone, brings it to the share that is right (Platt 1999).
 *
 * @param judged questions, with and without an answer
 * @param bounds what each weight may be
 * @returns the odds that the first sentence is right
 */
export function learnOdds(judged: readonly Judged[], bounds: readonly Bounds[]): Odds {
  const wanted = judged.map(({ right, answerable }) => (right ? 1 : answerable ? ANSWERABLE : 0));
  const order = regression(judged, wanted, bounds);
  const ordered = judged.map((one) => ({ ...one, values: [logOdds(order, one)] }));
  const scale = regression(
    ordered,
    judged.map(({ right }) => (right ? 1 : 0)),
    [ANY],
  );
  const slope = scale.weights[0] ?? 1;
  return { bias: order.bias * slope + scale.bias, weights: order.weights.map((weight) => weight * slope) };
}

function regression(judged: readonly Judged[], wanted: readonly number[], bounds: readonly Bounds[]): Odds {
  const size = bounds.length;
  const scale = spread(judged, size);
  const start = Float64Array.from(
    { length: size + 1 },
    (_, at) => within(bounds[at] ?? ANY, 0) * (scale[at] ?? 1),
  );
  const learned = adam(start, LEARNING.rate);
  const random = randomFrom(LEARNING.seed);
  for (let epoch = 0; epoch < LEARNING.epochs; epoch += 1) {
    const order = shuffled(judged.length, random);
    for (let first = 0; first < order.length; first += LEARNING.batch) {
      const seen = order.slice(first, first + LEARNING.batch);
      const slope = new Float64Array(size + 1);
      for (const index of seen) {
        const { values = [], weight = 0 } = judged[index] ?? {};
        let odds = learned.values[size] ?? 0;
        for (let at = 0; at < size; at += 1) odds += (learned.values[at] ?? 0) * scaled(values, scale, at);
        const off = weight * (1 / (1 + Math.exp(-odds)) - (wanted[index] ?? 0));
        for (let at = 0; at < size; at += 1) slope[at] = (slope[at] ?? 0) + off * scaled(values, scale, at);
        slope[size] = (slope[size] ?? 0) + off;
      }
      learned.step(1 - epoch / LEARNING.epochs, (at) => {
        const pull = at === size ? 0 : LEARNING.pull * (learned.values[at] ?? 0);
        return (slope[at] ?? 0) / seen.length + pull;
      });
      for (let at = 0; at < size; at += 1) {
        const by = scale[at] ?? 1;
        learned.values[at] = within(bounds[at] ?? ANY, (learned.values[at] ?? 0) / by) * by;
      }
    }
  }
  return {
    bias: learned.values[size] ?? 0,
    weights: Array.from({ length: size }, (_, at) => (learned.values[at] ?? 0) / (scale[at] ?? 1)),
  };
}

/** @returns the chance that a first sentence is right, 0 to 1 */
export function chanceOf(odds: Odds, judged: Judged): number {
  return 1 / (1 + Math.exp(-logOdds(odds, judged)));
}

function logOdds({ bias, weights }: Odds, { values }: Judged): number {
  return values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias);
}

function scaled(values: readonly number[], scale: readonly number[], at: number): number {
  return (values[at] ?? 0) / (scale[at] ?? 1);
}

/** How much each value varies. */
function spread(judged: readonly Judged[], size: number): number[] {
  return Array.from({ length: size }, (_, at) => {
    const mean = judged.reduce((sum, { values }) => sum + (values[at] ?? 0), 0) / judged.length;
    const square =
      judged.reduce((sum, { values }) => sum + ((values[at] ?? 0) - mean) ** 2, 0) / judged.length;
    return Math.sqrt(square) + 1e-3;
  });
}

function within({ from, to }: Bounds, value: number): number {
  return Math.max(from, Math.min(to, value));
}
