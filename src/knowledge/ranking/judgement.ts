import { FEATURE_WORDS } from './feature-words.ts';
import { FEATURES } from './features.ts';
import type { Ranked, RankingModel } from './model.ts';
import { RANKS, SIGNS } from './signs.ts';

/** What one feature or sign adds to a sum. */
export interface Contribution {
  /** Of the feature or the sign. */
  readonly name: string;
  /** From -1 to 1. */
  readonly value: number;
  readonly weight: number;
  /** `value × weight`. */
  readonly contribution: number;
}

/** A score and a confidence with all that they are made of. */
export interface Judgement {
  /** The higher the better; comparable within one question only. The sum of `features` and `together`. */
  readonly score: number;
  readonly features: readonly Contribution[];
  /** What the hidden layer adds to the score: what features say together and no sum of them can. */
  readonly together: number;
  /** 0 to 1: how likely the sentence answers. */
  readonly confidence: number;
  /** What the log-odds of the confidence are the sum of: `confidence = 1 / (1 + e^-(base + features + signs))`. */
  readonly sureness: {
    /** Added whatever the sentence is. */
    readonly base: number;
    readonly features: readonly Contribution[];
    readonly signs: readonly Contribution[];
  };
}

/** A contribution to the scores of two candidates. */
export interface ScoreDifference {
  /** Of the feature, or {@link TOGETHER}. */
  readonly name: string;
  /** What it added to the score of each. */
  readonly first: number;
  readonly second: number;
  /** `first - second`: below 0 where it spoke for the second. */
  readonly difference: number;
}

/** The name under which the hidden layer stands among contributions. */
const TOGETHER = 'together';

/** What each name of a contribution says, in plain words. */
export const WORDS: Readonly<Record<string, string>> = {
  ...FEATURE_WORDS,
  [TOGETHER]: 'What several of these say together, as learned from questions with their answers',
};

const FEATURE_NAMES = Object.keys(FEATURES);
const SIGN_NAMES = [...Object.keys(SIGNS), ...RANKS];

/**
 * @param one a candidate that was judged
 * @param model what has judged it
 * @returns the judgement with its parts, in the order of the features and signs
 */
export function judgementOf(one: Ranked, model: RankingModel): Judgement {
  const { order, hidden, sureness } = model.weighed(one);
  return {
    score: one.score,
    features: contributions(FEATURE_NAMES, one.features, order),
    together: hidden,
    confidence: one.confidence,
    sureness: {
      base: sureness.bias,
      features: contributions(FEATURE_NAMES, one.features, sureness.features),
      signs: contributions(SIGN_NAMES, one.signs, sureness.signs),
    },
  };
}

function contributions(
  names: readonly string[],
  values: Float32Array,
  weights: readonly number[],
): readonly Contribution[] {
  return names.map((name, at) => {
    const [value, weight] = [values[at] ?? 0, weights[at] ?? 0];
    return { name, value, weight, contribution: value * weight };
  });
}

/** More reasons than these nobody reads, and they are small. */
const MOST_DIFFERENCES = 6;

/** @returns in what the scores of two candidates differ most, the largest difference first */
export function differencesOf(
  first: Ranked,
  second: Ranked,
  model: RankingModel,
): readonly ScoreDifference[] {
  const [ours, theirs] = [addedTo(first, model), addedTo(second, model)];
  return [...ours]
    .map(([name, added]) => ({ name, first: added, second: theirs.get(name) ?? 0 }))
    .map((each) => ({ ...each, difference: each.first - each.second }))
    .filter(({ difference }) => difference !== 0)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
    .slice(0, MOST_DIFFERENCES);
}

function addedTo(one: Ranked, model: RankingModel): ReadonlyMap<string, number> {
  const { features, together } = judgementOf(one, model);
  return new Map([
    ...features.map(({ name, contribution }) => [name, contribution] as const),
    [TOGETHER, together],
  ]);
}
