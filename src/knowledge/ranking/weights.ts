import type { FeatureName } from './features.ts';
import learned from './learned.json' with { type: 'json' };

/** A weight for each feature, and for `bias`. A feature that is not named counts nothing. */
export type Weights = Readonly<Partial<Record<FeatureName | 'bias', number>>>;

/** Set by hand, on `bessemer-dev` and articles of `train-wiki`: what learning starts from and is drawn to. */
export const PRIOR_WEIGHTS: Weights = {
  coverage: 2.5,
  around: 4,
  rarest: 0.3,
  stranger: -1.2,
  earlier: 2.5,
  score: 1,
  paragraph: 2,
  kind: 0.9,
  lacking: -1.7,
  neighbours: 1.5,
  density: 1,
  subject: 0.5,
  supposes: -1.2,
  offTopic: -1,
  uncounted: -0.3,
  asks: -3,
  replies: 1.5,
  slight: -1,
  lead: 0.2,
  quoted: 0.3,
  tense: -0.7,
};

/** Learned from development sets, never from a test set: `learned.json` says from which, `npm run train` how. */
export const RANKING_WEIGHTS: Weights = learned.weights;

/** Log-odds that a sentence answers; set by hand. */
export const CONFIDENCE_WEIGHTS: Weights = {
  bias: -3.4,
  coverage: 3.2,
  around: 2,
  rarest: 0.8,
  unknown: -1,
  stranger: -1.6,
  earlier: 0.5,
  kind: 0.6,
  lacking: -5,
  neighbours: 1.2,
  density: 1.5,
  subject: 0.4,
  supposes: -0.4,
  offTopic: -3,
  uncounted: -1,
  asks: -4,
  replies: 2.5,
  slight: -2,
  tense: -1.5,
};

/** From this confidence on, a sentence is shown as the answer. */
export const ANSWER_FROM = 0.5;
/** From this confidence on, a sentence is shown as "the closest the story comes". */
export const NEAREST_FROM = 0.08;
