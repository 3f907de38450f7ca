import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Corpus, corpusOf } from '../../src/knowledge/corpus.ts';
import type { Candidate, SearchEngine, SearchTerm } from '../../src/knowledge/search/engine.ts';
import { memoryEngine } from '../../src/knowledge/search/memory.ts';
import { EngineError } from '../../src/knowledge/search/opensearch/engine-error.ts';
import { openLibraryIndex } from '../../src/knowledge/search/opensearch/library-index.ts';
import type { LibraryIndex } from '../../src/knowledge/search/opensearch/port.ts';
import { openSearchEngine } from '../../src/knowledge/search/opensearch.ts';
import { describeEngine } from '../knowledge/search/engine-contract.ts';
import { cannotKill, noCluster, testCluster } from './cluster.ts';
import { inventedLibrary } from './library.ts';
import { request } from './request.ts';

const cluster = testCluster('The OpenSearch engine', { nodes: 2 });

/** An index with two shards and a copy of each, under a name of its own. */
function openIndex(prefix = `nutgraf-test-${randomUUID()}`): LibraryIndex {
  const index = openLibraryIndex({
    nodes: cluster.url,
    login: null,
    ca: null,
    prefix,
    shards: 2,
    replicas: 1,
  });
  onTestFinished(async () => {
    await index.close();
    await request(cluster.url[0] ?? '', 'DELETE', `/${prefix}-v*`);
  });
  return index;
}

const STORIES = inventedLibrary(300);
const CORPUS = corpusOf(STORIES);
const SLUGS = new Set(STORIES.map(({ slug }) => slug));
const ARTICLES = STORIES.flatMap(({ articles }) => articles);

/** What is asked: the terms of every so many sentences, some of them with little weight. */
function asked(corpus: Corpus, every: number): SearchTerm[][] {
  const some = corpus.sentences.map((_, at) => at).filter((at) => at % every === 0);
  return some.map((at) =>
    [...new Set(corpus.indexedTermsOf(at))].map((term, nth) => ({ term, weight: nth % 3 === 0 ? 0.4 : 1 })),
  );
}

const inOrder = (candidates: readonly Candidate[]) => [...candidates].sort((a, b) => a.sentence - b.sentence);

async function loadedMemory(): Promise<SearchEngine> {
  const engine = memoryEngine();
  await engine.load(CORPUS);
  return engine;
}

describe.skipIf(noCluster)('the OpenSearch engine', () => {
  describeEngine('OpenSearch', () => openSearchEngine(openIndex()));

  it('finds and scores what the engine in memory does, whatever else lies in the same index', async () => {
    const [index, memory] = [openIndex(), await loadedMemory()];
    await index.ensure(inventedLibrary(100, 7).flatMap(({ articles }) => articles));
    const engine = openSearchEngine(index);
    await engine.load(CORPUS);
    for (const terms of asked(CORPUS, 97)) {
      const [found, expected] = await Promise.all([engine.search(terms, SLUGS), memory.search(terms, SLUGS)]);
      expect(inOrder(found)[0]).toEqual(inOrder(expected)[0]);
      expect(bestOf(found)).toEqual(bestOf(expected));
    }
    const some = new Set(['story-3', 'story-4']);
    for (const terms of asked(CORPUS, 397)) {
      const [found, expected] = await Promise.all([engine.search(terms, some), memory.search(terms, some)]);
      expect(inOrder(found)).toEqual(inOrder(expected));
    }
  });

  it('answers on without a gap while a new index takes the place of the old one', async () => {
    const index = openIndex();
    const engine = openSearchEngine(index);
    await engine.load(CORPUS);
    const [terms = []] = asked(CORPUS, 500);
    const expected = inOrder(await engine.search(terms, SLUGS));
    let isDone = false;
    const rebuilding = index.rebuild(ARTICLES).finally(() => {
      isDone = true;
    });
    let answers = 0;
    while (!isDone) {
      expect(inOrder(await engine.search(terms, SLUGS))).toEqual(expected);
      answers += 1;
    }
    expect(await rebuilding).toBe(true);
    expect(inOrder(await engine.search(terms, SLUGS))).toEqual(expected);
    expect(answers).toBeGreaterThan(3);
  });

  it('is made once when two processes begin at the same time, and holds each article once', async () => {
    const prefix = `nutgraf-test-${randomUUID()}`;
    const [one, other] = [openIndex(prefix), openIndex(prefix)];
    await Promise.all([one.ensure(ARTICLES), other.ensure(ARTICLES)]);
    const { body } = await request(cluster.url[0] ?? '', 'GET', `/${prefix}-v*/_count`);
    const entries = CORPUS.sentences.length + CORPUS.paragraphs.length + ARTICLES.length;
    expect(body).toMatchObject({ count: entries });
    expect(await one.difference(ARTICLES)).toEqual({ missing: [], surplus: [], isNew: false });
  });

  it('finds no longer what was removed, and only that', async () => {
    const index = openIndex();
    await index.ensure(ARTICLES);
    const { surplus } = await index.difference(ARTICLES.slice(0, -5));
    expect(surplus).toHaveLength(5);
    await index.remove(surplus);
    const fresh = await index.difference(ARTICLES);
    expect(fresh.missing).toEqual(ARTICLES.slice(-5));
    expect(fresh.surplus).toEqual([]);
  });

  it('loads again what another process has left out of the index that it put in the place of ours', async () => {
    const prefix = `nutgraf-test-${randomUUID()}`;
    const [ours, theirs] = [openIndex(prefix), openIndex(prefix)];
    const engine = openSearchEngine(ours);
    await engine.load(CORPUS);
    await theirs.rebuild(ARTICLES.slice(0, 100));
    const [terms = []] = asked(CORPUS, 500);
    const memory = await loadedMemory();
    const expected = inOrder(await memory.search(terms, SLUGS));
    await expect
      .poll(async () => inOrder(await engine.search(terms, SLUGS)), { timeout: 30_000, interval: 200 })
      .toEqual(expected);
    expect((await theirs.difference(ARTICLES)).missing).toEqual([]);
  });

  it.skipIf(cannotKill)(
    'answers rightly or says that it cannot while a node is killed and comes back',
    async () => {
      const engine = openSearchEngine(openIndex());
      await engine.load(CORPUS);
      await copied();
      const told = await whileAsked(engine, async () => {
        await cluster.kill(1);
        await setTimeout(5_000);
        await cluster.start(1);
      });
      expect(told.answered).toBeGreaterThan(10);
      expect(told.longest).toBeLessThan(8_000);
      expect(await answersAgain(engine)).toBe(true);
    },
  );

  it.skipIf(cannotKill)(
    'answers rightly or says that it cannot while a node hangs, and waits for nobody for long',
    async () => {
      const engine = openSearchEngine(openIndex());
      await engine.load(CORPUS);
      await copied();
      const told = await whileAsked(engine, async () => {
        cluster.hang(1);
        await setTimeout(10_000);
        cluster.goOn(1);
      });
      expect(told.longest).toBeLessThan(8_000);
      expect(await answersAgain(engine)).toBe(true);
    },
  );
});

/** Waits until the other node has a copy of every shard. */
async function copied(): Promise<void> {
  await request(cluster.url[0] ?? '', 'GET', '/_cluster/health?wait_for_status=green&timeout=60s');
}

const bestOf = (candidates: readonly Candidate[]) =>
  [...candidates].sort((a, b) => b.score - a.score || a.sentence - b.sentence).slice(0, 10);

/** Asks without a pause until something is done: whatever is answered is right, and whatever is not is told so. */
async function whileAsked(engine: SearchEngine, work: () => Promise<void>) {
  const memory = await loadedMemory();
  const told = { answered: 0, refused: 0, longest: 0 };
  let isDone = false;
  const working = work().finally(() => {
    isDone = true;
  });
  while (!isDone) {
    for (const terms of asked(CORPUS, 300)) {
      const expected = inOrder(await memory.search(terms, SLUGS));
      const started = performance.now();
      try {
        expect(inOrder(await engine.search(terms, SLUGS))).toEqual(expected);
        told.answered += 1;
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        told.refused += 1;
      }
      told.longest = Math.max(told.longest, performance.now() - started);
      // People take their time; and what is refused at once takes none.
      await setTimeout(20);
      if (isDone) break;
    }
  }
  await working;
  return told;
}

async function answersAgain(engine: SearchEngine): Promise<boolean> {
  const [terms = []] = asked(CORPUS, 500);
  await expect
    .poll(
      () =>
        engine.search(terms, SLUGS).then(
          ({ length }) => length > 0,
          () => false,
        ),
      { timeout: 60_000, interval: 500 },
    )
    .toBe(true);
  return true;
}
