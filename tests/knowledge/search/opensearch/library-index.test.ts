import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { documentsOf, fingerprintOf } from '../../../../src/knowledge/search/opensearch/documents.ts';
import { openLibraryIndex } from '../../../../src/knowledge/search/opensearch/library-index.ts';
import { startOpenSearch } from '../../../support/opensearch-server.ts';
import {
  ALL,
  ARTICLES,
  articlesNumbered,
  BOAT,
  ENTRIES,
  indexOn,
  loaded,
  nowhere,
  STORIES,
  settingsFor,
} from './opened.ts';

describe('the index of a library', () => {
  it('is made behind its alias, with the shards and copies of the settings, and loaded once', async () => {
    const { server, index } = await loaded();
    await index.ensure(ARTICLES);
    expect(
      [...server.state].map(([name, { aliases, entries }]) => [name, [...aliases], entries.size]),
    ).toEqual([['news-v1-000001', ['news-v1'], ENTRIES]]);
    expect(server.state.get('news-v1-000001')?.body).toMatchObject({
      settings: { index: { number_of_shards: 1, number_of_replicas: 1 } },
      mappings: { dynamic: 'strict', _source: { enabled: false } },
    });
    expect(
      new Set(server.heardOf('_bulk').flatMap(({ lines }) => lines.map((line) => JSON.stringify(line)))).size,
    ).toBe(server.heardOf('_bulk').flatMap(({ lines }) => lines).length);
  });

  it('is the same for two processes that begin at once', async () => {
    const server = await startOpenSearch();
    const [one, other] = [indexOn([server]), indexOn([server])];
    await Promise.all([one.ensure(ARTICLES), other.ensure(ARTICLES)]);
    expect([...server.state.values()].map(({ entries }) => entries.size)).toEqual([ENTRIES]);
    expect(await one.difference(ARTICLES)).toEqual({ missing: [], surplus: [], isNew: false });
  });

  it('is read in pages, and says what differs', async () => {
    const { index } = await loaded();
    const [first, ...others] = ARTICLES;
    const [late] = articlesNumbered(6).slice(5);
    expect(await index.difference([...others, ...(late ? [late] : [])])).toEqual({
      missing: [late],
      surplus: [first && fingerprintOf(first)],
      isNew: false,
    });
  });

  it('is loaded on where the other node has gone', async () => {
    const [gone, there] = [await startOpenSearch(), await startOpenSearch()];
    const address = await nowhere(gone);
    const index = openLibraryIndex(settingsFor([address, there]));
    await index.ensure(ARTICLES);
    expect((await index.find(BOAT, STORIES)).length).toBe(ALL);
    await index.close();
  });

  it('takes an article of which something is missing for missing', async () => {
    const server = await startOpenSearch();
    let entries = 0;
    server.statusOf = () => (entries++ < 3 ? 201 : 400);
    await expect(indexOn([server]).ensure(ARTICLES)).rejects.toMatchObject({ code: 'unfit' });
    server.statusOf = () => 201;
    const index = indexOn([server]);
    expect((await index.difference(ARTICLES)).missing).toEqual(ARTICLES);
    await index.ensure(ARTICLES);
    expect([...server.state.values()].map(({ entries: all }) => all.size)).toEqual([ENTRIES]);
  });

  it('says what to do where a part of it is lost', async () => {
    const { server } = await loaded();
    server.fault = ({ path }) =>
      path.startsWith('/_cluster') ? { status: 408, body: { timed_out: true, status: 'red' } } : undefined;
    await expect(indexOn([server]).ensure(ARTICLES)).rejects.toMatchObject({
      code: 'unwell',
      message: expect.stringMatching(
        /^OpenSearch has lost a part of the index: [^\n]+ nutgraf index --full\.$/,
      ),
    });
  });

  it('breaks off loading when it is closed', async () => {
    const server = await startOpenSearch();
    const index = openLibraryIndex(settingsFor([server]));
    server.fault = ({ path }) => (path.endsWith('_bulk') ? 'hang' : undefined);
    const work = index.ensure(ARTICLES);
    const ended = expect(work).rejects.toMatchObject({ code: 'closed' });
    await expect.poll(() => server.heardOf('_bulk').length).toBe(1);
    await index.close();
    await ended;
  });
});

describe('removing', () => {
  it('says first that the articles are no longer whole, and takes only them', async () => {
    const { server, index } = await loaded();
    const gone = ARTICLES.slice(0, 2).map(fingerprintOf);
    await index.remove(gone);
    const [first, second] = server.heardOf('_delete_by_query').map(({ lines }) => JSON.stringify(lines[0]));
    expect([first?.includes('"whole":true'), second?.includes('whole')]).toEqual([true, false]);
    expect((await index.difference(ARTICLES)).missing).toEqual(ARTICLES.slice(0, 2));
    const left = ARTICLES.slice(2).flatMap((article) => documentsOf(article));
    expect([...server.state.values()].map(({ entries }) => entries.size)).toEqual([left.length]);
  });

  it('leaves nothing behind that passes for whole when it breaks off', async () => {
    const { server, index } = await loaded();
    let deletes = 0;
    server.fault = ({ path }) =>
      path.endsWith('_delete_by_query') && deletes++ > 0
        ? { status: 400, body: { error: { type: 'broken' }, status: 400 } }
        : undefined;
    await expect(index.remove(ARTICLES.map(fingerprintOf))).rejects.toMatchObject({ code: 'unfit' });
    expect((await indexOn([server]).difference(ARTICLES)).missing).toEqual(ARTICLES);
  });
});

describe('an answer to a question', () => {
  it('has a filter only where something else is there', async () => {
    const { server, index } = await loaded();
    await index.find(BOAT, STORIES);
    await index.find(BOAT, new Set(['story-1']));
    const filters = server.heardOf('_msearch').map(({ lines }) => JSON.stringify(lines).includes('"story":'));
    expect(filters).toEqual([false, true]);
    expect(server.heardOf('_msearch')[0]?.lines[0]).toEqual({ allow_partial_search_results: false });
  });

  const whole = { status: 200, timed_out: false, _shards: { failed: 0 }, hits: { hits: [] } };
  it.each([
    ['a shard has failed', { responses: [whole, { ...whole, _shards: { failed: 1 } }] }],
    ['a shard was not in time', { responses: [{ ...whole, timed_out: true }, whole] }],
    [
      'a search has failed',
      { responses: [whole, { error: { type: 'search_phase_execution_exception' }, status: 503 }] },
    ],
    ['a search has no answer', { responses: [whole] }],
    ['a search has an empty answer', { responses: [whole, {}] }],
    ['there is none', {}],
    ['it is a page', '<html></html>'],
  ])('is none where %s', async (_, body) => {
    const { server, index } = await loaded();
    server.fault = ({ path }) => (path.endsWith('_msearch') ? { body } : undefined);
    await expect(index.find(BOAT, STORIES)).rejects.toMatchObject({
      code: 'unwell',
      message: expect.stringMatching(
        /^OpenSearch has not looked everywhere \([^)]+\): look at its health\.$/,
      ),
    });
    expect(server.heardOf('_msearch')).toHaveLength(3);
  });

  it('comes from the other node where one hangs', async () => {
    const hanging = await startOpenSearch();
    const there = await startOpenSearch({ beside: hanging });
    const index = indexOn([hanging, there], [100, 2_000]);
    await index.ensure(ARTICLES);
    hanging.fault = () => 'hang';
    for (let nth = 0; nth < 4; nth += 1) expect((await index.find(BOAT, STORIES)).length).toBe(ALL);
  });

  it.each(['hang', 'stall', 'drop'] as const)(
    'is none, in time, where every node does %s, and then at once',
    async (fault) => {
      const { server, index } = await loaded([30, 30]);
      server.fault = () => fault;
      for (let nth = 0; nth < 4; nth += 1)
        await expect(index.find(BOAT, STORIES)).rejects.toMatchObject({ name: 'EngineError' });
      const heard = server.heard.length;
      await expect(index.find(BOAT, STORIES)).rejects.toMatchObject({ code: 'unwell' });
      expect([server.heard.length, index.trouble()]).toEqual([heard, expect.stringContaining(server.url)]);
    },
  );
});

it('a question that takes its time holds up no other', async () => {
  const { server, index } = await loaded();
  let slow = true;
  server.fault = async ({ path }) => {
    if (path.endsWith('_msearch') && slow) {
      slow = false;
      await setTimeout(300);
    }
    return undefined;
  };
  const order: string[] = [];
  const ask = (name: string) => index.find(BOAT, STORIES).then(() => order.push(name));
  const first = ask('slow');
  await expect.poll(() => slow).toBe(false);
  await Promise.all([ask('quick'), first]);
  expect(order).toEqual(['quick', 'slow']);
});
