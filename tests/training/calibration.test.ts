import { describe, expect, it } from 'vitest';
import { calibrationOf } from '../../src/training/calibration.ts';

const ODDS = { bias: 0, weights: [1] };
const judged = (chance: number, right: boolean) => ({
  values: [Math.log(chance / (1 - chance))],
  right,
  answerable: true,
  weight: 1,
});

describe('what confidence was worth', () => {
  it('is told in steps of a tenth, lowest first, without those that are empty', () => {
    const answers = [
      judged(0.85, true),
      judged(0.05, false),
      judged(0.81, true),
      judged(0.86, false),
      judged(0.45, true),
    ];
    expect(calibrationOf(ODDS, answers)).toEqual([
      { confidence: 0.05, right: 0, answers: 1 },
      { confidence: 0.45, right: 1, answers: 1 },
      { confidence: 0.84, right: 0.667, answers: 3 },
    ]);
  });

  it('has those that are quite sure in the last step', () => {
    const sure = { values: [1000], right: true, answerable: true, weight: 1 };
    const answers = [sure, judged(0.95, false)];
    expect(calibrationOf(ODDS, answers)).toEqual([{ confidence: 0.975, right: 0.5, answers: 2 }]);
  });

  it('is nothing of no answers', () => {
    expect(calibrationOf(ODDS, [])).toEqual([]);
  });
});
