import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { noBrowser, testBrowser } from './browser.ts';
import { at, BOX, lead, reading, VOTE } from './reading.ts';

const browser = testBrowser('Follow-ups');
const page = reading(browser);

/** What is asked of the server, where a test holds it back or breaks it. */
const ANSWERS = (url: URL) => url.pathname === '/' && url.searchParams.has('q');

describe.skipIf(noBrowser)('a follow-up', () => {
  async function followed(): Promise<Page> {
    const tab = await page.tabAt(at(VOTE));
    await tab.fill(BOX, 'and how many were in favor?');
    await tab.press(BOX, 'Enter');
    await tab.locator('.turn').nth(1).waitFor();
    return tab;
  }

  it('is answered in place, under the first, with the focus on it, and is told', async () => {
    const tab = await page.tabAt(at(VOTE));
    await tab.evaluate('window.same = true');
    await tab.fill(BOX, 'and how many were in favor?');
    await tab.press(BOX, 'Enter');
    await tab.locator('.turn').nth(1).waitFor();
    expect(await tab.evaluate('window.same')).toBe(true);
    expect(await lead(tab).textContent()).toContain('738');
    expect(await tab.locator('h1').allTextContents()).toEqual(['and how many were in favor?']);
    expect(await tab.evaluate('document.activeElement.textContent')).toBe('and how many were in favor?');
    expect(await tab.locator('[role="status"]').textContent()).toMatch(/738.*AP/);
    expect(await tab.title()).toBe('and how many were in favor? · Nutgraf');
    expect(await tab.locator(BOX).inputValue()).toBe('');
    expect(await tab.locator('form[data-ask]').count()).toBe(1);
    expect(await barriers(tab)).toEqual([]);
    expect(browser.complaints(tab)).toEqual([]);
  });

  it('has an address that opens the same answer for somebody else', async () => {
    const tab = await followed();
    const other = await browser.tab();
    await other.goto(tab.url());
    expect(await lead(other).textContent()).toBe(await lead(tab).textContent());
    expect(await other.locator('.thread').textContent()).toContain(VOTE);
  });

  it('goes with Back, and comes again with Forward and with a reload', async () => {
    const tab = await followed();
    const address = tab.url();
    await tab.goBack();
    await expect.poll(() => tab.locator('.turn').count()).toBe(1);
    expect(await tab.title()).toBe(`${VOTE} · Nutgraf`);
    expect(await tab.locator('h1').textContent()).toBe(VOTE);
    await tab.goForward();
    await expect.poll(() => tab.locator('.turn').count()).toBe(2);
    expect(tab.url()).toBe(address);
    await tab.goBack();
    await expect.poll(() => tab.locator('.turn').count()).toBe(1);
    await tab.locator(BOX).pressSequentially('second elec');
    await tab.locator('[role="option"]').first().waitFor();
    await tab.locator(BOX).press('Enter');
    await tab.locator('.turn').nth(1).waitFor();
    await tab.reload();
    expect(await tab.locator('h1').textContent()).toBe('second elec');
    await tab.goBack();
    await expect.poll(() => tab.locator('h1').textContent()).toBe(VOTE);
    expect(browser.complaints(tab)).toEqual([]);
  });

  it('is copied as a link, each by its own', async () => {
    const tab = await browser.tab({ permissions: ['clipboard-read', 'clipboard-write'] });
    const first = `${page.web.origin}${at(VOTE)}`;
    await tab.goto(first);
    await tab.fill(BOX, 'and how many were in favor?');
    await tab.press(BOX, 'Enter');
    await tab.locator('.turn').nth(1).waitFor();
    const copied = () => tab.evaluate('navigator.clipboard.readText()');
    await tab.locator('[data-copy]').nth(1).click();
    await expect.poll(copied).toBe(tab.url());
    await tab.locator('[data-copy]').nth(0).click();
    await expect.poll(copied).toBe(first);
    expect(await tab.locator('[data-copy]').nth(0).textContent()).toBe('Link copied');
  });

  it('that cannot be answered says so in place, and can be tried again', async () => {
    const tab = await page.tabAt(at(VOTE));
    await tab.route(ANSWERS, (route) => route.abort());
    await tab.fill(BOX, 'and how many were in favor?');
    await tab.press(BOX, 'Enter');
    const trouble = tab.locator('[role="alert"]');
    await trouble.waitFor();
    expect(await trouble.textContent()).toMatch(/cannot be reached/);
    expect(await tab.locator(BOX).inputValue()).toBe('and how many were in favor?');
    expect(await barriers(tab)).toEqual([]);
    await tab.unroute(ANSWERS);
    await trouble.locator('button').click();
    await tab.locator('.turn').nth(1).waitFor();
    expect(await trouble.count()).toBe(0);
  });

  it('that the server refuses says why, in its words', async () => {
    const tab = await page.tabAt(at(VOTE));
    await tab.route(ANSWERS, (route) =>
      route.fulfill({
        status: 429,
        contentType: 'text/html',
        body: '<main><p data-sentence>Please wait a minute.</p></main>',
      }),
    );
    await tab.fill(BOX, 'and when?');
    await tab.press(BOX, 'Enter');
    await tab.locator('[role="alert"]').waitFor();
    expect(await tab.locator('[role="alert"] p').textContent()).toBe('Please wait a minute.');
  });

  it('that takes long is seen to be under way, and can be asked anew', async () => {
    const tab = await page.tabAt(at(VOTE));
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    let first = true;
    await tab.route(ANSWERS, async (route) => {
      if (first) {
        first = false;
        await held;
      }
      await route.continue().catch(() => undefined);
    });
    await tab.fill(BOX, 'and when was that?');
    await tab.press(BOX, 'Enter');
    await tab.locator('form[aria-busy="true"]').waitFor();
    expect(await tab.locator('form[data-ask] button').isEnabled()).toBe(true);
    await tab.fill(BOX, 'and how many were in favor?');
    await tab.press(BOX, 'Enter');
    await tab.locator('.turn').nth(1).waitFor();
    go();
    await tab.waitForTimeout(300);
    expect(await tab.locator('.turn').count()).toBe(2);
    expect(await tab.locator('form[aria-busy]').count()).toBe(0);
    expect(await lead(tab).textContent()).toContain('738');
  });
});
