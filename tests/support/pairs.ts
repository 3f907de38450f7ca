import type { Story } from '../../src/knowledge/article.ts';
import { type Corpus, corpusOf } from '../../src/knowledge/corpus.ts';
import type { DeepCosines } from '../../src/knowledge/deep-cosines.ts';
import { readQuestion } from '../../src/knowledge/question.ts';
import { FEATURES } from '../../src/knowledge/ranking/features.ts';
import { type Inquiry, inquiryOf } from '../../src/knowledge/ranking/inquiry.ts';
import { type Pair, pairsOf } from '../../src/knowledge/ranking/pair.ts';
import type { Candidate } from '../../src/knowledge/search/engine.ts';
import { articleOf, storyOf } from './articles.ts';

/** How a question is asked, where it is not the ordinary. */
interface How {
  /** What was asked before it. */
  readonly earlier?: readonly string[];
  /** Cosines by a network, sentence by sentence. */
  readonly deep?: readonly number[];
  /** What the search engine gave each sentence; 1 for both where nothing is said. */
  readonly scores?: readonly { readonly score: number; readonly paragraphScore: number }[];
}

/** The same of an article that it is held against. */
interface Circumstances extends How {
  readonly kind?: 'report' | 'transcript';
  readonly headline?: string;
}

/** A question made ready, with every sentence that there is as a candidate. */
export interface Asked {
  readonly corpus: Corpus;
  readonly candidates: readonly Candidate[];
  readonly inquiry: Inquiry;
  readonly pairs: readonly Pair[];
}

/** Holds a question against stories; up to 24 of their sentences are judged. */
export function askedOf(
  question: string,
  stories: readonly Story[],
  { earlier = [], deep, scores }: How = {},
): Asked {
  const corpus = corpusOf(stories);
  const candidates = corpus.sentences.map((_, sentence) => ({
    sentence,
    ...(scores?.[sentence] ?? { score: 1, paragraphScore: 1 }),
  }));
  const before = earlier.map((text) => ({ question: text, sentence: null }));
  const reading = readQuestion({ text: question, earlier: before, topic: null }, corpus);
  const cosines: DeepCosines | null = deep ? new Map(deep.entries()) : null;
  const inquiry = inquiryOf(question, reading, candidates, corpus, cosines);
  return { corpus, candidates, inquiry, pairs: pairsOf(inquiry, candidates, corpus) };
}

/** Holds a question against an article of these words. */
export function asked(
  question: string,
  body: string,
  { kind = 'report', headline = 'News', ...how }: Circumstances = {},
): Asked {
  return askedOf(question, [storyOf([articleOf({ body, kind, headline })])], how);
}

/** The values of one feature, sentence by sentence. */
export function valuesOf(
  feature: string,
  question: string,
  body: string,
  more: Circumstances = {},
): number[] {
  const take = FEATURES[feature];
  if (!take) throw new Error(`There is no feature "${feature}".`);
  return asked(question, body, more).pairs.map((pair) => take(pair));
}
