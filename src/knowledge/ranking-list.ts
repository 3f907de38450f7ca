import type { Quote } from './answer.ts';
import type { Story } from './article.ts';
import { rank, type Shelf } from './ask.ts';
import { corpusInPieces } from './corpus.ts';
import { emphasisOf } from './evidence/emphasis.ts';
import type { DeepMeaning } from './meaning/deep.ts';
import { makeVectors } from './meaning/sentence-vectors.ts';
import type { Question } from './question.ts';
import { quoteOf } from './quote.ts';
import { FEATURES } from './ranking/features.ts';
import { learnedModel } from './ranking/model.ts';
import { type Rest, restOf, restsOf } from './ranking/rest.ts';
import { RANKS, SIGNS } from './ranking/signs.ts';
import type { SearchEngine } from './search/engine.ts';

/** A sentence as it was ranked. */
export interface RankedQuote {
  readonly quote: Quote;
  /** 0 to 1: how likely the sentence answers. */
  readonly confidence: number;
  /** What the order is taken from, in the order of {@link FEATURE_NAMES}. */
  readonly features: Float32Array;
  /** What the confidence is taken from beside it, in the order of {@link SIGN_NAMES}. */
  readonly signs: Float32Array;
  /** What is left of the question and the sentence without the words that match. */
  readonly rest: () => Rest;
}

/** Names of the features, in the order in which a {@link RankedQuote} has their values; and those of the signs. */
export const FEATURE_NAMES = Object.keys(FEATURES) as readonly string[];
export const SIGN_NAMES: readonly string[] = [...Object.keys(SIGNS), ...RANKS];

/** Stories that can be asked for whole rankings, for measuring. */
export interface RankingList {
  /** How many sentences there are to be found. */
  readonly sentences: number;
  /** The best sentences for a question, best first, whether or not they would be shown. */
  rank(question: Question, most: number): Promise<readonly RankedQuote[]>;
  close(): Promise<void>;
}

/**
 * @param stories what is asked
 * @param engine an empty search engine
 * @param deep meaning by a network, which is to have the vectors of these sentences already
 * @returns the stories, ready to be asked
 */
export async function openRankingList(
  stories: readonly Story[],
  engine: SearchEngine,
  deep: DeepMeaning | null = null,
): Promise<RankingList> {
  const corpus = await corpusInPieces(stories);
  await engine.load(corpus);
  await makeVectors(corpus.stretches);
  const shelf: Shelf = { stories, corpus, engine, model: learnedModel(), deep };
  return {
    sentences: corpus.sentences.length,
    async rank(question, most) {
      const ranked = (await rank(shelf, question)).slice(0, most);
      return ranked.map(({ pair, confidence, features, signs }) => ({
        quote: quoteOf(corpus, pair.candidate.sentence, { spans: emphasisOf(pair) }),
        confidence,
        features,
        signs,
        rest: () =>
          restOf(restsOf(pair.inquiry), {
            form: pair.form,
            words: corpus.tokensOf(pair.candidate.sentence),
            here: pair.here,
          }),
      }));
    },
    close: () => engine.close(),
  };
}
