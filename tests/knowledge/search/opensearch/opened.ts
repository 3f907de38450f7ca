import { onTestFinished } from 'vitest';
import { openClient } from '../../../../src/knowledge/search/opensearch/client.ts';
import { documentsOf } from '../../../../src/knowledge/search/opensearch/documents.ts';
import { openLibraryIndex } from '../../../../src/knowledge/search/opensearch/library-index.ts';
import { patience } from '../../../../src/knowledge/search/opensearch/patience.ts';
import type { ClusterSettings } from '../../../../src/knowledge/search/opensearch/settings.ts';
import { articleOf } from '../../../support/articles.ts';
import { type OpenSearchServer, startOpenSearch } from '../../../support/opensearch-server.ts';

/** Settings for a cluster of these nodes. */
export function settingsFor(
  nodes: readonly (OpenSearchServer | string)[],
  more: Partial<ClusterSettings> = {},
): ClusterSettings {
  const urls = nodes.map((node) => (typeof node === 'string' ? node : node.url));
  return { nodes: urls, login: null, ca: null, prefix: 'news', shards: 1, replicas: 1, ...more };
}

/** An index on these nodes, where each try of a question takes at most so many ms; it is closed with the test. */
export function indexOn(
  nodes: readonly OpenSearchServer[],
  tries: readonly number[] = [2_000, 2_000, 2_000],
) {
  const index = openLibraryIndex(
    settingsFor(nodes),
    patience(() => performance.now(), tries),
  );
  onTestFinished(() => index.close());
  return index;
}

/** A client, whose waiting is only noted; it is closed with the test. */
export async function clientOn(settings: ClusterSettings) {
  const ending = new AbortController();
  const client = await openClient(settings, ending.signal);
  onTestFinished(() => client.close());
  const pauses: number[] = [];
  const pause = async (ms: number) => void pauses.push(ms);
  return { cluster: { ...client, pause }, pauses, ending };
}

/** The names under which nothing listens: a port that was free a moment ago. */
export async function nowhere(server: OpenSearchServer): Promise<string> {
  await server.stop();
  return server.url;
}

/** So many invented articles, each of its own story. */
export function articlesNumbered(count: number, sentences = 2) {
  return Array.from({ length: count }, (_, nth) =>
    articleOf({
      id: `a${nth}`,
      story: `story-${nth}`,
      headline: `Boat ${nth}`,
      body: Array.from({ length: sentences }, (_, at) => `The boat ${nth} left dock ${at}.`).join(' '),
    }),
  );
}

/** What is loaded where it does not matter what, and a question that finds all of it. */
export const ARTICLES = articlesNumbered(5);
export const STORIES = new Set(ARTICLES.map(({ story }) => story));
export const BOAT = [{ term: 'boat', weight: 1 }];
/** How many entries they have, and how many of these are found when all is there: each sentence and each paragraph. */
export const ENTRIES = ARTICLES.flatMap((article) => documentsOf(article)).length;
export const ALL = ENTRIES - ARTICLES.length;

/** An index with {@link ARTICLES}, which an engine holds. */
export async function loaded(tries?: readonly number[]) {
  const server = await startOpenSearch();
  const index = indexOn([server], tries);
  await index.ensure(ARTICLES);
  index.hold(ARTICLES);
  return { server, index, found: async () => (await index.find(BOAT, STORIES)).length };
}
