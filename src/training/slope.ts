import { type Example, ONE, REST } from './examples.ts';

/** All numbers of a ranker, or how the loss changes with each of them. */
export interface Slope {
  /** One for each feature. */
  readonly weights: Float64Array;
  /** Feature by feature, one for each unit of the hidden layer. */
  readonly hidden: Float64Array;
  /** One for each unit. */
  readonly biases: Float64Array;
  readonly outputs: Float64Array;
  /** `REST` × `REST`: rows for the question, columns for the sentence. */
  readonly map: Float64Array;
}

export type Numbers = Slope;

/** How a feature varies over all candidates. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/** @returns how each feature varies; one that hardly does is learned as fast as the others */
export function spreadOf(examples: readonly Example[], features: number): Spread[] {
  const [sums, squares] = [new Float64Array(features), new Float64Array(features)];
  let rows = 0;
  for (const { candidates, features: values } of examples) {
    rows += candidates;
    for (let at = 0; at < values.length; at += 1) {
      const [feature, value] = [at % features, values[at] ?? 0];
      sums[feature] = (sums[feature] ?? 0) + value;
      squares[feature] = (squares[feature] ?? 0) + value * value;
    }
  }
  return [...sums].map((sum, at) => {
    const mean = sum / Math.max(1, rows);
    const square = (squares[at] ?? 0) / Math.max(1, rows);
    return { mean, deviation: Math.sqrt(Math.max(0, square - mean * mean)) + 1e-3 };
  });
}

/** Candidates whose chance is as it should be, within this, teach nothing. */
const ENOUGH = 1e-4;

/**
 * Adds how the negative logarithm of the right candidates' chance changes with each number.
 *
 * @param example a question with its candidates
 * @param answers what the map gives for each candidate
 * @param numbers of the ranker, for features brought to one mean and spread
 * @param spread by which they are
 * @param slope added to
 */
export function addSlope(
  example: Example,
  answers: readonly number[],
  numbers: Numbers,
  spread: readonly Spread[],
  slope: Slope,
): void {
  const { candidates, rests, right } = example;
  const [features, units] = [numbers.weights.length, numbers.biases.length];
  const values = evened(example, spread);
  const active = new Float64Array(candidates * units);
  const scores = Array.from({ length: candidates }, (_, at) => {
    let score = answers[at] ?? 0;
    const sums = Float64Array.from(numbers.biases);
    for (let feature = 0; feature < features; feature += 1) {
      const value = values[at * features + feature] ?? 0;
      score += (numbers.weights[feature] ?? 0) * value;
      for (let unit = 0; unit < units; unit += 1) {
        sums[unit] = (sums[unit] ?? 0) + value * (numbers.hidden[feature * units + unit] ?? 0);
      }
    }
    for (let unit = 0; unit < units; unit += 1) {
      const activity = Math.tanh(sums[unit] ?? 0);
      active[at * units + unit] = activity;
      score += activity * (numbers.outputs[unit] ?? 0);
    }
    return score;
  });
  const highest = Math.max(...scores);
  const chances = scores.map((score) => Math.exp(score - highest));
  const all = chances.reduce((total, chance) => total + chance, 0);
  const good = chances.reduce((total, chance, at) => total + (right[at] ? chance : 0), 0);
  for (const [at, chance] of chances.entries()) {
    const off = chance / all - (right[at] ? chance / Math.max(good, 1e-12) : 0);
    if (Math.abs(off) < ENOUGH) continue;
    const back = new Float64Array(units);
    for (let unit = 0; unit < units; unit += 1) {
      const activity = active[at * units + unit] ?? 0;
      back[unit] = off * (numbers.outputs[unit] ?? 0) * (1 - activity * activity);
      slope.outputs[unit] = (slope.outputs[unit] ?? 0) + off * activity;
      slope.biases[unit] = (slope.biases[unit] ?? 0) + (back[unit] ?? 0);
    }
    for (let feature = 0; feature < features; feature += 1) {
      const value = values[at * features + feature] ?? 0;
      slope.weights[feature] = (slope.weights[feature] ?? 0) + off * value;
      for (let unit = 0; unit < units; unit += 1) {
        const place = feature * units + unit;
        slope.hidden[place] = (slope.hidden[place] ?? 0) + value * (back[unit] ?? 0);
      }
    }
    addMapSlope(rests, at, off, slope.map);
  }
}

function addMapSlope(rests: Int8Array, at: number, off: number, map: Float64Array): void {
  for (let row = 0; row < REST; row += 1) {
    const asked = (off * (rests[at * 2 * REST + row] ?? 0)) / (ONE * ONE);
    if (asked === 0) continue;
    for (let column = 0; column < REST; column += 1) {
      const place = row * REST + column;
      map[place] = (map[place] ?? 0) + asked * (rests[(at * 2 + 1) * REST + column] ?? 0);
    }
  }
}

function evened({ features: values }: Example, spread: readonly Spread[]): Float64Array {
  return Float64Array.from(values, (value, at) => {
    const { mean, deviation } = spread[at % spread.length] ?? { mean: 0, deviation: 1 };
    return (value - mean) / deviation;
  });
}
