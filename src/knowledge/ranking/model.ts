import type { Corpus } from '../corpus.ts';
import type { Candidate } from '../search/engine.ts';
import { FEATURES } from './features.ts';
import { type Inquiry, type Pair, pairOf } from './pair.ts';
import { CONFIDENCE_WEIGHTS, RANKING_WEIGHTS, type Weights } from './weights.ts';

/** A candidate that was judged. */
export interface Ranked {
  readonly pair: Pair;
  /** The higher the better; comparable within one question only. */
  readonly score: number;
  /** 0 to 1: how likely the sentence answers; comparable between questions. */
  readonly confidence: number;
  /** What both are taken from. */
  readonly values: FeatureValues;
}

/** The value of each feature for one pair. */
export type FeatureValues = ReadonlyMap<string, number>;

/** What judges candidates. Hand-set weights fill it today; learned ones have the same shape. */
export interface RankingModel {
  /** @returns the candidates, best first */
  rank(inquiry: Inquiry, candidates: readonly Candidate[], corpus: Corpus): readonly Ranked[];
}

/**
 * A linear model: a weighted sum of features orders the candidates, a logistic one says how sure it is.
 *
 * @param ranking weights for the order
 * @param confidence weights for the log-odds that a sentence answers
 * @returns the model
 */
export function linearModel(
  ranking: Weights = RANKING_WEIGHTS,
  confidence: Weights = CONFIDENCE_WEIGHTS,
): RankingModel {
  return {
    rank(inquiry, candidates, corpus) {
      return candidates
        .map((candidate): Ranked => {
          const pair = pairOf(inquiry, candidate, corpus);
          const values = valuesOf(pair);
          return {
            pair,
            score: sum(ranking, values),
            confidence: 1 / (1 + Math.exp(-sum(confidence, values))),
            values,
          };
        })
        .sort((a, b) => b.score - a.score || a.pair.candidate.sentence - b.pair.candidate.sentence);
    },
  };
}

function valuesOf(pair: Pair): FeatureValues {
  return new Map(Object.entries(FEATURES).map(([name, feature]) => [name, feature(pair)]));
}

function sum(weights: Weights, values: FeatureValues): number {
  let total = weights.bias ?? 0;
  for (const [name, weight] of Object.entries(weights)) total += weight * (values.get(name) ?? 0);
  return total;
}
