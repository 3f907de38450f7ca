import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articlePage, articleTitle } from '../../../src/bots/web/pages/article.ts';
import { bodyHtml, readPassage } from '../../../src/bots/web/pages/body.ts';
import { paragraphsOf } from '../../../src/bots/web/pages/paragraphs.ts';
import type { Article } from '../../../src/knowledge/index.ts';
import { articleOf, storyOf } from '../../support/articles.ts';
import { articleFile, libraryFolder } from '../../support/library-folder.ts';
import { type Opened, openWeb } from './opened.ts';

const HOSTILE = `</bdi></p><script>alert(1)</script><img src=x onerror=alert(2)> "'\`> &lt;b&gt; \u202Egate`;

/** What a browser makes of it. */
type Page = ReturnType<typeof parseHTML>['document'];

function pageOf(article: Partial<Article>, others: readonly Article[] = []): Page {
  const own = articleOf(article);
  return read(articlePage(storyOf([own, ...others]), own, null).html);
}

function read(html: string): Page {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}

function textsOf(document: Page, selector: string): string[] {
  return [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');
}

function line(document: Page, selector: string): string {
  return (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

describe('an article in the reader', () => {
  it('tells what is stated about it', () => {
    const page = pageOf({
      headline: 'Council votes',
      outlet: 'The Post',
      byline: 'Dora Lindqvist',
      published: '2024-03-03',
      updated: '2024-03-05T09:30:00Z',
      url: 'https://post.example/ferry?a=1&b=2',
    });
    expect(line(page, 'h1')).toBe('Council votes');
    expect(line(page, '.by')).toBe('The Post');
    expect(line(page, '.head .row')).toBe('Dora Lindqvist 3 Mar 2024 updated 5 Mar 2024');
    expect(page.querySelector('time')?.getAttribute('datetime')).toBe('2024-03-03');
    expect(page.querySelector('.origin a')?.getAttribute('href')).toBe('https://post.example/ferry?a=1&b=2');
  });

  it('says so where nothing is stated, and is told by it in the tab', () => {
    const article = { headline: null, outlet: null, published: null };
    const page = pageOf(article);
    expect(line(page, 'h1')).toBe('Headline not stated');
    expect(line(page, '.head')).toContain('outlet not stated');
    expect(line(page, '.head')).toContain('date not stated');
    expect(page.querySelector('.origin')).toBeNull();
    expect(articleTitle(articleOf(article))).toBe('Headline not stated – outlet not stated');
  });

  it('keeps the outlet in the title, however long the headline is', () => {
    expect(articleTitle(articleOf({ headline: 'gate '.repeat(500) })).length).toBeLessThan(100);
    expect(articleTitle(articleOf({ headline: 'gate '.repeat(500) }))).toMatch(/… – The Post$/);
  });

  it('says of a digest whose reporting it digests, and of a transcript that it is one', () => {
    expect(line(pageOf({ kind: 'digest' }), '.by')).toBe(
      'The Post a digest of its reporting, not in its words',
    );
    expect(line(pageOf({ kind: 'transcript' }), '.by')).toBe('The Post transcript');
  });

  it('does not tell of an update on the day of publication', () => {
    const page = pageOf({ published: '2024-03-03', updated: '2024-03-03T20:00:00Z' });
    expect(line(page, '.head .row')).toBe('3 Mar 2024');
  });

  it('leaves out a language that is no tag', () => {
    expect(pageOf({ language: 'not a tag' }).querySelector('[lang]')).toBeNull();
    expect(pageOf({ language: 'fr' }).querySelector('.body')?.getAttribute('lang')).toBe('fr');
  });

  it('shows an empty body as nothing', () => {
    expect(pageOf({ body: '' }).querySelectorAll('.body p')).toHaveLength(0);
    expect(pageOf({ body: ' \n\n \n' }).querySelectorAll('.body p')).toHaveLength(0);
  });

  it('leads to the articles before and after it, and claims an order only where dates tell it', () => {
    const before = articleOf({ id: 'before', published: '2024-03-02' });
    const after = articleOf({ id: 'after', published: '2024-03-04T08:00:00Z' });
    const undated = articleOf({ id: 'undated', published: null });
    const links = (document: Page) =>
      [...document.querySelectorAll('.neighbours a')].map((link) => [
        link.getAttribute('href'),
        line(document, `[href="${link.getAttribute('href')}"] .when`),
      ]);
    expect(links(pageOf({}, [after, before, undated]))).toEqual([
      ['/story/ferry-vote/before', 'Earlier'],
      ['/story/ferry-vote/after', 'Later'],
    ]);
    expect(links(pageOf({}, [undated]))).toEqual([['/story/ferry-vote/undated', 'Also in this story']]);
    expect(links(pageOf({}, [{ ...after, published: '2024-03-03T09:00:00Z' }]))).toEqual([
      ['/story/ferry-vote/after', 'Also in this story'],
    ]);
    expect(pageOf({}).querySelector('.neighbours')).toBeNull();
  });

  it('asks within its story', () => {
    const own = articleOf();
    const story = storyOf([own], { questions: ['Who & why?', '  ', 'When?'] });
    const page = read(articlePage(story, own, null).html);
    expect(page.querySelector('form [name=story]')?.getAttribute('value')).toBe('ferry-vote');
    const links = [...page.querySelectorAll('.questions a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/?q=Who+%26+why%3F&story=ferry-vote', '/?q=When%3F&story=ferry-vote']);
  });
});

describe('a hostile article', () => {
  const fields = {
    headline: HOSTILE,
    outlet: HOSTILE,
    byline: HOSTILE,
    published: HOSTILE,
    updated: HOSTILE,
  };
  const article = {
    ...fields,
    id: HOSTILE,
    url: HOSTILE,
    language: HOSTILE,
    body: `${HOSTILE}\n\n${HOSTILE}`,
  };

  it.each(['report', 'digest', 'transcript'] as const)('is text and nothing else, as a %s', (kind) => {
    const own = articleOf({ ...article, kind });
    const [title, questions] = [HOSTILE, [HOSTILE]];
    const other = articleOf({ ...own, id: `${HOSTILE}2` });
    const page = read(articlePage(storyOf([own, other], { title, questions }), own, null).html);
    expect(page.querySelectorAll('script, img, [onerror]')).toHaveLength(0);
    expect(textsOf(page, '.body p')).toEqual([HOSTILE, HOSTILE]);
    expect(textsOf(page, 'h1')).toEqual([HOSTILE]);
    expect(textsOf(page, '.questions a')).toEqual([HOSTILE]);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    '//elsewhere.example',
    'https:elsewhere.example',
  ])('never makes a link of %j', (url) => {
    expect(pageOf({ url }).querySelector('.origin')).toBeNull();
  });

  it('turns only its own lines around', () => {
    const page = pageOf({ outlet: '\u202Eoutlet', byline: '\u202Ebyline', headline: '\u202Eheadline' });
    expect(textsOf(page, '.by bdi, .head .row bdi')).toEqual(['\u202Eoutlet', '\u202Ebyline']);
    expect(page.querySelector('h1')?.getAttribute('dir')).toBe('auto');
  });
});

describe('the passage of an address', () => {
  const body = 'Ångström 😀 gate.';

  it('is a slice of the body', () => {
    expect(readPassage('0-8', body)).toEqual({ start: 0, end: 8 });
    expect(readPassage(`0-${body.length}`, body)).toEqual({ start: 0, end: body.length });
  });

  it.each([
    undefined,
    '',
    '5',
    '-',
    '3-3',
    '4-2',
    '-1-3',
    '1.5-3',
    '1e1-12',
    ' 1-3',
    '1-3 ',
    '0x1-3',
    `0-${body.length + 1}`,
    '0-99999999999999999999',
    '1-3,5-6',
    // Through the middle of a character.
    '0-10',
    '10-12',
  ])('is none for %j', (at) => {
    expect(readPassage(at, body)).toBeNull();
  });

  it('has an end', () => {
    const long = 'gate '.repeat(2_000);
    expect(readPassage('0-5000', long)).not.toBeNull();
    expect(readPassage('0-5001', long)).toBeNull();
  });
});

describe('the body of an article', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('\n', '\n\n', '\n \n', '<b>', '&amp;', '😀', 'HOST: ', 'Caption: ', ' ', 'the gate.'),
  );
  // Neither can stand in HTML: the one ends lines and the other is no character.
  const bodies = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('').replace(/[\r\0]/g, ''));
  const kinds = fc.constantFrom('report' as const, 'transcript' as const);

  it('is shown letter for letter, and the marks are the very slice', () => {
    fc.assert(
      fc.property(bodies, kinds, fc.nat(), fc.nat(), (body, kind, one, other) => {
        const [start = 0, end = 0] = [one, other].map((at) => at % (body.length + 1)).sort((a, b) => a - b);
        const passage = readPassage(`${start}-${end}`, body);
        fc.pre(passage !== null);
        const page = read(bodyHtml({ body, kind }, passage).html);
        const paragraphs = body.split(/\n[^\S\n]*\n\s*/).filter((text) => /\S/.test(text));
        expect(textsOf(page, 'p')).toEqual(paragraphs);
        const slice = body.slice(start, end);
        const marks = textsOf(page, 'mark');
        for (const mark of marks) expect(slice).toContain(mark);
        expect(marks.join('').replace(/\s+/g, '')).toBe(slice.replace(/\s+/g, ''));
        const ids = [...page.querySelectorAll('mark')].map((mark) => mark.getAttribute('id'));
        expect(ids).toEqual(marks.map((_, at) => (at === 0 ? 'quote' : null)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('marks a passage that runs over paragraphs in each of them', () => {
    const body = 'One gate. Two gates.\n\nThree gates.\n\nFour gates.';
    const at = [body.indexOf('Two'), body.indexOf(' gates.\n\nFour') + ' gates.'.length];
    const page = read(bodyHtml({ body, kind: 'report' }, readPassage(at.join('-'), body)).html);
    expect(textsOf(page, 'mark')).toEqual(['Two gates.', 'Three gates.']);
    expect(page.querySelectorAll('#quote')).toHaveLength(1);
  });

  it('sets apart who speaks in a transcript, and nowhere else', () => {
    const body = 'HOST: Who opened it?\n\nRUTH ODALYS (by phone): I did.\n\nAnd he said: it was dark.';
    expect(textsOf(read(bodyHtml({ body, kind: 'transcript' }, null).html), 'b')).toEqual([
      'HOST:',
      'RUTH ODALYS (by phone):',
    ]);
    expect(textsOf(read(bodyHtml({ body, kind: 'report' }, null).html), 'b')).toEqual([]);
  });

  it('sets captions apart', () => {
    const page = read(bodyHtml({ body: 'A gate.\n\nCaption: The gate at dawn.', kind: 'report' }, null).html);
    expect(textsOf(page, '.caption')).toEqual(['Caption: The gate at dawn.']);
  });

  it('counts turns where a transcript names nobody, as answers cite them', () => {
    const body = 'Who opened it?\n\nCaption: The gate.\n\nI did.\n\nQ: When?';
    const turns = paragraphsOf({ body, kind: 'transcript' }).map(({ turn }) => turn);
    expect(turns).toEqual([1, null, 2, 3]);
    const named = paragraphsOf({ body: `${body}\n\nRUTH: At four.`, kind: 'transcript' });
    expect(named.map(({ turn }) => turn)).toEqual([null, null, null, null, null]);
    expect(paragraphsOf({ body, kind: 'report' }).every(({ turn }) => turn === null)).toBe(true);
  });
});

describe('the address of an article', () => {
  let web: Opened;
  beforeAll(async () => {
    const { path } = await libraryFolder({
      'sluice/story.yaml': 'title: The sluice\naudience:\n  web: true\n',
      'sluice/post.md': articleFile('The gate was opened at dawn. It was shut at noon.'),
      'sluice/Ünïque name & more.md': articleFile('The keeper slept.', { headline: 'Keeper' }),
      'sluice/long.md': articleFile(`${'The gate was opened at dawn. '.repeat(40)}\n\n`.repeat(180)),
      'closed/story.yaml': 'title: Closed\naudience:\n  slack:\n    workspaces: [T1]\n',
      'closed/post.md': articleFile('The gate is closed.'),
    });
    web = await openWeb({ data: path });
  });
  afterAll(() => web.stop());

  it('shows it, with the passage marked', async () => {
    const answer = await web.get('/story/sluice/post?at=29-49');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html; charset=utf-8/i);
    expect(await answer.text()).toContain('dawn. <mark id="quote">It was shut at noon.</mark></p>');
  });

  it.each(['?at=', '?at=49-29', '?at=0-100000', '?at=x', '?at=0-4999999999'])(
    'takes %s as no passage',
    async (query) => {
      const answer = await web.get(`/story/sluice/post${query}`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain('<mark');
    },
  );

  it('may hold whatever a file may be called', async () => {
    const [, href = ''] = /href="([^"]*%20[^"]*)"/.exec(await (await web.get('/story/sluice')).text()) ?? [];
    const answer = await web.get(href);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('The keeper slept.');
  });

  it('shows a long one without weight of its own', async () => {
    const text = await (await web.get('/story/sluice/long?at=200000-200028')).text();
    expect(text).toContain('<mark id="quote">');
    const { body = '' } =
      web.knowledge.stories.flatMap(({ articles }) => articles).find(({ id }) => id === 'long') ?? {};
    expect(body.length).toBeGreaterThan(200_000);
    expect(text.length - body.length).toBeLessThan(16_000);
  });

  it('is asked each time whether it has changed, and answers that it has not', async () => {
    const first = await web.get('/story/sluice/post');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const held of [etag, `"other", W/${etag}`, '*']) {
      const again = await web.get('/story/sluice/post', { headers: { 'if-none-match': held } });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    const other = await web.get('/story/sluice/post?at=0-4', { headers: { 'if-none-match': etag } });
    expect(other.status).toBe(200);
  });

  it('is not there where the story is closed to the page, in the very same words', async () => {
    const paths = [
      '/story/closed/post',
      '/story/closed/none',
      '/story/none/post',
      '/story/sluice/none',
      '/story/closed',
      '/story/none',
    ];
    const answers = await Promise.all(paths.map(async (path) => plain(await web.get(path))));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(404);
  });

  it.each([
    '/story/sluice/%00',
    '/story/sluice/%2e%2e%2fpost',
    '/story/sluice/..%2Fpost',
    '/story/%2e%2e%2f%2e%2e/etc',
    '/story/sluice/post.md',
    '/story/sluice/post%00',
    '/story/sluice/%E0%A4%A',
    '/story/sluice%2Fpost',
    '/story/__proto__/constructor',
    '/story/sluice/post/more',
  ])('is not there for %s', async (path) => {
    expect((await web.get(path)).status).toBe(404);
  });
});

/** An answer without what differs from request to request. */
async function plain(answer: Response) {
  const id = answer.headers.get('x-request-id') ?? 'no id';
  const headers = Object.fromEntries(answer.headers);
  for (const name of ['x-request-id', 'date']) delete headers[name];
  for (const name of Object.keys(headers)) if (/^(?:x-)?ratelimit/.test(name)) delete headers[name];
  return { status: answer.status, headers, body: (await answer.text()).replaceAll(id, 'ID') };
}
