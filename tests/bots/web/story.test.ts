import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storyPage } from '../../../src/bots/web/pages/story.ts';
import type { Story } from '../../../src/knowledge/index.ts';
import { articleOf, storyOf } from '../../support/articles.ts';
import { articleFile, libraryFolder } from '../../support/library-folder.ts';
import { type Opened, openWeb } from './opened.ts';

/** What a browser makes of it. */
type Page = ReturnType<typeof parseHTML>['document'];

function pageOf(story: Story): Page {
  return parseHTML(`<!doctype html><html><body>${storyPage(story).html}</body></html>`).document;
}

function lines(document: Page, selector: string): string[] {
  return [...document.querySelectorAll(selector)].map((element) =>
    (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
}

describe('the page of a story', () => {
  it('lists its articles, the newest first and those without a date last', () => {
    const page = pageOf(
      storyOf([
        articleOf({ id: 'undated', headline: 'Undated', published: null }),
        articleOf({ id: 'first', headline: 'First', published: '2024-03-02', kind: 'digest' }),
        articleOf({
          id: 'third',
          headline: 'Third',
          published: '2024-03-04T01:00:00+02:00',
          kind: 'transcript',
        }),
        articleOf({ id: 'second', headline: 'Second', published: '2024-03-03', updated: '2024-03-09' }),
        articleOf({ id: 'bare', headline: null, outlet: null, published: null }),
      ]),
    );
    expect(lines(page, '.articles li')).toEqual([
      '4 Mar 2024 Third The Post transcript',
      '3 Mar 2024 Second The Post updated 9 Mar 2024',
      '2 Mar 2024 First The Post digest',
      'date not stated Undated The Post',
      'date not stated Headline not stated outlet not stated',
    ]);
    expect(lines(page, '.articles h2')).toEqual(['5 articles, newest first']);
    expect([...page.querySelectorAll('.articles a')].map((link) => link.getAttribute('href'))).toEqual(
      ['third', 'second', 'first', 'undated', 'bare'].map((id) => `/story/ferry-vote/${id}`),
    );
  });

  it('has a box that asks it, and its questions as links; many of them are folded away', () => {
    const questions = Array.from({ length: 9 }, (_, at) => `Who opened gate ${at}?`);
    const page = pageOf(storyOf([articleOf()], { questions }));
    expect(page.querySelector('form [name=story]')?.getAttribute('value')).toBe('ferry-vote');
    expect(lines(page, '.questions a')).toEqual(questions);
    expect(lines(page, 'details .questions a')).toEqual(questions.slice(5));
    expect(lines(page, 'summary')).toEqual(['4 more questions']);
    expect(
      pageOf(storyOf([articleOf()], { questions: questions.slice(3) })).querySelector('details'),
    ).toBeNull();
  });

  it('does not show the names that it is found by', () => {
    const story = storyOf([articleOf()], { aliases: ['the midnight boat'] });
    expect(storyPage(story).html).not.toContain('midnight boat');
  });

  it('has nothing to ask where there is no article', () => {
    const page = pageOf(storyOf([]));
    expect(page.querySelector('form')).toBeNull();
    expect(lines(page, 'h2')).toEqual(['No articles yet']);
  });

  it('shows what others wrote as text', () => {
    const hostile = `"><script>alert(1)</script><b onclick='x'>`;
    const article = articleOf({ id: hostile, headline: hostile, outlet: hostile, published: hostile });
    const page = pageOf(storyOf([article], { title: hostile, questions: [hostile] }));
    expect(page.querySelectorAll('script, b, [onclick]')).toHaveLength(0);
    expect(lines(page, 'h1, h3, .questions a')).toEqual([hostile, hostile, hostile]);
  });
});

const SLUICE = {
  'sluice/story.yaml': 'title: The sluice\n',
  'sluice/post.md': articleFile('The gate was opened at dawn.'),
};
const CLOSED = 'title: The sluice\naudience:\n  slack:\n    workspaces: [T1]\n';

describe('the address of a story', () => {
  let web: Opened;
  beforeAll(async () => {
    web = await openWeb({ data: (await libraryFolder(SLUICE)).path });
  });
  afterAll(() => web.stop());

  it('shows it, and says when it is the same as before', async () => {
    const answer = await web.get('/story/sluice');
    expect(await answer.text()).toContain('<title>The sluice · Nutgraf</title>');
    const etag = answer.headers.get('etag') ?? '';
    expect((await web.get('/story/sluice', { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await web.get('/story/sluice', { method: 'HEAD' })).status).toBe(200);
  });

  it.each(['', '/', '/%00', '/..%2Fsluice', `/${'a'.repeat(3_000)}`, '/Sluice', '/sluice%20'])(
    'is not there for /story%.20s',
    async (path) => {
      expect((await web.get(`/story${path}`)).status).toBe(404);
    },
  );
});

it('a story is closed the moment that its file says so, also to those who hold the page', async () => {
  const folder = await libraryFolder(SLUICE);
  const web = await openWeb({ data: folder.path, following: true });
  try {
    const paths = ['/story/sluice', '/story/sluice/post'];
    const etags = await Promise.all(paths.map(async (path) => (await web.get(path)).headers.get('etag')));
    const statuses = () =>
      Promise.all(
        paths.map(async (path, at) => {
          const answer = await web.get(path, { headers: { 'if-none-match': etags[at] ?? '' } });
          return answer.status;
        }),
      );
    expect(await statuses()).toEqual([304, 304]);
    await folder.write({ 'sluice/story.yaml': CLOSED });
    await expect.poll(statuses, { timeout: 10_000 }).toEqual([404, 404]);
  } finally {
    await web.stop();
  }
});
