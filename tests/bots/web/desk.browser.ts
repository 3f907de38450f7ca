import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleFile } from '../../support/library-folder.ts';
import { barriers } from './axe.ts';
import { noBrowser, testBrowser } from './browser.ts';
import { TOKEN } from './desk/opened.ts';
import { type Opened, openWeb } from './opened.ts';

const browser = testBrowser('The desk');
const PHONE = { width: 360, height: 740 };

const STORY = `Swimming hall opens after four years

By Lena Ward
Published: 2026-03-04

QUAY TOWN (Harbour Times) — The swimming hall opened on Monday, four years late. It has eight lanes.

Children jump into the pool on Monday, March 2, 2026. (Harbour Times/Ole Finn)

A ticket costs 60 crowns, said Per Lund, who runs the hall.

Sign up for our newsletter
`;

let folder = '';
let web: Opened | null = null;

function page(): Opened {
  if (web === null) throw new Error('the page has not been opened');
  return web;
}

async function loggedIn(options: BrowserContextOptions = {}): Promise<Page> {
  const tab = await browser.tab(options);
  await tab.goto(`${page().origin}/desk/questions?since=30d`);
  await tab.getByLabel('Token').fill(TOKEN);
  await tab.keyboard.press('Enter');
  await tab.getByRole('button', { name: 'Log out' }).waitFor();
  expect(tab.url()).toBe(`${page().origin}/desk/questions?since=30d`);
  return tab;
}

/** How much wider the page is than its window, in CSS pixels. */
function overflowOf(tab: Page): Promise<number> {
  return tab.locator('html').evaluate((all) => all.scrollWidth - all.clientWidth);
}

describe.skipIf(noBrowser)('the desk in a browser', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nutgraf-desk-'));
    await mkdir(join(folder, 'ferry'));
    await writeFile(join(folder, 'ferry/story.yaml'), 'title: The night ferry\n');
    await writeFile(
      join(folder, 'ferry/a.md'),
      articleFile('The council voted 7 to 4 for the night ferry. It costs 1.2 million crowns a year.'),
    );
    await writeFile(join(folder, 'ferry/b.md'), '---\noutlet: "Open\n---\n\nText.\n');
    web = await openWeb({ data: folder, following: true, config: { deskToken: TOKEN } });
    const entry = {
      place: 'slack:T1/C1',
      person: 'U1',
      confidence: null,
      quoted: null,
      at: Date.now() - 60_000,
    };
    await web.ledger.journal.add({
      ...entry,
      kind: 'question',
      question: 'who owns the ferry?',
      outcome: 'unsure',
    });
    await web.ledger.journal.add({
      ...entry,
      kind: 'question',
      question: 'Who owns the ferry',
      outcome: 'unsure',
    });
    await web.ledger.journal.add({
      ...entry,
      kind: 'correction',
      question: 'what was the count?',
      outcome: 'gone',
    });
  });
  afterAll(async () => {
    await web?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([true, false])(
    'takes an article from paste to reader, with scripts: %s',
    async (javaScriptEnabled) => {
      const tab = await loggedIn({ javaScriptEnabled });
      const slug = javaScriptEnabled ? 'swimming-hall' : 'hall-without-scripts';
      await tab.getByRole('link', { name: 'Add', exact: true }).click();
      await tab.getByLabel('Text, or address of a page').fill(STORY);
      await tab.getByLabel('Story').fill(slug);
      await tab.getByRole('button', { name: 'Show it cleaned' }).click();
      const cleaned = await tab.locator('.cleaned p').allTextContents();
      expect(cleaned).toHaveLength(2);
      expect(await tab.locator('.left-out').textContent()).toContain('Children jump into the pool');
      await tab.getByRole('button', { name: 'Save' }).first().click();
      await tab.waitForURL('**/desk/add/saved/*');
      expect(await tab.locator('main').textContent()).toContain(`Added ${slug}/harbour-times-2026-03-04.md`);
      const file = await readFile(join(folder, slug, 'harbour-times-2026-03-04.md'), 'utf8');
      expect(file).toContain(cleaned.join('\n\n'));
      const reader = await tab.getByRole('link', { name: 'Read it as readers do' }).getAttribute('href');
      await expect.poll(async () => (await page().get(reader ?? '')).status, { timeout: 5_000 }).toBe(200);
      await tab.getByRole('link', { name: 'Read it as readers do' }).click();
      expect(await tab.locator('main').textContent()).toContain('A ticket costs 60 crowns');
    },
  );

  it('keeps what was typed, and leads to what is wrong with it', async () => {
    const tab = await loggedIn();
    await tab.goto(`${page().origin}/desk/add`);
    await tab.getByLabel('Text, or address of a page').fill('\nA line, & <b>another</b>');
    await tab.getByLabel('Story').fill('Night Ferry');
    await tab.getByRole('button', { name: 'Show it cleaned' }).click();
    expect(await tab.getByLabel('Text, or address of a page').inputValue()).toBe(
      '\nA line, & <b>another</b>',
    );
    await tab.getByRole('alert').getByRole('link', { name: 'Story' }).click();
    expect(await tab.locator(':focus').getAttribute('id')).toBe('story');
    expect(await barriers(tab)).toEqual([]);
  });

  it('shows why an answer won', async () => {
    const tab = await loggedIn();
    await tab.getByRole('link', { name: 'Why', exact: true }).first().click();
    await tab.getByLabel('Question').fill('what was the vote count?');
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/desk/why?q=*');
    expect(await tab.locator('.said strong').first().textContent()).toBe('7 to 4');
    const bars = await tab
      .locator('.bars rect.for')
      .evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width));
    expect(Math.max(...bars)).toBeGreaterThan(20);
  });

  it('is logged out of', async () => {
    const tab = await loggedIn();
    await tab.getByRole('button', { name: 'Log out' }).click();
    await tab.waitForURL('**/desk/login');
    expect((await tab.goto(`${page().origin}/desk`))?.status()).toBe(401);
  });

  it.each(['light', 'dark'] as const)('keeps nobody out and fits a phone, %s', async (colorScheme) => {
    for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
      const tab = await browser.tab({ colorScheme, viewport });
      await tab.goto(`${page().origin}/desk`);
      expect(await barriers(tab)).toEqual([]);
      await tab.getByLabel('Token').fill(TOKEN);
      await tab.getByRole('button', { name: 'Log in' }).click();
      await tab.getByRole('button', { name: 'Log out' }).waitFor();
      const why = '/desk/why?q=what+was+the+vote+count%3F';
      for (const path of ['/desk', '/desk/add', why, '/desk/questions', '/desk/corrections']) {
        await tab.goto(page().origin + path);
        for (const summary of await tab.locator('details > summary').all()) await summary.click();
        expect([path, await barriers(tab), await overflowOf(tab)]).toEqual([path, [], 0]);
      }
      await tab.goto(`${page().origin}/desk/add`);
      await tab.getByLabel('Text, or address of a page').fill(`${STORY}\n${'W'.repeat(300)}`);
      await tab.getByRole('button', { name: 'Show it cleaned' }).click();
      expect([await barriers(tab), await overflowOf(tab)]).toEqual([[], 0]);
    }
  });
});
