import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Following, type FollowOptions, followFeeds } from '../../src/feeds/follow.ts';
import { feedStateFile, feedStatesText, readFeedStates } from '../../src/knowledge/index.ts';
import { openReader } from '../../src/knowledge/intake/index.ts';
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts';
import { type NewsSite, newsSite, pageWith, rssWith } from '../support/news-site.ts';
import { type Line, rememberingLog } from '../support/remembering-log.ts';
import { articlesIn, HOUR, loopbackFetcher } from './harness.ts';

const TEXT = [
  'The ice on the northern fjord broke up on Sunday, two weeks earlier than in any year since 1931.',
  'Fishermen at Brae said that they would put their boats to sea before the end of the week.',
];

describe('following feeds', () => {
  let site: NewsSite;
  let library: LibraryFolder;
  let lines: Line[];
  let following: Following | null = null;

  beforeEach(async () => {
    site = await newsSite({
      '/ice': { body: pageWith('Ice breaks up', TEXT), etag: '"1"' },
      '/feed': { etag: '"1"' },
    });
    serveFeed();
    library = await libraryFolder({ 'harbour/story.yaml': 'title: The harbour\n' });
  });
  afterEach(async () => {
    await following?.close();
    following = null;
  });

  function serveFeed(): void {
    const body = rssWith(site.url, [{ id: '1', title: 'Ice breaks up', path: '/ice' }]);
    site.serve('/feed', { body, etag: '"1"' });
  }

  type Feeds = ReturnType<FollowOptions['stories']>[number]['feeds'];
  function follow(feeds: Feeds | (() => Feeds), pace: FollowOptions['pace'] = {}): void {
    const { log, lines: remembered } = rememberingLog();
    lines = remembered;
    following = followFeeds({
      stories: () => [{ slug: 'harbour', feeds: typeof feeds === 'function' ? feeds() : feeds }],
      data: library.path,
      fetcher: loopbackFetcher(),
      reader: openReader(),
      log,
      pace: { stories: 20, stagger: 10, ...pace },
    });
  }

  const feed = (every: number, path = '/feed') => ({ url: `${site.url}${path}`, every });
  const said = (message: string) => lines.filter((line) => line.message === message);
  const until = (holds: () => boolean) => vi.waitFor(() => expect(holds()).toBe(true), { timeout: 5_000 });

  it('looks at each feed at once, and again at its interval', async () => {
    follow([feed(60)]);
    await until(() => site.asked('/feed') >= 3);
    expect(Object.keys(await articlesIn(library.path))).toHaveLength(1);
    expect(
      said('feed read')
        .map(({ level }) => level)
        .slice(0, 2),
    ).toEqual(['info', 'debug']);
    expect(said('feed read')[0]?.fields).toMatchObject({
      story: 'harbour',
      feed: `${site.url}/feed`,
      added: 1,
      updated: 0,
      next: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(site.requests.at(-1)?.headers['if-none-match']).toBe('"1"');
    expect(site.asked('/ice')).toBe(1);
  });

  it('says when a feed fails, why, and when it is looked at next; then that it can be read again', async () => {
    site.serve('/feed', { status: 503 });
    follow([feed(40)]);
    await until(() => said('a feed cannot be read').length >= 3);
    expect(said('a feed cannot be read')[0]).toMatchObject({
      level: 'warn',
      fields: {
        story: 'harbour',
        feed: `${site.url}/feed`,
        reason: expect.stringContaining('503'),
        next: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    });
    serveFeed();
    await until(() => said('a feed can be read again').length > 0);
    expect(said('a feed can be read again')).toMatchObject([{ level: 'info' }]);
    await until(() => site.asked('/feed') > 4);
    expect(said('a feed can be read again')).toHaveLength(1);
  });

  it('looks at a failing feed ever less often', async () => {
    site.serve('/feed', { status: 500 });
    follow([feed(20)]);
    await until(() => said('a feed cannot be read').length >= 5);
    const times = said('a feed cannot be read').map(({ fields }) => Date.parse(String(fields.next)));
    expect(times.every((time, at) => at === 0 || time > (times[at - 1] ?? 0))).toBe(true);
    // 20 + 20 + 40 + 80 + 160 ms, less a tenth.
    expect((times[4] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(250);
  });

  it('waits as long as the server asks', async () => {
    site.serve('/feed', { status: 429, headers: { 'retry-after': '3600' } });
    follow([feed(20)]);
    await until(() => said('a feed cannot be read').length > 0);
    const next = Date.parse(String(said('a feed cannot be read')[0]?.fields.next));
    expect(next - Date.now()).toBeGreaterThan(0.99 * HOUR);
  });

  it('says aloud when a feed has failed for long, also if it began before the start', async () => {
    const failingSince = new Date(Date.now() - 2 * HOUR).toISOString();
    const state = {
      checkedAt: null,
      failingSince,
      failure: 'No.',
      etag: null,
      lastModified: null,
      items: {},
    };
    await library.write({
      [`harbour/${feedStateFile(`${site.url}/feed`)}`]: feedStatesText(
        new Map([[`${site.url}/feed`, state]]),
      ),
    });
    site.serve('/feed', { status: 410 });
    follow([feed(40)]);
    await until(() => lines.some(({ level }) => level === 'error'));
    expect(said('a feed has failed for long')).toMatchObject([
      { level: 'error', fields: { failingSince, reason: expect.stringContaining('ended this feed (410)') } },
    ]);
    const next = Date.parse(String(lines[0]?.fields.next));
    expect(next - Date.now()).toBeGreaterThan(21 * HOUR);
  });

  it('picks up feeds that are added to a story, changed and taken out of it', async () => {
    let feeds: Feeds = [];
    follow(() => feeds);
    feeds = [feed(HOUR)];
    await until(() => said('feed read').length === 1);
    feeds = [feed(30)];
    await until(() => site.asked('/feed') >= 3);
    feeds = [];
    await new Promise((resolve) => setTimeout(resolve, 60));
    const asked = site.asked('/feed');
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(site.asked('/feed')).toBe(asked);
  });

  it('goes on with its other feeds when one cannot be read', async () => {
    follow([feed(HOUR, '/none'), feed(HOUR), feed(HOUR, '/none-either')]);
    await until(() => said('feed read').length === 1 && said('a feed cannot be read').length === 2);
    expect(Object.keys(await articlesIn(library.path))).toHaveLength(1);
  });

  it('adds an article once that two feeds of a story bring at the same time', async () => {
    site.serve('/other', { body: rssWith(site.url, [{ id: 'x', title: 'Ice breaks up', path: '/ice' }]) });
    follow([feed(HOUR), feed(HOUR, '/other')], { stagger: 0 });
    await until(() => said('feed read').length === 2);
    expect(Object.keys(await articlesIn(library.path))).toHaveLength(1);
  });

  it('never looks at a feed twice at the same time', async () => {
    const body = rssWith(site.url, []);
    site.serve('/feed', { body, delay: 80 });
    follow([feed(10)]);
    await until(() => site.asked('/feed') >= 4);
    expect(site.busiest).toBe(1);
  });

  it('names an item that cannot be taken once', async () => {
    site.serve('/feed', { body: rssWith(site.url, [{ id: '9', title: 'Gone', path: '/gone' }]) });
    follow([feed(30)], { pageRest: 0 });
    await until(() => site.asked('/gone') >= 3);
    const told = said('an item of a feed was not taken');
    expect(told.map(({ level }) => level).slice(0, 2)).toEqual(['warn', 'debug']);
    expect(told[0]?.fields).toMatchObject({ title: 'Gone', reason: expect.stringContaining('404') });
  });

  it('goes on where it was after a restart', async () => {
    follow([feed(HOUR)]);
    await until(() => said('feed read').length === 1);
    await following?.close();
    follow([feed(HOUR)]);
    await until(() => said('feed read').length === 1);
    expect(said('feed read')[0]).toMatchObject({ level: 'debug', fields: { added: 0, unchanged: 1 } });
    expect(site.asked('/ice')).toBe(1);
  });

  it('ends at once when it is told to, in the middle of a look', async () => {
    site.serve('/ice', { body: pageWith('Ice breaks up', TEXT), delay: 60_000 });
    follow([feed(HOUR)]);
    await until(() => site.asked('/ice') === 1);
    // Whoever waited for the page would wait longer than this test may take.
    await following?.close();
    expect(await articlesIn(library.path)).toEqual({});
    const states = readFeedStates(
      await readFile(join(library.path, 'harbour', feedStateFile(`${site.url}/feed`)), 'utf8'),
    );
    expect(states.get(`${site.url}/feed`)).toMatchObject({ etag: null, items: {} });
  });

  it('does not bring back a story that was removed during a look', async () => {
    let feeds: Feeds = [feed(HOUR)];
    site.serve('/ice', { body: pageWith('Ice breaks up', TEXT), delay: 200 });
    follow(() => feeds);
    await until(() => site.asked('/ice') === 1);
    await rm(join(library.path, 'harbour'), { recursive: true });
    feeds = [];
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await articlesIn(library.path)).toEqual({});
  });

  it('goes on when the library cannot be written to', async () => {
    await rm(join(library.path, 'harbour'), { recursive: true });
    await library.write({ harbour: 'a file where the folder should be' });
    follow([feed(30)]);
    await until(() => site.asked('/feed') >= 3);
    expect(said('an item of a feed was not taken')[0]).toMatchObject({ level: 'warn' });
  });
});
