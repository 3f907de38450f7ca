import type { SearchTerm } from '../engine.ts';
import { HEADLINE } from '../memory/bm25.ts';

/**
 * How much is fetched, to be scored here. The cluster's order is Lucene's BM25, which does not count how many terms
 * match; so many hold the forty sentences and four paragraphs that the scores here put first (docs/bench.md).
 */
const FETCHED = { sentences: 300, paragraphs: 80 } as const;

/** Stories in one filter (`index.max_terms_count` is 65,536): a library with more has several. */
const STORIES = 65_536;
/** The analyzer `whitespace` divides longer words there; what begins alike is told apart by the scores here. */
const LONGEST_TERM = 255;

/** Questions have some thirty; a cluster takes 1,024 clauses (`indices.query.bool.max_clause_count`). */
const MOST_TERMS = 200;

/**
 * @param terms what is looked for
 * @param stories slugs of the stories that are looked in; `null` for all that there are
 * @param within how long a shard may look, in ms
 * @returns two searches, one for sentences and one for paragraphs; none where nothing can be found
 */
export function searchesFor(
  terms: readonly SearchTerm[],
  stories: readonly string[] | null,
  within: number,
): object[] {
  const wanted = terms
    .filter(({ term, weight }) => term !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_TERMS);
  if (wanted.length === 0 || stories?.length === 0) return [];
  const matching = (field: string, factor: number) =>
    wanted.map(({ term, weight }) => ({
      term: { [field]: { value: term.slice(0, LONGEST_TERM), boost: weight * factor } },
    }));
  const search = (size: number, should: readonly object[]) => ({
    size,
    timeout: `${within}ms`,
    _source: false,
    // Counting all that matches would keep Lucene from passing over what cannot be among the best.
    track_total_hits: false,
    query: {
      bool: {
        should,
        minimum_should_match: 1,
        ...(stories !== null && { filter: [among(stories)] }),
      },
    },
  });
  return [
    search(FETCHED.sentences, matching('sentence', 1)),
    search(FETCHED.paragraphs, [...matching('paragraph', 1), ...matching('headline', HEADLINE)]),
  ];
}

function among(stories: readonly string[]): object {
  const parts: object[] = [];
  for (let at = 0; at < stories.length; at += STORIES)
    parts.push({ terms: { story: stories.slice(at, at + STORIES) } });
  return parts.length === 1 ? (parts[0] ?? {}) : { bool: { should: parts, minimum_should_match: 1 } };
}
