import { describe, expect, it } from 'vitest';
import { FEATURE_NAMES, RANKS, ranksOf, SIGN_NAMES } from '../../src/knowledge/index.ts';
import { type Bounds, chanceOf, type Judged, judgedOf, learnOdds } from '../../src/training/confidence.ts';
import { randomFrom } from '../../src/training/random.ts';
import { exampleOf } from './examples.ts';

/** Made questions: how likely each is right follows from its first value; the second tells nothing. */
function made(count: number, seed: number): Judged[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const values = [random() * 6 - 3, random() * 6 - 3];
    const right = random() < 1 / (1 + Math.exp(0.5 - 1.5 * (values[0] ?? 0)));
    return { values, right, answerable: right || random() < 0.5, weight: 1 };
  });
}
const MADE = made(4000, 5);
const ANY: Bounds = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
const given = (weight: number): Bounds => ({ from: weight, to: weight });

describe('how sure to be', () => {
  it.each([0.2, 0.5, 0.8])(
    'is calibrated: of those that are said to be right with %d, so many are',
    (said) => {
      const odds = learnOdds(MADE, [ANY, ANY]);
      const about = made(8000, 6).filter((one) => Math.abs(chanceOf(odds, one) - said) < 0.05);
      expect(about.length).toBeGreaterThan(300);
      const share = about.filter(({ right }) => right).length / about.length;
      expect(Math.abs(share - said)).toBeLessThan(0.07);
    },
  );

  it('is learned from what tells right from wrong', () => {
    const { weights } = learnOdds(MADE, [ANY, ANY]);
    expect(weights[0]).toBeGreaterThan(10 * Math.abs(weights[1] ?? Number.NaN));
  });

  it('leaves weights that are given as they are to each other', () => {
    const { weights } = learnOdds(MADE, [given(-2), given(0.5)]);
    expect((weights[0] ?? 0) / (weights[1] ?? 0)).toBeCloseTo(-4, 6);
    const learned = learnOdds(MADE, [ANY, given(1)]);
    expect(learned.weights[0]).toBeGreaterThan(0);
    expect(learned.weights[1]).not.toBe(0);
  });

  it('never speaks for what may only speak against', () => {
    const against: Bounds = { from: Number.NEGATIVE_INFINITY, to: 0 };
    expect(learnOdds(MADE, [against, ANY]).weights[0]).toBeCloseTo(0, 12);
  });

  it('is the same for the same questions', () => {
    expect(learnOdds(MADE.slice(0, 500), [ANY, given(-1)])).toEqual(
      learnOdds(MADE.slice(0, 500), [ANY, given(-1)]),
    );
  });

  it('is less sure of what stands where there is no answer than of what is wrong beside a right one', () => {
    // The first value marks questions without an answer, the second those with one that was not found.
    const judged = Array.from({ length: 900 }, (_, at): Judged => {
      const values = [at % 3 === 0 ? 1 : 0, at % 3 === 1 ? 1 : 0];
      return { values, right: at % 3 === 2, answerable: at % 3 !== 0, weight: 1 };
    });
    const { weights } = learnOdds(judged, [ANY, ANY]);
    expect(weights[0]).toBeLessThan((weights[1] ?? 0) - 0.5);
    expect(weights[1]).toBeLessThan(0);
  });
});

describe('the chance', () => {
  it.each([
    [{ bias: 0, weights: [0, 0] }, 0.5],
    [{ bias: Math.log(3), weights: [0, 0] }, 0.75],
    [{ bias: 0, weights: [Math.log(3), 0] }, 0.75],
    [{ bias: Math.log(3), weights: [0, Math.log(3)] }, 0.25],
  ])('follows from the odds: %j', (odds, chance) => {
    expect(chanceOf(odds, { values: [1, -2], right: true, answerable: true, weight: 1 })).toBeCloseTo(
      chance,
      12,
    );
  });
});

describe('a judged question', () => {
  const hidden = { biases: [], outputs: [], weights: new Float32Array(0) };
  const ranker = { weights: FEATURE_NAMES.map((_, at) => (at === 1 ? 1 : 0)), hidden };
  const rowsOf = (scores: readonly number[]) =>
    scores.map((score, row) => FEATURE_NAMES.map((_, at) => (at === 1 ? score : row)));
  const signsOf = (count: number) =>
    Float32Array.from(
      { length: count * SIGN_NAMES.length },
      (_, at) => Math.floor(at / SIGN_NAMES.length) / 4,
    );

  it('is one with the candidate that is first: its features, its signs, and how it stands', () => {
    const scores = [0.25, 0.75, 0.5];
    const example = exampleOf(rowsOf(scores), [true, false, false], { signs: signsOf(3) });
    const { values, right, answerable } = judgedOf(example, ranker, 1);
    expect({ right, answerable }).toEqual({ right: false, answerable: true });
    expect(values).toHaveLength(FEATURE_NAMES.length + SIGN_NAMES.length);
    expect(values.slice(0, FEATURE_NAMES.length)).toEqual(rowsOf(scores)[1]);
    expect(values.slice(FEATURE_NAMES.length, -RANKS.length).every((value) => value === 0.25)).toBe(true);
    expect(values.slice(-RANKS.length)).toEqual(ranksOf(scores, 1));
  });

  it.each([
    [[false, true, false], true, true],
    [[false, false, true], false, true],
    [[false, false, false], false, false],
  ])('says whether that is right, and whether any is: %j', (rights, right, answerable) => {
    const example = exampleOf(rowsOf([0, 1, 0.5]), rights, { signs: signsOf(3) });
    expect(judgedOf(example, ranker, 1)).toMatchObject({ right, answerable });
  });
});
