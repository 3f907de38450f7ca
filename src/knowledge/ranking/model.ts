import type { Corpus } from '../corpus.ts';
import type { Candidate } from '../search/engine.ts';
import { FEATURES } from './features.ts';
import { hiddenSum } from './hidden.ts';
import type { Inquiry } from './inquiry.ts';
import { type Pair, pairsOf } from './pair.ts';
import { RANKS, ranksOf, SIGNS } from './signs.ts';
import { type Learned, SHIPPED, SHIPPED_DEEP, type Weights } from './weights.ts';

/** A candidate that was judged. */
export interface Ranked {
  readonly pair: Pair;
  /** The higher the better; comparable within one question only. */
  readonly score: number;
  /** 0 to 1: how likely the sentence answers; comparable between questions. */
  readonly confidence: number;
  /** What the score is taken from, in the order of {@link FEATURES}. */
  readonly features: Float32Array;
  /** What the confidence is taken from beside the features, in the order of {@link SIGNS} and {@link RANKS}. */
  readonly signs: Float32Array;
}

/** What judges candidates. */
export interface RankingModel {
  /** @returns the candidates, best first */
  rank(inquiry: Inquiry, candidates: readonly Candidate[], corpus: Corpus): readonly Ranked[];
  /** @returns what the features and signs of a candidate weighed when it was judged */
  weighed(one: Ranked): Weighed;
}

/** What made a score and a confidence of the features and signs of one candidate. */
export interface Weighed {
  /** Of each feature in the score, in the order of {@link FEATURES}. */
  readonly order: readonly number[];
  /** What the hidden layer added to the score. */
  readonly hidden: number;
  /** Of each feature and sign in the log-odds of the confidence, in their order. */
  readonly sureness: Linear;
}

/** A weight for each feature and each sign, in their order, and one that is always added. */
interface Linear {
  readonly bias: number;
  readonly features: readonly number[];
  readonly signs: readonly number[];
}

/**
 * The model: a weighted sum of features, with a hidden layer beside it, orders the candidates; a logistic one says
 * how sure it is.
 *
 * @param learned what it is made of
 * @param deep what it is made of for questions that a network has compared with their candidates
 * @returns the model
 */
export function learnedModel(learned: Learned = SHIPPED, deep: Learned = SHIPPED_DEEP): RankingModel {
  const models = { words: modelOf(learned), deep: modelOf(deep) };
  const modelFor = (inquiry: Inquiry) => (inquiry.deep === null ? models.words : models.deep);
  return {
    rank(inquiry, candidates, corpus) {
      const { order, hidden, sureness } = modelFor(inquiry);
      const scored = pairsOf(inquiry, candidates, corpus).map((pair) => {
        const features = Float32Array.from(TAKE_FEATURES, (feature) => feature(pair));
        return { pair, features, score: product(order.features, features) + hiddenSum(hidden, features) };
      });
      scored.sort((a, b) => b.score - a.score || a.pair.candidate.sentence - b.pair.candidate.sentence);
      return scored.map((one): Ranked => {
        const rivals = scored.filter((other) => isRival(one.pair, other.pair));
        const scores = rivals.map(({ score }) => score);
        const signs = Float32Array.from([
          ...TAKE_SIGNS.map((sign) => sign(one.pair)),
          ...ranksOf(scores, rivals.indexOf(one)),
        ]);
        const odds =
          sureness.bias + product(sureness.features, one.features) + product(sureness.signs, signs);
        return { ...one, signs, confidence: 1 / (1 + Math.exp(-odds)) };
      });
    },
    weighed({ pair, features }) {
      const { order, hidden, sureness } = modelFor(pair.inquiry);
      return { order: order.features, hidden: hiddenSum(hidden, features), sureness };
    },
  };
}

/** Whether one of two would be wrong if the other were right: another article about the same story may say the same. */
function isRival(one: Pair, other: Pair): boolean {
  const [own, others] = [one, other].map(
    ({ corpus, candidate }) => corpus.sentences[candidate.sentence]?.article,
  );
  return own === others || own?.story !== others?.story;
}

function modelOf({ ranking, hidden, confidence }: Learned) {
  return { order: linear(ranking), hidden, sureness: linear(confidence) };
}

const TAKE_FEATURES = Object.values(FEATURES);
const TAKE_SIGNS = Object.values(SIGNS);

function linear(weights: Weights): Linear {
  const of = (names: readonly string[]) => names.map((name) => weights[name] ?? 0);
  return {
    bias: weights.bias ?? 0,
    features: of(Object.keys(FEATURES)),
    signs: of([...Object.keys(SIGNS), ...RANKS]),
  };
}

function product(weights: readonly number[], values: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += (weights[at] ?? 0) * (values[at] ?? 0);
  return sum;
}
