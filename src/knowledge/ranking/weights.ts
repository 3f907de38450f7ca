import { type Hidden, readHidden } from './hidden.ts';
import learned from './learned.json' with { type: 'json' };
import learnedDeep from './learned-deep.json' with { type: 'json' };

/** A weight for each feature, and for `bias`. A feature that is not named counts nothing. */
export type Weights = Readonly<Record<string, number>>;

/**
 * Set by hand: what question sets hold too little of to be learned from them, such as follow-ups and what people
 * said, and what is asked of news more than of encyclopaedias. Everything else is learned from 0.
 */
export const PRIOR_WEIGHTS: Weights = {
  earlier: 1,
  asks: -1.5,
  replies: 2,
  slight: -0.5,
  quoted: 0.2,
  offTopic: -1,
  supposes: -0.5,
  kind: 0.9,
  lacking: -1.7,
  uncounted: -1,
};

/**
 * Set by hand in the same way: what makes a sentence no answer however much of the question it holds. A "who" without
 * a name and a "how many" without a number do, and so do names that the story never mentions.
 */
export const PRIOR_DOUBTS: Weights = {
  lacking: -2.5,
  uncounted: -1,
  tense: -1.2,
  offTopic: -2,
  supposes: -0.4,
  asks: -3,
  slight: -1.5,
  replies: 2.5,
  kind: 0.8,
  unknownName: -1,
};

/**
 * What else the confidence is learned from, by what it may only speak for and only against. Left to itself it learns
 * that a word which the library has never heard is a good sign, because that happened to be so in some articles.
 */
export const FOR: readonly string[] =
  `coverage rarest smallWords around aroundSquared before paragraphCoverage headline
  article leansBack neighbours samePairs sameTermPairs closeness density subject score cosine cosineParagraph cosineWhole
  nearAll nearParagraph nearMissing nearMissingParagraph nearFirst nearLast rest answers chance ahead level`.split(
    /\s+/,
  );
export const AGAINST: readonly string[] =
  `missingInArticle missingAround stranger farthest farthestParagraph farByCosine
  farByParagraph down unknown strange nameNotInArticle`.split(/\s+/);

/** What a model is made of. */
export interface Learned {
  /** Weights for the order. */
  readonly ranking: Weights;
  /** What is added to their sum. */
  readonly hidden: Hidden;
  /** Weights for the log-odds that a sentence answers. */
  readonly confidence: Weights;
}

/** Learned from development sets, never from a test set: `learned.json` says from which, `npm run train` how. */
export const SHIPPED: Learned = {
  ranking: learned.weights,
  hidden: readHidden(learned.hidden),
  confidence: learned.confidence,
};

/** The same where a network has compared question and sentences: its cosines change what the others are worth. */
export const SHIPPED_DEEP: Learned = {
  ranking: learnedDeep.weights,
  hidden: readHidden(learnedDeep.hidden),
  confidence: learnedDeep.confidence,
};

/**
 * From this confidence on, a sentence is shown as the answer: of 28 questions about something else altogether in
 * `sets/newsroom-dev` none is answered then, and one is from 0.5 on.
 */
export const ANSWER_FROM = 0.55;
/** From this confidence on, a sentence is shown as "the closest the story comes": one in six of these is the answer. */
export const NEAREST_FROM = 0.12;
