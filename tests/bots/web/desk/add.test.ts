import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openPages } from '../../../../src/bots/web/desk/add/pages.ts';
import type { Material } from '../../../../src/knowledge/intake/index.ts';
import { libraryFolder } from '../../../support/library-folder.ts';
import { fieldsOf, type OpenedDesk, openDeskAlone, openDeskPage, unescaped } from './opened.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const STORY = `Harbour office closes its north gate

By Lena Ward
Published: 2026-03-04

QUAY TOWN (Harbour Times) — The harbour office will close its north gate on Monday. The gate was built in 1952.

A crane stands at the north gate on Tuesday, March 3, 2026. (Harbour Times/Ole Finn)

Some 40 lorries a day will have to take the south gate, the office said.

Sign up for our newsletter
`;

async function opened(files: Readonly<Record<string, string>> = {}) {
  const library = await libraryFolder(files);
  const desk = await openDeskPage({ data: library.path, following: true });
  stops.push(desk.stop);
  return { library, desk };
}

async function previewed(desk: OpenedDesk, fields: Readonly<Record<string, string>>) {
  const response = await desk.send('/desk/add/preview', fields);
  const page = await response.text();
  return { status: response.status, page, fields: fieldsOf(page, '/desk/add/save') };
}

async function saved(desk: OpenedDesk, fields: Readonly<Record<string, string>>) {
  const response = await desk.send('/desk/add/save', fields);
  const location = response.headers.get('location') ?? '';
  const page = response.status === 303 ? (await desk.read(location)).text : await response.text();
  return { status: response.status, page };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.md')).sort();
}

describe('a text that is pasted', () => {
  it('is shown cleaned, saved as it was shown, told, and asked about', async () => {
    const { library, desk } = await opened();
    const shown = await previewed(desk, { material: STORY, story: 'north-gate' });
    expect(shown.status).toBe(200);
    expect(shown.page).toContain(
      '<p dir="auto">Some 40 lorries a day will have to take the south gate, the office said.</p>',
    );
    for (const said of [
      'Saving adds <code>north-gate/harbour-times-2026-03-04.md</code>',
      'The story <code>north-gate</code> is new, and open to everyone as soon as this is saved.',
      'Harbour Times</bdi> <span class="small">the dateline</span>',
      '2 paragraphs, 3 sentences that can be quoted.',
      'Captions <span class="count">1</span>',
      'A crane stands at the north gate on Tuesday, March 3, 2026.',
      'Promotion <span class="count">1</span>',
    ]) {
      expect(shown.page).toContain(said);
    }
    expect(await filesIn(library.path)).toEqual([]);

    const { status, page } = await saved(desk, shown.fields);
    expect(status).toBe(303);
    expect(page).toContain('Added <code>north-gate/harbour-times-2026-03-04.md</code>');
    expect(page).toContain('href="/story/north-gate/harbour-times-2026-03-04"');
    expect(await filesIn(library.path)).toEqual([join('north-gate', 'harbour-times-2026-03-04.md')]);
    const file = await readFile(join(library.path, 'north-gate/harbour-times-2026-03-04.md'), 'utf8');
    expect(file).toContain('headline: Harbour office closes its north gate');
    expect(file).not.toMatch(/crane|newsletter/);
    const record: unknown = JSON.parse(await readFile(join(library.path, 'north-gate/.intake.json'), 'utf8'));
    expect(record).toMatchObject({ 'harbour-times-2026-03-04': { from: { kind: 'pasted', name: null } } });
    await vi.waitFor(() => expect(desk.knowledge.stories).toHaveLength(1), { timeout: 5_000 });
    const why = await desk.read('/desk/why?q=when+was+the+gate+built%3F');
    expect(why.text).toContain('1952');
  });

  it('is saved letter for letter as it was shown, with captions where they are wanted', async () => {
    const { library, desk } = await opened();
    const shown = await previewed(desk, { material: STORY, story: 'north-gate', captions: 'yes' });
    await saved(desk, shown.fields);
    const file = await readFile(join(library.path, 'north-gate/harbour-times-2026-03-04.md'), 'utf8');
    const body = file.split('---\n\n')[1]?.trim().split('\n\n');
    const text = shown.page.slice(shown.page.indexOf('class="cleaned"'));
    const paragraphs = [...text.matchAll(/<p dir="auto">(.*?)<\/p>/g)].map(([, each = '']) =>
      unescaped(each),
    );
    expect(body?.length).toBe(3);
    expect(body).toEqual(paragraphs);
    expect(body?.at(-1)).toMatch(/^Caption: A crane stands/);
  });

  it('is stated where it does not say it, and what is stated wins', async () => {
    const { library, desk } = await opened();
    const stated = {
      outlet: 'Bay Radio',
      headline: 'Gate shut',
      published: '2026-03-05',
      kind: 'digest',
      language: 'en-GB',
    };
    const shown = await previewed(desk, { material: STORY, story: 'north-gate', ...stated });
    expect(shown.page).toContain('Bay Radio</bdi> <span class="small">as you gave it</span>');
    await saved(desk, shown.fields);
    const file = await readFile(join(library.path, 'north-gate/bay-radio-2026-03-05.md'), 'utf8');
    expect(file).toMatch(/outlet: Bay Radio\nheadline: Gate shut\n[\s\S]*kind: digest\nlanguage: en-GB\n/);
  });

  it('updates the article that it is, and says which sentences have come and gone', async () => {
    const { library, desk } = await opened();
    await saved(desk, (await previewed(desk, { material: STORY, story: 'north-gate' })).fields);
    const same = await previewed(desk, { material: STORY, story: 'north-gate' });
    expect(same.page).toContain('holds exactly this, so there is nothing to save');
    expect(same.fields).toEqual({});
    const newer = STORY.replace('1952', '1953');
    const shown = await previewed(desk, { material: newer, story: '' });
    expect(shown.page).toContain(
      'Saving updates <code>north-gate/harbour-times-2026-03-04.md</code>: 1 sentence is new, 1 has gone.',
    );
    expect(shown.page).toMatch(/<del>.*1952.*<\/del>/);
    expect(shown.page).toMatch(/<ins>.*1953.*<\/ins>/);
    expect((await saved(desk, shown.fields)).page).toContain('Updated <code>');
    expect(await filesIn(library.path)).toHaveLength(1);
  });

  it('is not saved where the library has changed since it was shown, and is shown again', async () => {
    const { library, desk } = await opened();
    await saved(desk, (await previewed(desk, { material: STORY, story: 'north-gate' })).fields);
    const shown = await previewed(desk, { material: STORY.replace('1952', '1953'), story: 'north-gate' });
    const path = join(library.path, 'north-gate/harbour-times-2026-03-04.md');
    const edited = (await readFile(path, 'utf8')).replace('1952', '1951');
    await writeFile(path, edited);
    const again = await saved(desk, shown.fields);
    expect(again.status).toBe(409);
    expect(again.page).toContain('The library has changed since this was shown, so nothing was saved');
    expect(again.page).toMatch(/<del>.*1951.*<\/del>/);
    expect(await readFile(path, 'utf8')).toBe(edited);
    expect((await saved(desk, fieldsOf(again.page, '/desk/add/save'))).status).toBe(303);
  });

  it('is not saved when nobody has seen it', async () => {
    const { library, desk } = await opened();
    const { status } = await saved(desk, { material: STORY, story: 'north-gate' });
    expect(status).toBe(409);
    expect(await filesIn(library.path)).toEqual([]);
  });

  it('says who may see it where its story is not open to everyone, and links to no reader', async () => {
    const { desk } = await opened({
      'north-gate/story.yaml': 'title: The gate\naudience:\n  slack:\n    workspaces: [T1]\n',
    });
    const shown = await previewed(desk, { material: STORY, story: 'north-gate' });
    expect(shown.page).toContain('is open to Slack workspace T1.');
    const { page } = await saved(desk, shown.fields);
    expect(page).toContain('Added <code>');
    expect(page).not.toContain('/story/north-gate/');
  });
});

describe('what is hostile', () => {
  const EVIL = '"><script>alert(1)</script><img src=x onerror=alert(2)>';

  it('stays text, in the form, in what is shown, and in the library', async () => {
    const { desk } = await opened();
    const material = `Gate news ${EVIL}\n\nThe gate ${EVIL} was shut </textarea><script>alert(3)</script> on Monday.\n\nThe mayor said so.`;
    const shown = await previewed(desk, {
      material,
      story: 'gate',
      outlet: EVIL,
      headline: `'${EVIL}`,
      byline: EVIL,
    });
    const pages = [shown.page, (await saved(desk, shown.fields)).page];
    await vi.waitFor(() => expect(desk.knowledge.stories).toHaveLength(1), { timeout: 5_000 });
    pages.push((await desk.read('/desk')).text);
    pages.push((await desk.read(`/desk/why?q=${encodeURIComponent(`when was the gate shut ${EVIL}`)}`)).text);
    pages.push((await previewed(desk, { material, story: EVIL, published: EVIL })).page);
    for (const page of pages) {
      expect(page).toContain('<main');
      expect(page.replace(/<script type="module" src="\/assets\/[\w.-]+"><\/script>/g, '')).not.toMatch(
        /<script|<img|\sonerror=alert\(2\)>/,
      );
    }
  });

  it('is no name of a story, and what was typed stays', async () => {
    const { library, desk } = await opened();
    const names = [
      '../x',
      '..',
      '/etc',
      'a/b',
      'a\\b',
      'CON',
      'con',
      'nul',
      'Night-Ferry',
      'a--b',
      '-a',
      'a.',
      'ä',
    ];
    for (const story of [...names, 'x'.repeat(200)]) {
      const { status, page } = await previewed(desk, { material: STORY, story, byline: 'Somebody' });
      expect([story, status]).toEqual([story, 422]);
      expect(page).toContain('id="story-error"');
      expect(page).toMatch(
        /<input id="story"[^>]* aria-invalid="true" aria-describedby="story-error story-hint"/,
      );
      expect(page).toContain('QUAY TOWN (Harbour Times)');
      expect(page).toContain('value="Somebody"');
      const sent = await saved(desk, { material: STORY, story, seen: 'x' });
      expect(sent.status).toBe(422);
    }
    expect(await filesIn(library.path)).toEqual([]);
  });

  it('is nothing that can be stated', async () => {
    const { desk } = await opened();
    for (const [field, value] of [
      ['published', 'yesterday'],
      ['url', 'javascript:alert(1)'],
      ['kind', 'opinion'],
      ['language', 'not a language'],
      ['headline', 'x'.repeat(1_001)],
    ] as const) {
      const { status, page } = await previewed(desk, { material: STORY, story: 'a', [field]: value });
      expect([field, status]).toEqual([field, 422]);
      expect(page).toContain(`id="${field}-error">This should be `);
      expect(page).toContain('<details class="stated" open>');
    }
  });

  it('is no article', async () => {
    const { desk } = await opened();
    const feed = '<rss version="2.0"><channel></channel></rss>';
    for (const material of ['', ' \n ', '{"a": 1}', feed, '\u0000\u0001\u0002\u0003']) {
      const { status, page } = await previewed(desk, { material, story: 'a' });
      expect([material, status]).toEqual([material, 422]);
      expect(page).toContain('id="material-error"');
    }
  });

  it('is too long', async () => {
    const { desk } = await opened();
    const much = await previewed(desk, { material: 'The gate is shut. '.repeat(112_000), story: 'a' });
    expect(much.status).toBe(422);
    expect(much.page).toContain('This is more than 2 MB');
    expect((await previewed(desk, { material: 'The gate is shut. '.repeat(150_000) })).status).toBe(413);
  });
});

describe('an address', () => {
  it('of this machine, of its network, or of no page is refused with a sentence', async () => {
    const { desk } = await opened();
    for (const material of [
      `${desk.origin}/`,
      'http://localhost/',
      'http://[::1]/',
      'http://169.254.169.254/latest/meta-data',
      'http://10.0.0.1/',
      'http://0x7f000001/',
      'http://2130706433/',
      'file:///etc/passwd',
      'ftp://courier.example/a',
      'https://user:password@courier.example/',
      'javascript:alert(1)',
      '127.0.0.1',
    ]) {
      const { status, page } = await previewed(desk, { material, story: 'a' });
      expect([material, status]).toEqual([material, 422]);
      expect(page).toMatch(/id="material-error">[^<]{20,}\.</);
    }
  });

  it('is fetched once, and what is saved is what was seen', async () => {
    const library = await libraryFolder();
    let fetched = 0;
    const read = async (address: string): Promise<Material> => {
      fetched += 1;
      return { text: STORY.replace('1952', `195${fetched}`), name: null, address, contentType: 'text/plain' };
    };
    const desk = await openDeskAlone(library.path, openPages(read));
    const shown = await (
      await desk.send('/desk/add/preview', { material: 'courier.example/gate', story: 'gate' })
    ).text();
    const fields = fieldsOf(shown, '/desk/add/save');
    expect(fields).toMatchObject({ material: 'courier.example/gate' });
    const changed = await desk.send('/desk/add/preview', { ...fields, byline: 'Somebody Else' });
    const response = await desk.send('/desk/add/save', fieldsOf(await changed.text(), '/desk/add/save'));
    expect(response.status).toBe(303);
    expect(fetched).toBe(1);
    const file = await readFile(join(library.path, 'gate/harbour-times-2026-03-04.md'), 'utf8');
    expect(file).toContain('1951');
    expect(file).toContain('url: https://courier.example/gate');
    const record: unknown = JSON.parse(await readFile(join(library.path, 'gate/.intake.json'), 'utf8'));
    expect(record).toMatchObject({
      'harbour-times-2026-03-04': { from: { kind: 'page', name: 'https://courier.example/gate' } },
    });
  });

  it('has to be looked at again where what was seen is no longer kept', async () => {
    const library = await libraryFolder();
    const read = async (address: string) => ({ text: STORY, name: null, address, contentType: null });
    const desk = await openDeskAlone(library.path, openPages(read, 1));
    const typed = { material: 'https://courier.example/gate', story: 'gate', byline: 'Lena' };
    const fields = fieldsOf(await (await desk.send('/desk/add/preview', typed)).text(), '/desk/add/save');
    await new Promise((resolve) => setTimeout(resolve, 30));
    const response = await desk.send('/desk/add/save', fields);
    expect(response.status).toBe(410);
    const page = await response.text();
    expect(page).toContain('no longer kept');
    expect(page).toContain('https://courier.example/gate');
    expect(page).toContain('value="Lena"');
    expect(await filesIn(library.path)).toEqual([]);
  });

  it('is kept for a while, and never more than there is room for', async () => {
    const read = async (address: string) => ({
      text: 'x'.repeat(1_000_000),
      name: null,
      address,
      contentType: null,
    });
    const pages = openPages(read);
    const kept = [];
    for (let page = 0; page < 40; page += 1) kept.push(await pages.fetch(`https://courier.example/${page}`));
    const left = kept.filter(({ id }) => pages.kept(id) !== null);
    expect(left.length).toBeGreaterThan(10);
    expect(left.reduce((sum, { material }) => sum + 2 * material.text.length, 0)).toBeLessThanOrEqual(
      30_000_000,
    );
    expect(pages.kept('anything')).toBeNull();
  });
});
