import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleFile, libraryFolder } from '../../support/library-folder.ts';
import { barriers } from './axe.ts';
import { noBrowser, testBrowser } from './browser.ts';
import { type Opened, openWeb } from './opened.ts';

const browser = testBrowser('The reader');

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
const PARAGRAPH =
  'The gate was opened at dawn, and the keeper of the harbor wrote it down in her book. '.repeat(5);
const SENTENCE = 'It was shut again at noon.';
const BODY =
  `${`${PARAGRAPH}\n\n`.repeat(30)}${PARAGRAPH}${SENTENCE}\n\n${`${PARAGRAPH}\n\n`.repeat(30)}`.trim();
const UNBREAKABLE = `https://courier.example/${'sluice'.repeat(60)}`;
const TURNS = `HOST: ${PARAGRAPH}\n\nRUTH ODALYS: ${SENTENCE}\n\nCaption: ${PARAGRAPH}\n\n${UNBREAKABLE}`;
const QUESTIONS = Array.from({ length: 8 }, (_, at) => `  - Who opened gate ${at}?\n`).join('');

let web: Opened;
beforeAll(async () => {
  const { path } = await libraryFolder({
    'sluice/story.yaml': `title: The sluice that stayed open\nquestions:\n${QUESTIONS}`,
    'sluice/report.md': articleFile(BODY, {
      byline: 'Dora Lindqvist',
      published: '2024-03-03',
      updated: '2024-03-05',
      url: 'https://post.example/sluice',
    }),
    'sluice/radio.md': articleFile(TURNS, {
      kind: 'transcript',
      published: '2024-03-04',
      headline: UNBREAKABLE,
      outlet: 'Radio'.repeat(40),
    }),
    'sluice/digest.md': articleFile(SENTENCE, { kind: 'digest', headline: '""', outlet: '""' }),
    'sluice/vast.md': articleFile(`${BODY}\n\n`.repeat(8)),
  });
  web = await openWeb({ data: path });
});
afterAll(() => web.stop());

const bodyOf = (id: string) =>
  web.knowledge.stories.flatMap(({ articles }) => articles).find((article) => article.id === id)?.body ?? '';

/** Where the last occurrence of a sentence is shown. */
function quoted(id: string, text: string): string {
  const start = bodyOf(id).lastIndexOf(text);
  return `${web.origin}/story/sluice/${id}?at=${start}-${start + text.length}#quote`;
}

const PAGES = ['', '/report?at=0-80', '/radio?at=0-300', '/digest'];

describe.skipIf(noBrowser)('a passage that an address names', () => {
  const cases = [PHONE, DESKTOP].flatMap((viewport) =>
    [true, false].flatMap((javaScriptEnabled) =>
      ['report', 'vast'].map((id) => ({ id, viewport, javaScriptEnabled })),
    ),
  );

  it.each(cases)('is in the middle of the window at once: %o', async ({ id, ...options }) => {
    const tab = await browser.tab(options);
    await tab.goto(quoted(id, SENTENCE));
    await expect.poll(() => placeOf(tab)).toBe('in the middle');
    await tab.waitForTimeout(300);
    expect(await placeOf(tab)).toBe('in the middle');
    expect(await tab.locator('mark').allTextContents()).toEqual([SENTENCE]);
    expect(browser.complaints(tab)).toEqual([]);
  });

  it('is marked in every paragraph that it runs over', async () => {
    const tab = await browser.tab({ viewport: PHONE });
    const passage = `book. ${SENTENCE}\n\nThe gate was`;
    await tab.goto(quoted('report', passage));
    expect(await tab.locator('mark').allTextContents()).toEqual([`book. ${SENTENCE}`, 'The gate was']);
  });
});

describe.skipIf(noBrowser)('the reader and the page of a story', () => {
  const looks = PAGES.flatMap((path) =>
    [PHONE, DESKTOP].flatMap((viewport) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ path, viewport, colorScheme })),
    ),
  );

  it.each(looks)('keep nobody out: %o', async ({ path, ...options }) => {
    const tab = await browser.tab(options);
    await tab.goto(`${web.origin}/story/sluice${path}`);
    expect(await barriers(tab)).toEqual([]);
    expect(browser.complaints(tab)).toEqual([]);
  });

  it.each(PAGES)('do not scroll sideways at 320 px: %s', async (path) => {
    const tab = await browser.tab({ viewport: { width: 320, height: 640 } });
    await tab.goto(`${web.origin}/story/sluice${path}`);
    const widths = await tab.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.body.scrollWidth]',
    );
    expect(Math.max(...widths)).toBe(320);
  });

  it('set lines of 60 to 70 letters where there is room', async () => {
    const tab = await browser.tab({ viewport: DESKTOP });
    await tab.goto(`${web.origin}/story/sluice/report`);
    await tab.evaluate('document.fonts.ready.then(() => null)');
    const { height, lineHeight } = await tab.evaluate<{ height: number; lineHeight: number }>(
      `(() => { const p = document.querySelector('.body p');
        return { height: p.getBoundingClientRect().height, lineHeight: parseFloat(getComputedStyle(p).lineHeight) }; })()`,
    );
    const letters = PARAGRAPH.length / Math.round(height / lineHeight);
    expect(letters).toBeGreaterThan(57);
    expect(letters).toBeLessThan(70);
  });

  it('lead from the story to an article, to the next, back to the story and to an answer, by keyboard alone', async () => {
    const tab = await browser.tab({ viewport: DESKTOP, javaScriptEnabled: false });
    await tab.goto(`${web.origin}/story/sluice`);
    await follow(tab, '.articles a[href$="/radio"]');
    await follow(tab, '.neighbours a[href$="/report"]');
    await follow(tab, '.way a');
    expect(new URL(tab.url()).pathname).toBe('/story/sluice');
    await tab.locator('summary').press('Enter');
    await follow(tab, '.questions a >> nth=-1');
    expect(new URL(tab.url()).searchParams.get('q')).toBe('Who opened gate 7?');
  });

  it('ask within the story', async () => {
    const tab = await browser.tab({ viewport: PHONE, javaScriptEnabled: false });
    await tab.goto(`${web.origin}/story/sluice/report`);
    await tab.locator('form input[name=q]').fill('When was the gate shut?');
    await Promise.all([tab.waitForURL(/[?]q=/), tab.keyboard.press('Enter')]);
    expect(new URL(tab.url()).searchParams.get('story')).toBe('sluice');
  });
});

async function follow(tab: Page, selector: string): Promise<void> {
  await tab.locator(selector).focus();
  await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
}

/** Where the mark stands in the window. */
async function placeOf(tab: Page): Promise<string> {
  const { height = 1 } = tab.viewportSize() ?? {};
  const box = await tab.locator('#quote').boundingBox();
  if (box === null) return 'nowhere';
  const middle = (box.y + box.height / 2) / height;
  return middle > 0.25 && middle < 0.75 ? 'in the middle' : `at ${middle.toFixed(2)} of the window`;
}
