import type { Article } from '../../article.ts';
import type { ClusterClient } from './client.ts';
import { fingerprintOf } from './documents.ts';

/** What an index holds. */
export interface Present {
  /** Fingerprints of the articles that are there whole. */
  readonly articles: Set<string>;
  /** Slugs of their stories. */
  readonly stories: Set<string>;
}

/** What there is where no index is. */
export const NOTHING: Present = { articles: new Set(), stories: new Set() };

/** @returns those of the articles that are not there whole */
export function missingIn({ articles: there }: Present, articles: readonly Article[]): readonly Article[] {
  return articles.filter((article) => !there.has(fingerprintOf(article)));
}

/** The most that a search gives at once (`index.max_result_window`). */
const PAGE = 10_000;
const WITHIN = 30_000;

interface Page {
  readonly hits?: {
    readonly hits?: readonly {
      readonly fields?: { readonly article?: readonly string[]; readonly story?: readonly string[] };
      readonly sort?: readonly unknown[];
    }[];
  };
}

/**
 * @param cluster the cluster
 * @param index the index, or an alias of one
 * @returns what is there now; some 0.1 s for 10,000 articles
 */
export async function presentIn({ insist }: ClusterClient, index: string): Promise<Present> {
  const present: Present = { articles: new Set(), stories: new Set() };
  const path = `/${encodeURIComponent(index)}/_search`;
  let after: readonly unknown[] | undefined;
  for (;;) {
    const body = {
      size: PAGE,
      _source: false,
      docvalue_fields: ['article', 'story'],
      track_total_hits: false,
      query: { term: { whole: true } },
      sort: ['article'],
      ...(after && { search_after: after }),
    };
    const querystring = { allow_partial_search_results: 'false' };
    const page = (await insist({ method: 'POST', path, querystring, body }, WITHIN)) as Page;
    const hits = page.hits?.hits ?? [];
    for (const { fields } of hits) {
      for (const article of fields?.article ?? []) present.articles.add(article);
      for (const story of fields?.story ?? []) present.stories.add(story);
    }
    after = hits[hits.length - 1]?.sort;
    if (hits.length < PAGE || after === undefined) return present;
  }
}
