import { type Hidden, hiddenSum } from '../knowledge/index.ts';
import type { Example } from './examples.ts';

/** What orders candidates, once it is learned. */
export interface Ranker {
  readonly weights: readonly number[];
  readonly hidden: Hidden;
}

/** @returns the score of each candidate, as the ranking takes it */
export function scoresOf(
  { candidates, features }: Pick<Example, 'candidates' | 'features'>,
  { weights, hidden }: Ranker,
): number[] {
  return Array.from({ length: candidates }, (_, at) => {
    const own = features.subarray(at * weights.length, (at + 1) * weights.length);
    const sum = own.reduce((score, value, feature) => score + value * (weights[feature] ?? 0), 0);
    return sum + hiddenSum(hidden, own);
  });
}

/** @returns the share of questions whose highest candidate is right, 0 to 1 */
export function precisionOf(examples: readonly Example[], ranker: Ranker): number {
  const right = examples.filter((example) => {
    const scores = scoresOf(example, ranker);
    return example.right[scores.indexOf(Math.max(...scores))] === true;
  });
  return right.length / Math.max(1, examples.length);
}
