import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { feedStateFile } from '../../src/knowledge/index.ts';
import { readIntakeRecords } from '../../src/knowledge/intake/index.ts';
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts';
import { type NewsSite, newsSite, pageWith, rssWith } from '../support/news-site.ts';
import { articlesIn, countsIn, DAY, HOUR, refresher, reportIn } from './harness.ts';

const FERRY = [
  'The harbour council voted on Monday by 11 votes to 4 to keep the night ferry running until the spring.',
  'Mayor Ada Moss said the boat had carried 3,200 people in October. “Nobody is left on the quay,” she said.',
];
const BRIDGE = [
  'Engineers closed the old bridge at Tarn on Tuesday after they had found a crack in its northern arch.',
  'The repair will take nine weeks and cost 2.4 million crowns, the roads office said in a statement.',
];

describe('a look at a feed', () => {
  let site: NewsSite;
  let library: LibraryFolder;
  let refresh: ReturnType<typeof refresher>;
  const monday = new Date('2026-03-02T08:00:00Z');
  const at = (time: number) => ({ now: () => monday.getTime() + time });

  beforeEach(async () => {
    site = await newsSite({
      '/ferry': { body: pageWith('Council keeps the night ferry', FERRY), etag: '"ferry 1"' },
      '/bridge': { body: pageWith('Old bridge closed', BRIDGE), etag: '"bridge 1"' },
    });
    library = await libraryFolder({ 'harbour/story.yaml': 'title: The harbour\n' });
    refresh = refresher(library.path, `${site.url}/feed`);
    serveFeed([ferry, bridge]);
  });

  const ferry = { id: 'f', title: 'Council keeps the night ferry', path: '/ferry', published: monday };
  const bridge = { id: 'b', title: 'Old bridge closed', path: '/bridge', published: monday };
  let version = 0;
  function serveFeed(entries: Parameters<typeof rssWith>[1]): void {
    version += 1;
    const type = 'application/rss+xml';
    site.serve('/feed', { body: rssWith(site.url, entries), type, etag: `"feed ${version}"` });
  }

  it('adds an article for each item, from its page, with what only the feed states', async () => {
    const { added } = reportIn(await refresh(at(HOUR)));
    expect(added.map(({ title }) => title)).toEqual([ferry.title, bridge.title]);
    const files = Object.values(await articlesIn(library.path));
    expect(files).toHaveLength(2);
    const text = files.find((file) => file.includes('night ferry'));
    expect(text).toContain(FERRY.join('\n\n'));
    expect(text).toContain('outlet: The Harbour Post');
    expect(text).toContain('published: 2026-03-02T08:00:00Z');
    expect(text).toContain(`url: ${site.url}/ferry`);
    expect(text).not.toContain('Home');
  });

  it('keeps what was left out of each page, and of which feed it is', async () => {
    const [first = '', second = ''] = FERRY;
    site.serve('/ferry', {
      body: pageWith('Council keeps the night ferry', [first, 'Read more: Ferries', second]),
    });
    await refresh(at(HOUR));
    const records = await readIntakeRecords(join(library.path, 'harbour'));
    expect([...records.keys()].map((id) => `${id}.md`).sort()).toEqual(
      Object.keys(await articlesIn(library.path)),
    );
    for (const { from } of records.values()) expect(from).toEqual({ kind: 'feed', name: `${site.url}/feed` });
    const leftOut = [...records.values()].flatMap((record) => record.leftOut);
    expect(leftOut).toContainEqual({ reason: 'promotion', text: 'Read more: Ferries' });
  });

  it('asks only whether anything has changed, for the feed and for pages of the last two days', async () => {
    await refresh(at(HOUR));
    expect(countsIn(await refresh(at(2 * HOUR)))).toEqual([0, 0, 2, 0, 0, 0]);
    const asked = site.requests.slice(3).map(({ path, headers }) => [path, headers['if-none-match']]);
    expect(Object.fromEntries(asked)).toEqual({
      '/feed': `"feed ${version}"`,
      '/ferry': '"ferry 1"',
      '/bridge': '"bridge 1"',
    });
    expect(asked).toHaveLength(3);
  });

  it('leaves pages alone that are older than two days, unless everything is wanted', async () => {
    await refresh(at(HOUR));
    await refresh(at(3 * DAY));
    expect(site.asked('/ferry')).toBe(1);
    expect(countsIn(await refresh({ ...at(3 * DAY), everything: true }))).toEqual([0, 0, 2, 0, 0, 0]);
    expect(site.asked('/ferry')).toBe(2);
  });

  it('leaves a page alone that was looked at a moment ago, when asked to', async () => {
    await refresh(at(HOUR));
    await refresh({ ...at(HOUR + 60_000), pageRest: 10 * 60_000 });
    expect(site.asked('/ferry')).toBe(1);
    await refresh({ ...at(HOUR + 11 * 60_000), pageRest: 10 * 60_000 });
    expect(site.asked('/ferry')).toBe(2);
  });

  it('updates an article whose page has changed, though the feed has not', async () => {
    await refresh(at(HOUR));
    const corrected = [FERRY[0] ?? '', 'Mayor Ada Moss said the boat had carried 3,600 people in October.'];
    site.serve('/ferry', { body: pageWith(ferry.title, corrected), etag: '"ferry 2"' });
    const { updated, unchanged } = reportIn(await refresh(at(2 * HOUR)));
    expect(updated).toMatchObject([{ fresh: 1, gone: 2 }]);
    expect(unchanged).toBe(1);
    const files = Object.values(await articlesIn(library.path));
    expect(files).toHaveLength(2);
    expect(files.join()).toContain('3,600 people');
    expect(files.join()).toContain('published: 2026-03-02T08:00:00Z');
  });

  it('updates an article whose item has changed, also when it is old', async () => {
    await refresh(at(HOUR));
    site.serve('/ferry', { body: pageWith('Night ferry stays, council says', FERRY) });
    serveFeed([{ ...ferry, title: 'Night ferry stays, council says' }, bridge]);
    expect(countsIn(await refresh(at(9 * DAY)))).toEqual([0, 1, 1, 0, 0, 0]);
    expect(site.asked('/bridge')).toBe(1);
    expect(Object.values(await articlesIn(library.path)).join()).toContain('Night ferry stays');
  });

  it('knows an article again whose address and headline the outlet has changed', async () => {
    await refresh(at(HOUR));
    site.serve('/ferry', null);
    site.serve('/night-ferry', { body: pageWith('Night ferry saved', FERRY) });
    serveFeed([{ ...ferry, title: 'Night ferry saved', path: '/night-ferry' }, bridge]);
    expect(countsIn(await refresh(at(2 * HOUR)))).toEqual([0, 1, 1, 0, 0, 0]);
    expect(Object.keys(await articlesIn(library.path))).toHaveLength(2);
  });

  it('knows an item again by its address when its id changes', async () => {
    await refresh(at(HOUR));
    serveFeed([{ ...ferry, id: 'f#2' }, bridge]);
    const { state } = await refresh(at(2 * HOUR));
    expect(Object.keys(state.items).sort()).toEqual(['b', 'f#2']);
  });

  it('tells of a page that is not there or holds no article, and takes the rest', async () => {
    site.serve('/bridge', { body: '<!doctype html><title>Sign in</title><form><input name=user></form>' });
    serveFeed([
      { id: 'x', title: 'Gone', path: '/gone' },
      { id: 'y', title: 'Late', path: '/late', summary: 'It was said so. It is so.' },
      bridge,
      ferry,
    ]);
    const { added, failed, summaries } = reportIn(await refresh(at(HOUR)));
    expect(added.map(({ title }) => title)).toEqual(['Late', ferry.title]);
    expect(failed).toMatchObject([
      { title: 'Gone', url: `${site.url}/gone`, reason: expect.stringContaining('404'), isNew: true },
      { title: bridge.title, reason: expect.stringContaining('no article') },
    ]);
    expect(summaries).toMatchObject([{ title: 'Late', reason: expect.stringContaining('404') }]);

    site.serve('/bridge', { body: pageWith('Old bridge closed', BRIDGE) });
    expect(countsIn(await refresh(at(2 * HOUR)))).toEqual([1, 0, 2, 0, 1, 1]);
  });

  it('tells of a page that is gone since, and leaves its article to the editor', async () => {
    await refresh(at(HOUR));
    site.serve('/ferry', { status: 410 });
    const { failed } = reportIn(await refresh(at(2 * HOUR)));
    expect(failed).toMatchObject([
      { url: `${site.url}/ferry`, reason: expect.stringMatching(/no longer .* delete harbour\/.*\.md/) },
    ]);
    expect(Object.keys(await articlesIn(library.path))).toHaveLength(2);
  });

  it('waits ever longer before it tries a page again that fails', async () => {
    serveFeed([{ id: 'x', title: 'Gone', path: '/gone' }]);
    const pageRest = 10 * 60_000;
    for (let minute = 0; minute < 120; minute += 10) await refresh({ ...at(minute * 60_000), pageRest });
    expect(site.asked('/gone')).toBe(4);
  });

  it('keeps the summary while the page cannot be fetched, and then the page', async () => {
    site.serve('/ferry', { status: 403, body: 'No.' });
    const summary = 'The night ferry stays until spring. The vote was close. Fares will [&#8230;]';
    serveFeed([{ ...ferry, summary }]);
    const { added, summaries } = reportIn(await refresh(at(HOUR)));
    expect(added).toHaveLength(1);
    expect(summaries).toMatchObject([{ title: ferry.title, reason: expect.stringContaining('403') }]);
    const [text] = Object.values(await articlesIn(library.path));
    expect(text).toMatch(/\n\nThe night ferry stays until spring\. The vote was close\.\n$/);

    site.serve('/ferry', { body: pageWith(ferry.title, FERRY) });
    expect(countsIn(await refresh(at(9 * DAY)))).toEqual([0, 1, 0, 0, 0, 0]);
    const files = Object.values(await articlesIn(library.path));
    expect(files).toHaveLength(1);
    expect(files[0]).toContain(FERRY.join('\n\n'));
  });

  it('takes an article that the feed itself holds without asking for its page', async () => {
    const content = FERRY.map((paragraph) => `<p>${paragraph}</p>`).join('');
    serveFeed([{ ...ferry, content }]);
    expect(countsIn(await refresh(at(HOUR)))).toEqual([1, 0, 0, 0, 0, 0]);
    expect(countsIn(await refresh(at(2 * HOUR)))).toEqual([0, 0, 1, 0, 0, 0]);
    expect(site.asked('/ferry')).toBe(0);
    serveFeed([{ ...ferry, content: `${content}<p>The first boat leaves at 22:15 on Friday.</p>` }]);
    expect(countsIn(await refresh(at(3 * HOUR)))).toEqual([0, 1, 0, 0, 0, 0]);
  });

  it('makes a story for its first article, and nothing for a feed that cannot be read', async () => {
    await rm(join(library.path, 'harbour'), { recursive: true });
    site.serve('/none', { status: 500 });
    expect((await refresh({ url: `${site.url}/none` })).kind).toBe('failed');
    expect(await articlesIn(library.path)).toEqual({});
    await refresh(at(HOUR));
    expect(Object.keys(await articlesIn(library.path))).toHaveLength(2);
    expect(countsIn(await refresh(at(2 * HOUR)))).toEqual([0, 0, 2, 0, 0, 0]);
  });

  it('takes the new items of a feed that was broken off in the middle the next time', async () => {
    const stopping = new AbortController();
    site.serve('/bridge', { body: pageWith('Old bridge closed', BRIDGE), delay: 200 });
    await refresh({ ...at(HOUR), signal: stopping.signal, onProgress: () => stopping.abort() });
    expect(Object.keys(await articlesIn(library.path))).toHaveLength(1);
    await refresh(at(2 * HOUR));
    expect(Object.keys(await articlesIn(library.path))).toHaveLength(2);
  });

  it('takes three hundred items, tells how far it is, and asks for no more than two pages at a time', async () => {
    const many = Array.from({ length: 300 }, (_, at) => ({
      id: String(at),
      title: `Boat ${at} sails`,
      path: `/boat/${at}`,
      published: monday,
    }));
    for (const { title, path } of many) {
      const text = `${title} from the northern quay at dawn, the harbour office said, with ${title.length} people aboard.`;
      site.serve(path, { body: pageWith(title, [text, `The crew of that ship numbers seven. ${text}`]) });
    }
    serveFeed(many);
    const seen: (readonly [number, number])[] = [];
    const result = await refresh({ ...at(HOUR), onProgress: (done, total) => seen.push([done, total]) });
    expect(countsIn(result)).toEqual([300, 0, 0, 0, 0, 0]);
    expect(seen).toEqual(many.map((_, at) => [at + 1, 300]));
    expect(site.busiest).toBeLessThanOrEqual(2);
    expect(Object.keys(await articlesIn(library.path))).toHaveLength(300);
  });

  it('survives a damaged state: what is there is compared, and nothing is added twice', async () => {
    await refresh(at(HOUR));
    await writeFile(join(library.path, 'harbour', feedStateFile(`${site.url}/feed`)), '{"half": ');
    expect(countsIn(await refresh(at(2 * HOUR)))).toEqual([0, 0, 2, 0, 0, 0]);
    expect(Object.keys(await articlesIn(library.path))).toHaveLength(2);
    expect(countsIn(await refresh(at(3 * HOUR)))).toEqual([0, 0, 2, 0, 0, 0]);
  });
});
