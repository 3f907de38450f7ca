import type { SearchTerm } from '../engine.ts';
import type { ClusterClient } from './client.ts';
import { type EntryName, entryOf } from './documents.ts';
import { EngineError } from './engine-error.ts';
import { pathOf } from './indexes.ts';
import { searchesFor } from './query.ts';

/** What was found, and in which index: `null` where nothing was, or there is none. */
export interface Found {
  readonly index: string | null;
  readonly names: readonly EntryName[];
}

/** The share of a try that shards may use: the rest is for the way there and back. */
const FOR_SHARDS = 0.8;

/** What is read of an answer: the rest of a hit is three quarters of it. */
const PARTS = ['hits.hits._id', 'hits.hits._index', 'timed_out', '_shards.failed', 'error', 'status']
  .map((part) => `responses.${part}`)
  .join();

/**
 * @param cluster the cluster
 * @param alias where it is looked
 * @param terms what is looked for
 * @param stories slugs of the stories that may be looked in; `null` for all
 * @param within ms
 * @throws {EngineError} where not every shard has answered in time
 */
export async function lookIn(
  { call }: ClusterClient,
  alias: string,
  terms: readonly SearchTerm[],
  stories: readonly string[] | null,
  within: number,
): Promise<Found> {
  const searches = searchesFor(terms, stories, Math.max(1, Math.round(within * FOR_SHARDS)));
  if (searches.length === 0) return { index: null, names: [] };
  const lines = searches.flatMap((search) => [{ allow_partial_search_results: false }, search]);
  const path = `${pathOf(alias)}/_msearch`;
  const answer = await call({ method: 'POST', path, querystring: { filter_path: PARTS }, lines }, within);
  const { responses } = Object(answer) as { readonly responses?: readonly SearchAnswer[] };
  if (responses?.length !== searches.length) throw notEverywhere('no answer to each search');
  const found = responses.map(foundIn);
  return {
    index: found.find(({ index }) => index !== null)?.index ?? null,
    names: found.flatMap(({ names }) => names),
  };
}

interface SearchAnswer {
  readonly status?: number;
  readonly timed_out?: boolean;
  readonly _shards?: { readonly failed?: number };
  readonly error?: { readonly type?: string };
  readonly hits?: { readonly hits?: readonly { readonly _id: string; readonly _index: string }[] };
}

/** Only what is said to be whole is taken for an answer. */
function foundIn({ status, timed_out, _shards, error, hits }: SearchAnswer): Found {
  if (error?.type === 'index_not_found_exception') return { index: null, names: [] };
  if (error || status !== 200) throw notEverywhere(error?.type ?? `status ${status}`);
  if (timed_out !== false) throw notEverywhere('not in time');
  if (_shards?.failed !== 0) throw notEverywhere('not every shard');
  const found = hits?.hits ?? [];
  return { index: found[0]?._index ?? null, names: found.flatMap(({ _id }) => entryOf(_id) ?? []) };
}

function notEverywhere(why: string): EngineError {
  return new EngineError('unwell', `OpenSearch has not looked everywhere (${why}): look at its health.`);
}
