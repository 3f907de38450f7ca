import { K_AND_B } from '../memory/bm25.ts';

/**
 * The form of what is indexed: of another form, another alias. What terms are made of does not count here, since an
 * article whose terms change has another fingerprint.
 */
export const FORM = 1;

/** How an index is spread over the cluster. */
export interface Spread {
  readonly shards: number;
  readonly replicas: number;
}

/** Terms come made (`words/terms.ts`), with spaces between: no analysis of the cluster's own, so that engines agree. */
const terms = { type: 'text', analyzer: 'whitespace', index_options: 'freqs', similarity: 'bm25' } as const;
const keyword = { type: 'keyword' } as const;

/**
 * @param spread shards and replicas
 * @param building whether much is to be loaded first: then copies are made and searches see it at the end only, which
 *   halves the time
 * @returns the body with which the index is made
 */
export function indexBody({ shards, replicas }: Spread, building: boolean) {
  return {
    settings: {
      index: {
        number_of_shards: shards,
        number_of_replicas: building ? 0 : replicas,
        ...(building && { refresh_interval: '-1' }),
        similarity: { bm25: { type: 'BM25', ...K_AND_B } },
      },
    },
    mappings: {
      // What a field was mistyped as would otherwise be guessed, and be there for good.
      dynamic: 'strict',
      // The library is what is true: an index is made again from it, never from itself.
      _source: { enabled: false },
      properties: {
        /** The fingerprint of the article. */
        article: keyword,
        story: keyword,
        /** Only in the entry of an article, which is written when all of it is there. */
        whole: { type: 'boolean' },
        sentence: terms,
        paragraph: terms,
        headline: terms,
      },
    },
  };
}
