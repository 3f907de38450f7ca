import type { Quote } from './answer.ts';
import type { Story } from './article.ts';
import { rank, type Shelf } from './ask.ts';
import { corpusInPieces } from './corpus.ts';
import type { Question } from './question.ts';
import { quoteOf } from './quote.ts';
import { FEATURES, type FeatureName } from './ranking/features.ts';
import { linearModel } from './ranking/model.ts';
import type { SearchEngine } from './search/engine.ts';

/** A sentence as it was ranked. */
export interface RankedQuote {
  readonly quote: Quote;
  /** 0 to 1: how likely the sentence answers. */
  readonly confidence: number;
  /** What was judged, in the order of {@link FEATURE_NAMES}. */
  readonly values: readonly number[];
}

/** Names of the features, in the order in which a {@link RankedQuote} has their values. */
export const FEATURE_NAMES = Object.keys(FEATURES) as readonly FeatureName[];

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
 * @returns the stories, ready to be asked
 */
export async function openRankingList(stories: readonly Story[], engine: SearchEngine): Promise<RankingList> {
  const corpus = await corpusInPieces(stories);
  await engine.load(corpus);
  const shelf: Shelf = { stories, corpus, engine, model: linearModel() };
  return {
    sentences: corpus.sentences.length,
    async rank(question, most) {
      const ranked = (await rank(shelf, question)).slice(0, most);
      return ranked.map(({ pair, confidence, values }) => ({
        quote: quoteOf(corpus, pair.candidate.sentence, pair.evidence.spans),
        confidence,
        values: FEATURE_NAMES.map((name) => values.get(name) ?? 0),
      }));
    },
    close: () => engine.close(),
  };
}
