import type { Example } from './examples.ts';

/** How the weights are learned. */
export interface Learning {
  /** Times that every example is seen. */
  readonly epochs: number;
  /** Step of Adagrad (Duchi, Hazan and Singer 2011, https://jmlr.org/papers/v12/duchi11a.html). */
  readonly rate: number;
  /** How strongly each weight is drawn to where it started: what examples say nothing of stays there. */
  readonly pull: number;
  /** Orders the examples; the same seed gives the same weights. */
  readonly seed: number;
}

/** The weights are averaged over these last epochs: they still move with the last examples seen. */
const AVERAGED = 5;

/**
 * Learns the weights of a linear ranker: the chance of a candidate is a softmax over all candidates of its
 * question, and that of the right ones together is made as large as it can be (listwise, after ListNet: Cao
 * and others 2007, https://doi.org/10.1145/1273496.1273513).
 *
 * @param examples questions with their candidates, each with a right one among them
 * @param start the weights to begin with, one for each feature
 * @param free whether each weight is learned, or stays as it is
 * @param learning how
 * @returns the weights, in the order of the features
 */
export function learn(
  examples: readonly Example[],
  start: readonly number[],
  free: readonly boolean[],
  { epochs, rate, pull, seed }: Learning,
): number[] {
  const weights = Float64Array.from(start);
  const squares = new Float64Array(start.length).fill(1e-8);
  const sum = new Float64Array(start.length);
  const random = randomFrom(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const index of shuffled(examples.length, random)) {
      const example = examples[index];
      if (!example) continue;
      const slope = slopeOf(example, weights);
      for (const [at, isFree] of free.entries()) {
        if (!isFree) continue;
        const step = (slope[at] ?? 0) + pull * ((weights[at] ?? 0) - (start[at] ?? 0));
        squares[at] = (squares[at] ?? 0) + step * step;
        weights[at] = (weights[at] ?? 0) - (rate * step) / Math.sqrt(squares[at] ?? 1);
      }
    }
    if (epoch >= epochs - AVERAGED)
      for (const [at, weight] of weights.entries()) sum[at] = (sum[at] ?? 0) + weight;
  }
  return [...sum].map((total) => total / Math.min(AVERAGED, epochs));
}

/** How the negative logarithm of the right candidates' chance changes with each weight. */
function slopeOf({ candidates, values, right }: Example, weights: Float64Array): Float64Array {
  const scores = scoresOf(candidates, values, weights);
  const highest = Math.max(...scores);
  const chances = scores.map((score) => Math.exp(score - highest));
  const all = chances.reduce((total, chance) => total + chance, 0);
  const good = chances.reduce((total, chance, at) => total + (right[at] ? chance : 0), 0);
  const slope = new Float64Array(weights.length);
  for (const [at, chance] of chances.entries()) {
    const off = chance / all - (right[at] ? chance / good : 0);
    if (Math.abs(off) < 1e-6) continue;
    for (let feature = 0; feature < weights.length; feature += 1) {
      slope[feature] = (slope[feature] ?? 0) + off * (values[at * weights.length + feature] ?? 0);
    }
  }
  return slope;
}

function scoresOf(candidates: number, values: Float32Array, weights: ArrayLike<number>): number[] {
  return Array.from({ length: candidates }, (_, at) => {
    let score = 0;
    for (let feature = 0; feature < weights.length; feature += 1) {
      score += (weights[feature] ?? 0) * (values[at * weights.length + feature] ?? 0);
    }
    return score;
  });
}

/**
 * @param examples questions with their candidates
 * @param weights one for each feature
 * @returns the share of questions whose highest candidate is right, 0 to 1
 */
export function precisionOf(examples: readonly Example[], weights: readonly number[]): number {
  const right = examples.filter(({ candidates, values, right: isRight }) => {
    const scores = scoresOf(candidates, values, weights);
    return isRight[scores.indexOf(Math.max(...scores))] === true;
  });
  return right.length / Math.max(1, examples.length);
}

/** A linear congruential generator (Numerical Recipes' constants): small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Fisher and Yates. */
function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
