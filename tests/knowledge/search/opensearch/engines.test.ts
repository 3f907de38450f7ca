import { setTimeout } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { Article } from '../../../../src/knowledge/article.ts';
import { corpusOf } from '../../../../src/knowledge/corpus.ts';
import { openEngines } from '../../../../src/knowledge/search/engines.ts';
import { fingerprintOf } from '../../../../src/knowledge/search/opensearch/documents.ts';
import { clusterEngines } from '../../../../src/knowledge/search/opensearch/engines.ts';
import { articleOf, storyOf } from '../../../support/articles.ts';
import { type OpenSearchServer, startOpenSearch } from '../../../support/opensearch-server.ts';
import { settingsFor } from './opened.ts';

/** In ms: what has gone is removed so soon here. */
const GRACE = 150;
const HOUR = 3_600_000;

const ferry = (...bodies: readonly string[]) =>
  storyOf(bodies.map((body, nth) => articleOf({ id: `a${nth}`, body })));

async function opened(grace = GRACE, every = HOUR, server?: OpenSearchServer) {
  const one = server ?? (await startOpenSearch());
  const engines = clusterEngines(settingsFor([one]), grace, every);
  onTestFinished(() => engines.close());
  /** The library turns to these stories. */
  const serve = async (...stories: readonly ReturnType<typeof ferry>[]) => {
    const engine = engines.make();
    await engine.load(corpusOf(stories));
    engines.keepOnly(stories);
    return engine;
  };
  return { server: one, engines, serve };
}

function wholeOn({ state }: OpenSearchServer): string[] {
  return [...state.values()].flatMap(({ entries }) =>
    [...entries].flatMap(([id, { whole }]) => (whole === true ? [id] : [])),
  );
}
const named = (body: string, article: Partial<Article> = {}) =>
  fingerprintOf(articleOf({ body, ...article }));

it('an article that has gone from the library goes from the cluster after a while, and not before', async () => {
  const { server, serve } = await opened();
  await serve(ferry('The boat left.', 'The dock burnt.'));
  await serve(ferry('The boat left.'));
  expect(wholeOn(server)).toHaveLength(2);
  await expect.poll(() => wholeOn(server)).toEqual([named('The boat left.')]);
});

it('an article that came back meanwhile stays, and is found', async () => {
  const { server, serve } = await opened();
  await serve(ferry('The boat left.', 'The dock burnt.'));
  await serve(ferry('The boat left.'));
  const engine = await serve(ferry('The boat left.', 'The dock burnt.'));
  await setTimeout(3 * GRACE);
  expect(wholeOn(server)).toHaveLength(2);
  expect(await engine.search([{ term: 'dock', weight: 1 }], new Set(['ferry-vote']))).toHaveLength(1);
});

it('an article that came back stays also while nobody has asked for it', async () => {
  const { server, serve, engines } = await opened();
  await serve(ferry('The boat left.', 'The dock burnt.'));
  await serve(ferry('The boat left.'));
  engines.keepOnly([ferry('The boat left.', 'The dock burnt.')]);
  await setTimeout(3 * GRACE);
  expect(wholeOn(server)).toHaveLength(2);
});

it('an article that was read again with the same words stays', async () => {
  const { server, serve, engines } = await opened();
  await serve(ferry('The boat left.'));
  engines.keepOnly([ferry('The boat left.')]);
  await setTimeout(3 * GRACE);
  expect([wholeOn(server).length, server.heardOf('_delete_by_query').length]).toEqual([1, 0]);
});

it('a story that is gone goes with all of its articles, and the others stay', async () => {
  const { server, serve } = await opened();
  const bridge = storyOf([articleOf({ story: 'bridge', body: 'It fell.' })], { slug: 'bridge' });
  const kept = ferry('The boat left.');
  await serve(kept, bridge);
  await serve(kept);
  await expect.poll(() => wholeOn(server)).toEqual([named('The boat left.')]);
});

it('what another process has removed is loaded again', async () => {
  const server = await startOpenSearch();
  const { serve } = await opened(GRACE, 50, server);
  const engine = await serve(ferry('The boat left.'));
  for (const index of server.state.values()) {
    index.entries.clear();
    index.seen = new Map();
  }
  await expect.poll(() => wholeOn(server)).toEqual([named('The boat left.')]);
  await expect
    .poll(async () => (await engine.search([{ term: 'boat', weight: 1 }], new Set(['ferry-vote']))).length)
    .toBe(1);
});

it('nothing is asked of a cluster for which nothing was loaded', async () => {
  const server = await startOpenSearch();
  const { engines } = await opened(GRACE, 20, server);
  await setTimeout(100);
  expect([server.heard, engines.trouble()]).toEqual([[], null]);
});

it('nothing is removed after the end', async () => {
  const { server, serve, engines } = await opened();
  await serve(ferry('The boat left.', 'The dock burnt.'));
  await serve(ferry('The boat left.'));
  await engines.close();
  await setTimeout(2 * GRACE);
  expect(wholeOn(server)).toHaveLength(2);
});

it('articles that are the same word for word are one to the cluster, and each is found', async () => {
  const { server, serve } = await opened();
  const engine = await serve(ferry('The boat left.', 'The boat left.'));
  expect(wholeOn(server)).toHaveLength(1);
  const found = await engine.search([{ term: 'boat', weight: 1 }], new Set(['ferry-vote']));
  expect(found.map(({ sentence }) => sentence)).toEqual([0, 1]);
});

it('the engine says which variable it needs', async () => {
  await expect(openEngines('opensearch', null)).rejects.toThrow(
    'The engine opensearch needs OPENSEARCH_URL, the address of a node.',
  );
});
