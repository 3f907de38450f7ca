import { describe, expect, it } from 'vitest';
import { readHidden } from '../../src/knowledge/index.ts';
import type { Example } from '../../src/training/examples.ts';
import { type Learning, learn } from '../../src/training/learn.ts';
import { throughMap } from '../../src/training/learned-map.ts';
import { precisionOf } from '../../src/training/scores.ts';
import { writtenHidden } from '../../src/training/written.ts';
import { exampleOf, restsAlong } from './examples.ts';

const NONE = { weights: 0, hidden: 0, map: 0 };
const HOW: Learning = {
  epochs: 12,
  rates: { weights: 0.1, hidden: 0, map: 0 },
  pulls: NONE,
  units: 4,
  batch: 8,
  seed: 1,
};
const FREE = [false, false];

/** Two features: the first tells the right candidate, the second is noise that tells nothing. */
const PLANTED: Example[] = Array.from({ length: 60 }, (_, number) => {
  const right = number % 3;
  const noise = [0, 1, 2].map((at) => ((number * 7 + at * 5) % 11) / 11);
  return exampleOf(
    [0, 1, 2].map((at) => [at === right ? 0.6 : 0.4, noise[at] ?? 0]),
    [0, 1, 2].map((at) => at === right),
  );
});

/** The right one has either of two features, and the wrong ones both or none: no weighted sum tells that. */
const EITHER: Example[] = Array.from({ length: 80 }, (_, number) => {
  const right = number % 2 === 0 ? [1, 0] : [0, 1];
  return number % 3 === 0
    ? exampleOf([[1, 1], [0, 0], right], [false, false, true])
    : exampleOf([right, [0, 0], [1, 1]], [true, false, false]);
});

const ranker = (learned: ReturnType<typeof learn>) => ({
  weights: [...learned.weights],
  hidden: readHidden(writtenHidden(learned)),
});

describe('learning a ranker', () => {
  it('finds the feature that tells right from wrong', () => {
    const flat = { biases: [], outputs: [], weights: new Float32Array(0) };
    expect(precisionOf(PLANTED, { weights: [0, 1], hidden: flat })).toBeLessThan(0.5);
    const learned = learn(PLANTED, [0, 1], FREE, HOW);
    expect(precisionOf(PLANTED, ranker(learned))).toBe(1);
    expect(learned.weights[0]).toBeGreaterThan(5 * Math.abs(learned.weights[1] ?? 0));
  });

  it('finds with its hidden layer what no sum of features tells', () => {
    const linear = learn(EITHER, [0, 0], FREE, HOW);
    expect(precisionOf(EITHER, ranker(linear))).toBeLessThan(1);
    const rates = { ...HOW.rates, hidden: 0.1 };
    const bent = learn(EITHER, [0, 0], FREE, { ...HOW, rates, units: 8, epochs: 60 });
    expect(precisionOf(EITHER, ranker(bent))).toBe(1);
  });

  it('finds with its map what answers what, where features say nothing', () => {
    const questions = Array.from({ length: 40 }, (_, number) => {
      const [asked, other] = [number % 4, (number + 1) % 4];
      return exampleOf([[0], [0]], [false, true], { rests: restsAlong(asked, [10 + other, 10 + asked]) });
    });
    const { map } = learn(questions, [0], [false], { ...HOW, rates: { weights: 0, hidden: 0, map: 0.1 } });
    for (const { rests } of questions) {
      const [wrong = 0, right = 0] = throughMap(rests, 2, map);
      expect(right).toBeGreaterThan(wrong + 1);
    }
  });

  it('gives the same numbers for the same seed, and others for another', () => {
    const how = { ...HOW, rates: { weights: 0.1, hidden: 0.01, map: 0 }, epochs: 3 };
    const [one, two, other] = [1, 1, 2].map((seed) => learn(PLANTED, [0, 0], FREE, { ...how, seed }));
    expect(one).toEqual(two);
    expect(other?.hidden).not.toEqual(one?.hidden);
  });

  it('leaves a weight that is fixed as it is, and its feature out of the hidden layer', () => {
    const rates = { ...HOW.rates, hidden: 0.05 };
    const { weights, hidden } = learn(PLANTED, [0, 0.7], [false, true], { ...HOW, rates });
    expect(weights[1]).toBeCloseTo(0.7, 12);
    expect([...hidden.subarray(HOW.units)]).toEqual([0, 0, 0, 0]);
    expect(hidden[0]).not.toBe(0);
  });

  it('leaves a weight that the examples say nothing of where it started', () => {
    const silent = PLANTED.map(({ features, right }) =>
      exampleOf(
        right.map((_, at) => [features[at * 2] ?? 0, 0]),
        right,
      ),
    );
    const pulls = { ...NONE, weights: 0.01 };
    expect(learn(silent, [0, -2], FREE, { ...HOW, pulls }).weights[1]).toBeCloseTo(-2, 12);
  });

  it('keeps numbers nearer to where they started, the harder they are pulled', () => {
    const [loose, tight] = [0, 0.5].map((weights) =>
      learn(PLANTED, [0, 0], FREE, { ...HOW, pulls: { ...NONE, weights } }),
    );
    expect(Math.abs(tight?.weights[0] ?? 0)).toBeLessThan(Math.abs(loose?.weights[0] ?? 0));
  });
});

describe('the share of questions whose first sentence is right', () => {
  const hidden = { biases: [], outputs: [], weights: new Float32Array(0) };

  it('counts a question with several right candidates when any of them is first', () => {
    expect(precisionOf([exampleOf([[1], [0]], [true, true])], { weights: [1], hidden })).toBe(1);
  });

  it('is 0 of no questions', () => {
    expect(precisionOf([], { weights: [1], hidden })).toBe(0);
  });
});
