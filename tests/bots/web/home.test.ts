import { parseHTML } from 'linkedom';
import { afterEach, describe, expect, it } from 'vitest';
import { afterOf } from '../../../src/bots/web/asking.ts';
import { articleFile, libraryFolder } from '../../support/library-folder.ts';
import { type Opened, openWeb } from './opened.ts';
import { activeIn, shownPage } from './shown-page.ts';

let web: Opened | null = null;
afterEach(() => web?.stop());

async function opened(files?: Readonly<Record<string, string>>): Promise<Opened> {
  web = await openWeb(files === undefined ? {} : { data: (await libraryFolder(files)).path });
  return web;
}

async function pageOf(path: string, files?: Readonly<Record<string, string>>) {
  const html = await (await (await opened(files)).get(path)).text();
  return { html, document: parseHTML(html).document, ...shownPage(html) };
}

function storyFile(title: string, questions: readonly string[] = []): string {
  return JSON.stringify({ title, questions }).replaceAll('\u202E', '\\u202E');
}

const lines = (elements: Iterable<{ readonly textContent: string | null }>) =>
  [...elements].map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());

describe('the start', () => {
  it('has a box to ask in, and the stories with their questions', async () => {
    const { document, html } = await pageOf('/');
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    const form = document.querySelector('form');
    expect([form?.getAttribute('action'), form?.getAttribute('method')]).toEqual(['/', 'get']);
    expect(document.querySelector('label[for="question"]')?.textContent).toBe('Your question');
    const hrefs = [...document.querySelectorAll('.questions a')].map((link) => link.getAttribute('href'));
    expect(hrefs[0]).toBe('/?q=What+was+the+vote+count%3F&story=bessemer-union-vote');
    expect(document.querySelector('.card time')?.getAttribute('datetime')).toBe('2021-11-29');
    expect(activeIn(html)).toEqual([]);
  });

  it('says so without a story, and how to add one where the library is kept', async () => {
    const { document, text } = await pageOf('/', {});
    expect(text).toMatch(/No story is open here yet.*npm run add/);
    expect(document.querySelector('form')).not.toBeNull();
    expect(document.querySelectorAll('.card')).toHaveLength(0);
  });

  it('shows a story without questions, dates or articles as it is', async () => {
    const { document } = await pageOf('/', {
      'bare/story.yaml': storyFile('Bare'),
      'undated/a.md': articleFile('The gate opened.'),
    });
    expect(lines(document.querySelectorAll('.card')).sort()).toEqual([
      'Bare No article yet',
      'Undated 1 article',
    ]);
  });

  it('puts the newest of many first, and keeps the list short', async () => {
    const numbers = Array.from({ length: 210 }, (_, index) => index + 1);
    const files = numbers.flatMap((number) => [
      [`s${number}/story.yaml`, storyFile(`Story ${number}`, ['Who came?', 'Who left?', 'When?', 'Why?'])],
      [
        `s${number}/a.md`,
        articleFile('A boat came.', {
          published: new Date(Date.UTC(2024, 0, number)).toISOString().slice(0, 10),
        }),
      ],
    ]);
    const { document, text } = await pageOf('/', Object.fromEntries(files));
    expect(lines(document.querySelectorAll('.card h3'))).toEqual(
      [210, 209, 208, 207, 206, 205, 204, 203].map((number) => `Story ${number}`),
    );
    expect(document.querySelectorAll('.card:first-child .questions a')).toHaveLength(3);
    expect(document.querySelectorAll('.older a')).toHaveLength(192);
    expect(text).toContain('And 10 more, which answer as well.');
  });

  it('takes an article that was updated as newer', async () => {
    const { document } = await pageOf('/', {
      'one/a.md': articleFile('A boat came.', { published: '2024-01-02' }),
      'two/a.md': articleFile('A boat left.', {
        published: '2024-01-01',
        updated: '2024-01-03T10:00:00+02:00',
      }),
    });
    expect(lines(document.querySelectorAll('.card'))).toEqual([
      'Two 1 article 3 Jan 2024',
      'One 1 article 2 Jan 2024',
    ]);
  });

  it('does nothing with what a story is called', async () => {
    const title = '<script>alert(1)</script>"\'&\u202E';
    const { document, html } = await pageOf('/', {
      'odd/story.yaml': storyFile(title, ['<img src=x onerror=alert(1)>?']),
      'odd/a.md': articleFile('A boat came.'),
    });
    expect(document.querySelector('.card h3')?.textContent).toBe(title);
    expect(document.querySelectorAll('.questions a')).toHaveLength(1);
    expect(activeIn(html)).toEqual([]);
  });

  it('asks one story where it is told to, and all where that is not open', async () => {
    const { document } = await pageOf('/?story=bessemer-union-vote');
    expect(document.querySelector('input[name="story"]')?.getAttribute('value')).toBe('bessemer-union-vote');
    await web?.stop();
    const other = await pageOf('/?story=nothing');
    expect(other.document.querySelector('input[name="story"]')).toBeNull();
  });
});

describe('an answer at its address', () => {
  const asked = '/?q=What+was+the+vote+count%3F&story=bessemer-union-vote';

  it('is a page that says the question in its title, and from which to ask further', async () => {
    const { document, text } = await pageOf(asked);
    expect(document.title).toBe('What was the vote count? · Nutgraf');
    expect(document.querySelector('h1')?.textContent).toBe('What was the vote count?');
    expect(document.querySelector('.within a')?.getAttribute('href')).toBe('/story/bessemer-union-vote');
    expect(text).toMatch(/1,798/);
    const form = document.querySelector('form');
    expect(form?.querySelector('[name="story"]')?.getAttribute('value')).toBe('bessemer-union-vote');
    expect(form?.querySelector('[name="after"]')?.getAttribute('value')).toMatch(/^[\w-]+$/);
  });

  it('is leant on by the question that follows, which shows what it follows', async () => {
    const { document } = await pageOf(asked);
    const after = document.querySelector('[name="after"]')?.getAttribute('value') ?? '';
    const html = await (
      await web?.get(`/?${new URLSearchParams({ q: 'and when was that?', after })}`)
    )?.text();
    const next = parseHTML(html ?? '').document;
    expect(lines(next.querySelectorAll('.thread a'))).toEqual(['What was the vote count?']);
    expect(next.querySelector('.thread a')?.getAttribute('href')).toBe('/?q=What+was+the+vote+count%3F');
    expect(next.querySelector('h1')?.textContent).toBe('and when was that?');
  });

  it('is sent without the rest of the page to a script that has it', async () => {
    const page = await opened();
    const response = await page.get(asked, { headers: { 'x-nutgraf-part': 'answer' } });
    const html = await response.text();
    expect(html).toMatch(/^<main [^>]*data-title="What was the vote count\? · Nutgraf">.*<\/main>$/s);
    expect(response.headers.get('vary')).toMatch(/x-nutgraf-part/i);
    expect((await page.get(asked)).headers.get('vary')).toMatch(/x-nutgraf-part/i);
  });

  it('is 200 when the story does not say, 500 when it failed, 400 when the address is not whole', async () => {
    const page = await opened();
    expect((await page.get('/?q=Who+is+the+CEO+of+Amazon%3F')).status).toBe(200);
    const broken = await page.get('/?q=When%3F&after=***');
    expect(broken.status).toBe(400);
    expect(broken.headers.get('cache-control')).toBe('no-store');
    expect(await broken.text()).toMatch(/ask your question again.*id <code>/s);
    await page.stop();
    web = await openWeb({ ask: () => Promise.reject(new Error('the secret reason')) });
    const failed = await web.get(asked);
    expect(failed.status).toBe(500);
    expect(await failed.text()).not.toMatch(/secret/);
  });

  it('says that there is no such story where the story is not open', async () => {
    const { text, document } = await pageOf('/?q=Who+came%3F&story=nothing');
    expect(text).toMatch(/There is no such story here/);
    expect(document.querySelector('form [name="story"]')).toBeNull();
  });

  it('keeps its form whatever is asked', async () => {
    const hostile = `"><script>alert(1)</script>\u202E${'x'.repeat(900)}`;
    const after = afterOf([{ question: hostile, quoted: null }]);
    const { html, document } = await pageOf(
      `/?${new URLSearchParams({ q: hostile, story: hostile, after })}`,
    );
    expect(activeIn(html)).toEqual([]);
    expect(document.querySelector('h1')?.textContent).toBe(hostile);
    expect(document.querySelector('.thread a')?.textContent).toBe(hostile);
    expect(document.title.length).toBeLessThan(120);
  });
});
