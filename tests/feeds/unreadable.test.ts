import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { statesIn } from '../../src/feeds/state-file.ts';
import { feedStateFile, readFeedStates, staleness } from '../../src/knowledge/index.ts';
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts';
import { type NewsSite, newsSite, rssWith, type Served } from '../support/news-site.ts';
import { countsIn, DAY, HOUR, refresher } from './harness.ts';

describe('a feed that cannot be read', () => {
  let site: NewsSite;
  let library: LibraryFolder;
  let refresh: ReturnType<typeof refresher>;
  const start = Date.parse('2026-03-02T08:00:00Z');
  const at = (time: number) => ({ now: () => start + time });
  const text =
    'The tide table for the northern harbour was printed wrongly, the office said on Monday evening.';
  const content = `<p>${text}</p><p>Boats may use the table of last year until the end of the month, it said.</p>`;
  const states = async () =>
    readFeedStates(await readFile(join(library.path, 'harbour', feedStateFile(`${site.url}/feed`)), 'utf8'));

  beforeEach(async () => {
    site = await newsSite();
    library = await libraryFolder({ 'harbour/story.yaml': 'title: The harbour\n' });
    refresh = refresher(library.path, `${site.url}/feed`);
    site.serve('/feed', good);
  });

  const good = { body: rssWith('https://post.example', [{ id: '1', title: 'Tides', content }]), etag: '"1"' };
  const faults: readonly (readonly [string, Served, RegExp])[] = [
    [
      'has turned into a page',
      { body: '<!doctype html><html><body><h1>Welcome</h1></body></html>' },
      /web page/,
    ],
    ['is empty', { body: ' \n' }, /no text/],
    ['is refused', { status: 403 }, /403/],
    ['is broken off', { broken: true }, /broke/],
    ['holds no feed', { body: '{"hello": 1}', type: 'application/json' }, /no feed/],
  ];

  it.each(faults)('because it %s, is remembered with the reason and since when', async (_, fault, reason) => {
    await refresh(at(0));
    site.serve('/feed', fault);
    await refresh(at(HOUR));
    const failed = await refresh(at(2 * HOUR));
    expect(failed).toMatchObject({ kind: 'failed', failure: { reason: expect.stringMatching(reason) } });
    const state = (await states()).get(`${site.url}/feed`);
    expect(state).toEqual(failed.state);
    expect(state).toMatchObject({
      checkedAt: '2026-03-02T08:00:00.000Z',
      failingSince: '2026-03-02T09:00:00.000Z',
      failure: expect.stringMatching(reason),
    });
    expect(staleness(state, 15 * 60_000, start + 2 * HOUR)).toEqual({ since: '2026-03-02T08:00:00.000Z' });
  });

  it('costs nothing of what was known, and is well again once it can be read', async () => {
    await refresh(at(0));
    site.serve('/feed', { status: 503 });
    await refresh(at(HOUR));
    site.serve('/feed', good);
    const back = await refresh(at(2 * HOUR));
    expect(countsIn(back)).toEqual([0, 0, 1, 0, 0, 0]);
    expect(back.state).toMatchObject({ failingSince: null, failure: null });
    expect(back.before).toMatchObject({ failingSince: '2026-03-02T09:00:00.000Z' });
  });

  it('says when the outlet has ended it, and how long the server asks us to wait', async () => {
    site.serve('/feed', { status: 410 });
    expect(await refresh()).toMatchObject({
      failure: { isGone: true, reason: expect.stringContaining('story.yaml') },
    });
    site.serve('/feed', { status: 429, headers: { 'retry-after': '120' } });
    expect(await refresh()).toMatchObject({ failure: { isGone: false, retryAfter: 120_000 } });
  });

  it('is a value too when its address is none', async () => {
    expect(await refresh({ url: 'harbour feed' })).toMatchObject({
      kind: 'failed',
      failure: { reason: expect.stringContaining('is not an address') },
    });
  });

  it('is remembered beside the other feeds of its story', async () => {
    await Promise.all([refresh(at(0)), refresh({ ...at(0), url: `${site.url}/none` })]);
    const urls = [...(await statesIn(join(library.path, 'harbour'))).keys()].sort();
    expect(urls).toEqual([`${site.url}/feed`, `${site.url}/none`]);
  });

  it('forgets an item thirty days after it has left the feed', async () => {
    await refresh(at(0));
    site.serve('/feed', { body: rssWith('https://post.example', []) });
    await refresh(at(DAY));
    expect(Object.keys((await refresh(at(30 * DAY))).state.items)).toEqual(['1']);
    expect((await refresh(at(31 * DAY))).state.items).toEqual({});
  });
});
