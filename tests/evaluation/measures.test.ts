import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auroc, measure, type Outcome } from '../../src/evaluation/measures.ts';

function outcome(more: Partial<Outcome> = {}): Outcome {
  return { answerable: true, rightAt: 0, inParagraph: true, confidence: 0.9, took: 1, ...more };
}

describe('what is measured', () => {
  it('counts right sentences by their place', () => {
    const places = [0, 0, 1, 4, 9, null];
    const measured = measure(
      places.map((rightAt) => outcome({ rightAt, inParagraph: rightAt !== null && rightAt < 2 })),
      0.5,
    );
    expect(measured).toMatchObject({
      questions: 6,
      answerable: 6,
      precisionAt1: 2 / 6,
      recallAt5: 4 / 6,
      paragraphPrecisionAt1: 3 / 6,
      auroc: null,
      answeredWrongly: null,
    });
    expect(measured.mrrAt10).toBeCloseTo((1 + 1 + 1 / 2 + 1 / 5 + 1 / 10) / 6, 12);
  });

  it('tells which questions are answered, and how often rightly', () => {
    const measured = measure(
      [
        outcome({ confidence: 0.5 }),
        outcome({ confidence: 0.8, rightAt: 3 }),
        outcome({ confidence: 0.49 }),
        outcome({ answerable: false, rightAt: null, confidence: 0.6 }),
        outcome({ answerable: false, rightAt: null, confidence: 0.1 }),
      ],
      0.5,
    );
    expect(measured).toMatchObject({ answered: 2 / 3, answeredRight: 1 / 2, answeredWrongly: 1 / 2 });
    expect(measured.reliability[8]).toEqual({ count: 1, confidence: 0.8, right: 0 });
    expect(measured.reliability.reduce((total, { count }) => total + count, 0)).toBe(5);
  });

  it('has no share of nothing', () => {
    expect(measure([], 0.5)).toMatchObject({
      precisionAt1: null,
      mrrAt10: null,
      answered: null,
      p50: 0,
      p95: 0,
    });
    expect(measure([outcome({ inParagraph: null })], 0.5).paragraphPrecisionAt1).toBeNull();
  });

  it('takes the middle and the slow end of the times', () => {
    const times = Array.from({ length: 100 }, (_, took) => outcome({ took: 100 - took }));
    expect(measure(times, 0.5)).toMatchObject({ p50: 51, p95: 96 });
  });
});

describe('the area under the ROC curve', () => {
  it.each([
    [[0.9, 0.8], [0.1, 0.2], 1],
    [[0.1], [0.9], 0],
    [[0.5, 0.5], [0.5], 0.5],
    [[0.9, 0.3], [0.5], 0.5],
  ])('of %j against %j is %d', (positives, negatives, area) => {
    expect(auroc(positives, negatives)).toBe(area);
  });

  it('is the share of pairs that are in the right order, a tie counting half', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const pairs = positives.flatMap((yes) =>
          negatives.map((no) => (yes > no ? 1 : yes === no ? 0.5 : 0)),
        );
        const expected = pairs.reduce((total: number, won) => total + won, 0) / pairs.length;
        expect(auroc(positives, negatives)).toBeCloseTo(expected, 12);
      }),
    );
  });
});
