import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../../src/knowledge/article.ts';
import { documentsOf, fingerprintOf } from '../../../../src/knowledge/search/opensearch/documents.ts';
import { load } from '../../../../src/knowledge/search/opensearch/loading.ts';
import { type Heard, startOpenSearch } from '../../../support/opensearch-server.ts';
import { articlesNumbered, clientOn, settingsFor } from './opened.ts';

async function loading(articles: readonly Article[]) {
  const server = await startOpenSearch();
  const { cluster, pauses, ending } = await clientOn(settingsFor([server]));
  await cluster.call({ method: 'PUT', path: '/news-v1-000001', body: { aliases: { 'news-v1': {} } } }, 1_000);
  const told: [number, number][] = [];
  const start = (name = 'news-v1') =>
    load(cluster, { name, isAlias: name === 'news-v1' }, articles, (done, all) => told.push([done, all]));
  const entries = () => server.state.get('news-v1-000001')?.entries ?? new Map();
  return { server, start, told, pauses, ending, entries };
}

const idsIn = ({ lines }: Heard) =>
  lines.flatMap(({ index }) => (index ? [(index as { readonly _id: string })._id] : []));
const all = (articles: readonly Article[]) =>
  articles.flatMap((article) => documentsOf(article).map(({ _id }) => _id)).sort();

describe('loading articles', () => {
  it('writes what documents say, through the alias, and tells how far it is', async () => {
    const articles = articlesNumbered(3);
    const { server, start, entries, told } = await loading(articles);
    await start();
    expect([...entries().keys()].sort()).toEqual(all(articles));
    expect(server.heardOf('_bulk').every(({ query }) => query.require_alias === 'true')).toBe(true);
    expect(told).toEqual([[6, 6]]);
  });

  it('sends one request after the other, none of them large', async () => {
    const articles = articlesNumbered(3, 2_500);
    const { server, start, told, entries } = await loading(articles);
    let [open, most] = [0, 0];
    server.fault = async () => {
      open += 1;
      most = Math.max(most, open);
      await setTimeout(5);
      open -= 1;
      return undefined;
    };
    await start();
    const sizes = server.heardOf('_bulk').map((one) => idsIn(one).length);
    expect([most, Math.max(...sizes) <= 5_000, sizes.length > 2]).toEqual([1, true, true]);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((a, b) => a - b));
    expect(told.at(-1)).toEqual([7_500, 7_500]);
    expect([...entries().keys()].sort()).toEqual(all(articles));
  });

  it('never says that an article is whole before all of it is taken', async () => {
    const articles = articlesNumbered(40);
    const { server, start, entries } = await loading(articles);
    const early: string[] = [];
    let asked = 0;
    server.statusOf = (id, { whole }) => {
      if (whole) {
        const article = articles.find((one) => fingerprintOf(one) === id);
        const parts = article ? documentsOf(article).filter((one) => !one.whole) : [];
        if (!parts.every(({ _id }) => entries().has(_id))) early.push(id);
      }
      asked += 1;
      return asked % 7 < 3 ? 429 : 201;
    };
    await start();
    expect(early).toEqual([]);
    expect([...entries().keys()].sort()).toEqual(all(articles));
  });

  it('sends again what the cluster was too busy for, that only, and waits longer each time', async () => {
    const articles = articlesNumbered(2);
    const { server, start, pauses, entries } = await loading(articles);
    const busy = documentsOf(articles[0] as Article)[1]?._id ?? '';
    let refusals = 0;
    server.statusOf = (id) => (id === busy && refusals++ < 3 ? 429 : 201);
    await start();
    const [, ...again] = server.heardOf('_bulk').map(idsIn);
    expect(again.slice(0, 3)).toEqual([[busy], [busy], [busy]]);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect([pauses.length, entries().size]).toEqual([3, all(articles).length]);
  });

  it.each(['drop', 'cut', { status: 503, body: {} }, { status: 429, body: {} }] as const)(
    'goes on after a request that ended in %j',
    async (fault) => {
      const articles = articlesNumbered(2);
      const { server, start, entries, pauses } = await loading(articles);
      let faults = 0;
      server.fault = ({ path }) => (path.endsWith('_bulk') && faults++ < 2 ? fault : undefined);
      await start();
      expect([[...entries().keys()].sort(), pauses.length]).toEqual([all(articles), 2]);
    },
  );

  it('gives up on a cluster that stays too busy, and has said of nothing that it is whole', async () => {
    const { server, start, entries, pauses } = await loading(articlesNumbered(1));
    server.statusOf = () => 429;
    await expect(start()).rejects.toMatchObject({
      name: 'EngineError',
      message: expect.stringMatching(/made_up_429/),
    });
    expect([entries().size, pauses.length]).toEqual([0, 7]);
    expect(
      server
        .heardOf('_bulk')
        .flatMap(({ lines }) => lines)
        .some(({ whole }) => whole),
    ).toBe(false);
  });

  it.each([400, 404, 413, 500])(
    'gives up at once where an entry is refused with status %d',
    async (status) => {
      const { server, start, pauses } = await loading(articlesNumbered(1));
      server.statusOf = () => status;
      await expect(start()).rejects.toMatchObject({
        code: 'unfit',
        message: expect.stringMatching(/made_up_/),
      });
      expect(pauses).toEqual([]);
    },
  );

  it.each([{ body: {} }, { body: { items: [] } }, { body: '<html></html>' }, { body: { errors: false } }])(
    'takes nothing for loaded that is not confirmed: %j',
    async (answer) => {
      const { server, start } = await loading(articlesNumbered(1));
      server.fault = ({ path }) => (path.endsWith('_bulk') ? answer : undefined);
      await expect(start()).rejects.toMatchObject({ code: 'unfit' });
    },
  );

  it('is broken off when the program ends', async () => {
    const { server, start, ending } = await loading(articlesNumbered(1));
    server.fault = () => 'hang';
    const work = start();
    await expect.poll(() => server.heardOf('_bulk').length).toBe(1);
    ending.abort();
    await expect(work).rejects.toMatchObject({ code: 'closed' });
  });
});
