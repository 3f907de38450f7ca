import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { eachInTurn } from '../../src/feeds/turns.ts';
import {
  type FeedState,
  feedStateFile,
  feedStatesText,
  readFeedStates,
  staleness,
} from '../../src/knowledge/index.ts';
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts';
import { type NewsSite, newsSite, pageWith } from '../support/news-site.ts';
import { countsIn, DAY, refresher, reportIn } from './harness.ts';

const TEXT = [
  'The harbour council voted on Monday by 11 votes to 4 to keep the night ferry running until the spring.',
  'The repair will take nine weeks and cost 2.4 million crowns, the roads office said in a statement.',
];
const NOW = Date.parse('2026-03-02T08:00:00Z');

let site: NewsSite;
let library: LibraryFolder;
beforeEach(async () => {
  site = await newsSite();
  library = await libraryFolder({ 'harbour/story.yaml': 'title: The harbour\n' });
});

function serve(ids: readonly string[], path = '/gone'): void {
  const items = ids.map((id) => ({
    id,
    title: `Ferry ${id}`,
    url: `${site.url}${path}/${encodeURIComponent(id)}`,
  }));
  site.serve('/feed', {
    body: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Post', items }),
    type: 'application/feed+json',
  });
}
const numbered = (many: number) => Array.from({ length: many }, (_, at) => `n${at}`);
const stateOf = () => join(library.path, 'harbour', feedStateFile(`${site.url}/feed`));

const ITEM = {
  hash: 'h',
  url: null,
  file: null,
  written: null,
  etag: null,
  lastModified: null,
  since: '2026-03-01T08:00:00.000Z',
  lookedAt: '2026-03-01T08:00:00.000Z',
  leftAt: null,
  tries: 1,
  articleUrl: null,
  from: 'page',
  kept: null,
} as const;
const STATE: FeedState = {
  checkedAt: '2026-03-01T08:00:00.000Z',
  failingSince: null,
  failure: null,
  etag: null,
  lastModified: null,
  items: {},
};
const remembered = (items: FeedState['items']) =>
  writeFile(stateOf(), feedStatesText(new Map([[`${site.url}/feed`, { ...STATE, items }]])));

describe('a feed of pages that belong to somebody else', () => {
  it('makes us ask for so many in one look, and for the others in the next', async () => {
    serve(numbered(30));
    const refresh = refresher(library.path, `${site.url}/feed`);
    const asked = () => site.requests.filter(({ path }) => path.startsWith('/gone/')).map(({ path }) => path);
    await refresh({ mostPages: 12, now: () => NOW });
    const first = asked();
    // What has begun is finished: at most as many as are asked for at once.
    expect(first.length).toBeGreaterThanOrEqual(12);
    expect(first.length).toBeLessThanOrEqual(15);
    await refresh({ mostPages: 12, now: () => NOW + DAY });
    const second = asked().slice(first.length);
    expect(second.filter((path) => first.includes(path))).toEqual([]);
  });

  it('costs no more to sort by hosts than it has items', async () => {
    let told = 0;
    const host = (job: number) => {
      told += 1;
      return `${job % 3}`;
    };
    await eachInTurn(
      Array.from({ length: 3_000 }, (_, at) => at),
      host,
      { atOnce: 4, perHost: 2 },
      async () => {},
    );
    expect(told).toBe(3_000);
  });
});

describe('a feed that brings other items each time', () => {
  it('is given no more room once it has brought five thousand, and that is told', async () => {
    await remembered(Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`old${at}`, ITEM])));
    serve(['old7', 'new1', 'new2']);
    const refreshed = await refresher(library.path, `${site.url}/feed`)({ now: () => NOW });
    const { failed } = reportIn(refreshed);
    expect(failed.at(-1)).toMatchObject({
      title: '2 new items',
      reason: expect.stringContaining('more items within a month'),
    });
    expect(site.asked('/gone/new1')).toBe(0);
    expect(Object.keys(refreshed.state.items)).not.toContain('new1');
  });

  it('is given no more room once what is remembered of it is as long as the library reads', async () => {
    const long = `https://post.example/${'x'.repeat(3_900)}`;
    const items = Array.from({ length: 1_020 }, (_, at) => [`old${at}`, { ...ITEM, url: `${long}${at}` }]);
    await remembered(Object.fromEntries(items));
    serve(['new1', 'new2']);
    const { failed } = reportIn(await refresher(library.path, `${site.url}/feed`)({ now: () => NOW }));
    expect(failed.at(-1)).toMatchObject({ title: '2 new items' });
    expect(site.asked('/gone/new1')).toBe(0);
  });
});

describe('what is remembered of a feed', () => {
  it.each([
    ['cut off', '{"https'],
    ['nothing', ''],
    ['binary', '\u0000\uFFFD'],
    ['of another kind', '[1, 2]'],
    ['named like what every object has', '{"__proto__": {"items": 1}, "constructor": null}'],
  ])('may be %s: the feed is read anew', async (_name, text) => {
    await writeFile(stateOf(), text);
    serve(['__proto__', 'constructor'], '/page');
    for (const id of ['__proto__', 'constructor'])
      site.serve(`/page/${id}`, {
        body: pageWith(
          `Ferry of ${id} runs at night`,
          TEXT.map((line) => `${line} ${id}.`),
        ),
      });
    const refresh = refresher(library.path, `${site.url}/feed`);
    expect(countsIn(await refresh({ now: () => NOW })).slice(0, 2)).toEqual([2, 0]);
    const state = readFeedStates(await readFile(stateOf(), 'utf8')).get(`${site.url}/feed`);
    expect(Object.keys(state?.items ?? {}).sort()).toEqual(['__proto__', 'constructor']);
    expect(countsIn(await refresh({ now: () => NOW + 1 })).slice(0, 2)).toEqual([0, 0]);
  });

  it('may have been noted while the clock was wrong: what failed then is tried again', async () => {
    await remembered({ a: { ...ITEM, lookedAt: '2999-01-01T00:00:00.000Z' } });
    serve(['a']);
    await refresher(library.path, `${site.url}/feed`)({ now: () => NOW, pageRest: 600_000 });
    expect(site.asked('/gone/a')).toBe(1);
    expect(staleness({ ...STATE, checkedAt: '2999-01-01T00:00:00.000Z' }, 60_000, NOW)).not.toBeNull();
  });
});
