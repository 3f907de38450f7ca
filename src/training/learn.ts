import { adam } from './adam.ts';
import { type Example, REST } from './examples.ts';
import { throughMap } from './learned-map.ts';
import { randomFrom, shuffled } from './random.ts';
import { addSlope, type Numbers, type Slope, spreadOf } from './slope.ts';

/** How a ranker is learned. */
export interface Learning {
  /** Times that every example is seen. */
  readonly epochs: number;
  /** Steps, falling to 0 over the epochs: for the weights, for the hidden layer, and for the map. */
  readonly rates: { readonly weights: number; readonly hidden: number; readonly map: number };
  /** How strongly numbers are drawn to where they started. */
  readonly pulls: { readonly weights: number; readonly hidden: number; readonly map: number };
  /** Units of the hidden layer. */
  readonly units: number;
  /** Examples a step. */
  readonly batch: number;
  /** Orders the examples and begins the hidden layer; the same seed gives the same ranker. */
  readonly seed: number;
}

/** The numbers are averaged over the last epochs: they still move with the last examples seen. */
const AVERAGED = 3;

/**
 * Learns a ranker: the chance of a candidate is a softmax over all candidates of its question, and that of the
 * right ones together is made as large as it can be (listwise, after ListNet: Cao and others 2007,
 * https://doi.org/10.1145/1273496.1273513).
 *
 * @param examples questions with their candidates, each with a right one and a wrong one among them
 * @param start the weights to begin with, one for each feature
 * @param fixed whether each weight stays as it is; such a feature is nothing to the hidden layer
 * @param learning how
 * @returns what was learned, to be multiplied with the features as they are
 */
export function learn(
  examples: readonly Example[],
  start: readonly number[],
  fixed: readonly boolean[],
  learning: Learning,
): Numbers {
  const { epochs, rates, pulls, units, batch, seed } = learning;
  const features = start.length;
  const spread = spreadOf(examples, features).map(({ mean, deviation }, at) =>
    fixed[at] ? { mean: 0, deviation: 1 } : { mean, deviation },
  );
  const random = randomFrom(seed);
  const from = Float64Array.from(start, (weight, at) => weight * (spread[at]?.deviation ?? 1));
  const small = Float64Array.from({ length: features * units }, () => (random() - 0.5) / Math.sqrt(features));
  const parts = {
    weights: adam(from.slice(), rates.weights),
    hidden: adam(small, rates.hidden),
    biases: adam(new Float64Array(units), rates.hidden),
    outputs: adam(new Float64Array(units), rates.hidden * 2),
    map: adam(new Float64Array(REST * REST), rates.map),
  };
  const numbers: Slope = {
    weights: parts.weights.values,
    hidden: parts.hidden.values,
    biases: parts.biases.values,
    outputs: parts.outputs.values,
    map: parts.map.values,
  };
  const sums = emptied(numbers);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const order = shuffled(examples.length, random);
    const share = 1 - epoch / epochs;
    for (let first = 0; first < order.length; first += batch) {
      const seen = order.slice(first, first + batch).flatMap((index) => examples[index] ?? []);
      const slope = emptied(numbers);
      for (const example of seen) {
        addSlope(example, throughMap(example.rests, example.candidates, numbers.map), numbers, spread, slope);
      }
      const of = (name: keyof Slope, pull: number, home?: Float64Array) => (at: number) =>
        (slope[name][at] ?? 0) / seen.length + pull * ((numbers[name][at] ?? 0) - (home?.[at] ?? 0));
      const weightSlope = of('weights', pulls.weights, from);
      const hiddenSlope = of('hidden', pulls.hidden);
      parts.weights.step(share, (at) => (fixed[at] ? 0 : weightSlope(at)));
      parts.hidden.step(share, (at) => (fixed[Math.floor(at / units)] ? 0 : hiddenSlope(at)));
      parts.biases.step(share, of('biases', 0));
      parts.outputs.step(share, of('outputs', pulls.weights));
      parts.map.step(share, of('map', pulls.map));
    }
    if (epoch >= epochs - AVERAGED) {
      for (const name of NAMES)
        for (const [at, value] of numbers[name].entries()) sums[name][at] = (sums[name][at] ?? 0) + value;
    }
  }
  const times = Math.min(AVERAGED, epochs);
  for (const name of NAMES) for (const [at, sum] of sums[name].entries()) sums[name][at] = sum / times;
  return asTheyAre(sums, spread, fixed);
}

const NAMES = ['weights', 'hidden', 'biases', 'outputs', 'map'] as const;

function emptied(numbers: Slope): Slope {
  const empty = (name: keyof Slope) => new Float64Array(numbers[name].length);
  return {
    weights: empty('weights'),
    hidden: empty('hidden'),
    biases: empty('biases'),
    outputs: empty('outputs'),
    map: empty('map'),
  };
}

/** From features that were brought to one mean and one spread to features as they are. */
function asTheyAre(
  learned: Slope,
  spread: readonly { readonly mean: number; readonly deviation: number }[],
  fixed: readonly boolean[],
): Numbers {
  const units = learned.biases.length;
  const weights = learned.weights.map((value, at) => value / (spread[at]?.deviation ?? 1));
  const hidden = learned.hidden.map((value, at) => {
    const feature = Math.floor(at / units);
    return fixed[feature] ? 0 : value / (spread[feature]?.deviation ?? 1);
  });
  const biases = learned.biases.map((bias, unit) =>
    spread.reduce((sum, { mean }, feature) => sum - mean * (hidden[feature * units + unit] ?? 0), bias),
  );
  return { weights, hidden, biases, outputs: learned.outputs, map: learned.map };
}
