import { afterEach, describe, expect, test } from 'vitest';
import type { ListedStories } from '../../../../src/bots/web/api/stories.ts';
import type { Suggested } from '../../../../src/bots/web/api/suggest.ts';
import { articleFile, type LibraryFolder, libraryFolder } from '../../../support/library-folder.ts';
import { type Opened, openWeb } from '../opened.ts';
import { askPath, NIGHT_FERRY } from './night-ferry.ts';

const opened: Opened[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((web) => web.stop()));
});

async function open(library: LibraryFolder, following = false): Promise<Opened> {
  const web = await openWeb({ data: library.path, following });
  opened.push(web);
  return web;
}

describe('/api/stories', () => {
  test('gives each article the path of its page, whatever its file is called', async () => {
    const odd = 'new-lock/100% of it, #1?.md';
    const web = await open(await libraryFolder({ ...NIGHT_FERRY, [odd]: articleFile('The lock is new.') }));
    const { stories } = (await (await web.get('/api/stories')).json()) as ListedStories;
    const pages = stories.flatMap(({ articles }) => articles.map(({ page }) => page));
    expect(pages).toHaveLength(2);
    for (const page of pages) expect((await web.get(page)).status, page).toBe(200);
  });

  test('keeps its tag until a story changes', async () => {
    const library = await libraryFolder(NIGHT_FERRY);
    const web = await open(library, true);
    const tag = async () => (await web.get('/api/stories')).headers.get('etag');
    const before = await tag();
    expect(await tag()).toBe(before);
    await library.write({ 'new-lock/a.md': articleFile('The lock is new.') });
    await expect.poll(tag, { timeout: 10_000 }).not.toBe(before);
    expect(await (await web.get('/api/stories')).text()).toContain('new-lock');
  });
});

describe('/api/suggest', () => {
  const story = (word: string) =>
    `title: About ${word}\nquestions:\n${Array.from({ length: 12 }, (_, index) => `  - What ${word} is number ${index}?\n`).join('')}`;
  const files = { 'boats/story.yaml': story('boat'), 'mills/story.yaml': story('mill') };
  const suggested = async (web: Opened, path: string) =>
    ((await (await web.get(path)).json()) as Suggested).suggestions;

  test('suggests eight questions at most', async () => {
    const web = await open(await libraryFolder(files));
    expect(await suggested(web, '/api/suggest')).toHaveLength(8);
    expect(await suggested(web, '/api/suggest?q=number')).toHaveLength(8);
    const [best, ...others] = await suggested(web, '/api/suggest?q=mill+11');
    expect(best).toEqual({ question: 'What mill is number 11?', story: 'mills' });
    expect(others).toHaveLength(7);
  });

  test('suggests those of one story where it is named, and none of a story that is not there', async () => {
    const web = await open(await libraryFolder(files));
    const found = await suggested(web, '/api/suggest?q=number&story=mills');
    expect(new Set(found.map((each) => each.story))).toEqual(new Set(['mills']));
    expect(await suggested(web, '/api/suggest?q=number&story=no-such-story')).toEqual([]);
  });
});

describe('/metrics', () => {
  test('counts questions and requests, and tells nothing of what was asked', async () => {
    const web = await open(await libraryFolder(NIGHT_FERRY));
    await web.get(askPath('How did the board vote?'));
    const response = await web.get('/metrics');
    const text = await response.text();
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=/);
    expect(text).toContain('nutgraf_questions_total{bot="web",outcome="answered"} 1');
    expect(text).toMatch(/nutgraf_http_request_duration_seconds_count\{route="\/api\/ask",status="200"\} 1/);
    expect(text).not.toMatch(/board|night-ferry/);
  });
});
