import { type Likeness, likenessOf } from './alike.ts';
import type { WeighedForm } from './wording.ts';

/** A logistic function of how two questions are alike, fitted to the pairs of `sets/question-groups/dev.jsonl`. */
const WEIGHTS: Likeness = { common: 8.7, near: 6.4, replaced: -5.4, named: -4.8 };
const BIAS = -3.5;

/**
 * @param a a question
 * @param b another
 * @returns the chance that they ask the same, from 0 to 1; 0 where they cannot
 */
export function chanceOfSame(a: WeighedForm, b: WeighedForm): number {
  const alike = likenessOf(a, b);
  if (alike === null) return 0;
  const sum =
    BIAS +
    WEIGHTS.common * alike.common +
    WEIGHTS.near * alike.near +
    WEIGHTS.replaced * alike.replaced +
    WEIGHTS.named * alike.named;
  return 1 / (1 + Math.exp(-sum));
}
