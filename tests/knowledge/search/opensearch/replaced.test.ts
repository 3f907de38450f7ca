import { describe, expect, it } from 'vitest';
import { ALL, ARTICLES, ENTRIES, indexOn, loaded } from './opened.ts';

describe('another index in the place of ours', () => {
  it('is noticed, and what it lacks is loaded before it is asked', async () => {
    const { server, index, found } = await loaded();
    await indexOn([server]).rebuild(ARTICLES.slice(0, 3));
    expect([...server.state.keys()]).toEqual(['news-v1-000002']);
    expect(await found()).toBe(ALL);
    expect((await index.difference(ARTICLES)).missing).toEqual([]);
  });

  it('is noticed where nothing is found in it', async () => {
    const { server, found } = await loaded();
    await indexOn([server]).rebuild([]);
    expect(await found()).toBe(ALL);
  });

  it('is made where there is none any more', async () => {
    const { server, found } = await loaded();
    server.state.clear();
    expect(await found()).toBe(ALL);
  });

  it('is no answer while it lacks something that cannot be loaded', async () => {
    const { server, found } = await loaded([200, 200]);
    await indexOn([server]).rebuild(ARTICLES.slice(0, 3));
    server.statusOf = () => 400;
    await found().catch(() => undefined);
    await expect(found()).rejects.toMatchObject({ name: 'EngineError' });
    server.statusOf = () => 201;
    await expect.poll(() => found().catch(() => 0), { timeout: 10_000 }).toBe(ALL);
  });

  it('takes its place in one step, and the old one goes', async () => {
    const { server, index } = await loaded();
    let told = 0;
    expect(await index.rebuild(ARTICLES, () => (told += 1))).toBe(true);
    expect([...server.state].map(([name, { aliases }]) => [name, [...aliases]])).toEqual([
      ['news-v1-000002', ['news-v1']],
    ]);
    const [swap] = server.heardOf('_aliases');
    expect(swap?.lines[0]).toEqual({
      actions: [
        { add: { index: 'news-v1-000002', alias: 'news-v1' } },
        { remove: { index: 'news-v1-000001', alias: 'news-v1' } },
      ],
    });
    expect([told > 0, server.heardOf('_aliases').length]).toEqual([true, 1]);
  });

  it('is made by two processes at once without a fault, and one is left', async () => {
    const { server } = await loaded();
    const [one, other] = [indexOn([server]), indexOn([server])];
    await Promise.all([one.rebuild(ARTICLES), other.rebuild(ARTICLES)]);
    const behind = [...server.state].filter(([, { aliases }]) => aliases.has('news-v1'));
    expect(behind.map(([, { entries }]) => entries.size)).toEqual([ENTRIES]);
    expect(server.state.size).toBe(1);
  });

  it('goes again where it cannot be loaded, and the old one stays', async () => {
    const { server, index, found } = await loaded();
    server.statusOf = () => 400;
    await expect(index.rebuild(ARTICLES)).rejects.toMatchObject({ code: 'unfit' });
    expect([[...server.state.keys()], await found()]).toEqual([['news-v1-000001'], ALL]);
  });

  it('takes away what was begun long ago, and nothing of anybody else', async () => {
    const { server, index } = await loaded();
    const old = { body: {}, created: Date.now() - 48 * 3_600_000, entries: new Map(), seen: new Map() };
    server.state.set('news-v1-000007', { ...old, aliases: new Set() });
    server.state.set('news-v1-000006', { ...old, aliases: new Set(['kept-by-hand']) });
    server.state.set('news-v1-000005', { ...old, created: Date.now(), aliases: new Set() });
    server.state.set('news-v1-old-v1-000001', { ...old, aliases: new Set() });
    await index.rebuild(ARTICLES);
    expect([...server.state.keys()].sort()).toEqual([
      'news-v1-000005',
      'news-v1-000006',
      'news-v1-000008',
      'news-v1-old-v1-000001',
    ]);
  });

  it('is not waited for where there are too few nodes for its copies', async () => {
    const { server } = await loaded();
    server.fault = ({ path }) =>
      path.startsWith('/_cluster') ? { body: { timed_out: false, number_of_data_nodes: 1 } } : undefined;
    expect(await indexOn([server]).rebuild(ARTICLES)).toBe(false);
    expect(server.heardOf('_cluster').some(({ query }) => query.wait_for_status === 'green')).toBe(false);
  });
});
