import { describe, expect, it } from 'vitest';
import type { Example } from '../../src/training/examples.ts';
import { learn, precisionOf } from '../../src/training/learn.ts';

const HOW = { epochs: 8, rate: 0.3, pull: 0, seed: 1 };

/** Two features: the first tells the right candidate, the second is noise that tells nothing. */
const EXAMPLES: Example[] = Array.from({ length: 60 }, (_, number) => {
  const right = number % 3;
  const noise = [0, 1, 2].map((at) => ((number * 7 + at * 5) % 11) / 11);
  const values = Float32Array.from([0, 1, 2].flatMap((at) => [at === right ? 0.6 : 0.4, noise[at] ?? 0]));
  return { story: `article-${number}`, candidates: 3, values, right: [0, 1, 2].map((at) => at === right) };
});

describe('learning the weights of a ranker', () => {
  it('finds the feature that tells right from wrong', () => {
    const before = precisionOf(EXAMPLES, [0, 1]);
    const weights = learn(EXAMPLES, [0, 1], [true, true], HOW);
    expect(before).toBeLessThan(0.5);
    expect(precisionOf(EXAMPLES, weights)).toBe(1);
    expect(weights[0]).toBeGreaterThan(5 * Math.abs(weights[1] ?? 0));
  });

  it('gives the same weights for the same seed', () => {
    const twice = [1, 2].map(() => learn(EXAMPLES, [0, 0], [true, true], HOW));
    expect(twice[0]).toEqual(twice[1]);
  });

  it('leaves a weight that is not free as it is', () => {
    expect(learn(EXAMPLES, [0, 0.7], [true, false], HOW)[1]).toBeCloseTo(0.7, 12);
  });

  it('leaves a weight that the examples say nothing of where it started', () => {
    const silent = EXAMPLES.map((example) => ({
      ...example,
      values: example.values.map((value, at) => (at % 2 === 1 ? 0 : value)),
    }));
    expect(learn(silent, [0, -2], [true, true], { ...HOW, pull: 0.01 })[1]).toBeCloseTo(-2, 12);
  });

  it('counts a question with several right candidates as right when any of them is first', () => {
    const both: Example = {
      story: 'a',
      candidates: 2,
      values: Float32Array.from([1, 0]),
      right: [true, true],
    };
    expect(precisionOf([both], [1])).toBe(1);
    expect(precisionOf([], [1])).toBe(0);
  });
});
