import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { noBrowser, testBrowser } from './browser.ts';
import { BOX, reading, VOTE } from './reading.ts';

const browser = testBrowser('Suggestions');
const page = reading(browser);

describe.skipIf(noBrowser)('suggestions', () => {
  const options = (tab: Page) => tab.locator('[role="option"]');

  it('are chosen by keyboard', async () => {
    const tab = await page.tabAt('/');
    const box = tab.locator(BOX);
    await box.pressSequentially('second elec');
    await options(tab).first().waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    expect(await box.getAttribute('aria-activedescendant')).toBeNull();
    await box.press('ArrowDown');
    const chosen = options(tab).first();
    expect(await box.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    expect(await chosen.getAttribute('aria-selected')).toBe('true');
    await box.press('ArrowUp');
    expect(await box.getAttribute('aria-activedescendant')).toBeNull();
    await box.press('ArrowDown');
    const question = await chosen.textContent();
    await box.press('Enter');
    await tab.waitForURL((url) => url.searchParams.get('q') === question);
    expect(new URL(tab.url()).searchParams.get('story')).toBe('bessemer-union-vote');
  });

  it('go with Escape and with the focus, and leave what was typed', async () => {
    const tab = await page.tabAt('/');
    const box = tab.locator(BOX);
    await box.pressSequentially('vote');
    await options(tab).first().waitFor();
    await box.press('Escape');
    expect(await tab.locator('[role="listbox"]').isVisible()).toBe(false);
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    await box.press('ArrowDown');
    await options(tab).first().waitFor();
    await box.press('Tab');
    expect(await tab.locator('[role="listbox"]').isVisible()).toBe(false);
    expect(await box.inputValue()).toBe('vote');
  });

  it('are chosen by mouse, and none is where Enter is pressed in the box', async () => {
    const tab = await page.tabAt('/');
    await tab.locator(BOX).pressSequentially('vote count');
    await options(tab).first().waitFor();
    await options(tab).first().click();
    await tab.waitForURL((url) => url.searchParams.get('q') === VOTE);
    await tab.goto(page.web.origin);
    await tab.locator(BOX).pressSequentially('vote count');
    await options(tab).first().waitFor();
    await tab.locator(BOX).press('Enter');
    await tab.waitForURL((url) => url.searchParams.get('q') === 'vote count');
  });

  it('stand below the box, which stays in sight on a phone', async () => {
    const tab = await page.tabAt('/', { viewport: { width: 360, height: 420 } });
    const box = tab.locator(BOX);
    await box.pressSequentially('w');
    await options(tab).first().waitFor();
    const [list, input] = [await tab.locator('[role="listbox"]').boundingBox(), await box.boundingBox()];
    expect(list?.y).toBeGreaterThanOrEqual((input?.y ?? 0) + (input?.height ?? 0));
    expect(input?.y).toBeGreaterThanOrEqual(0);
    expect(await barriers(tab)).toEqual([]);
  });

  it('that come late are not shown over newer ones, and those that fail are not missed', async () => {
    const tab = await page.tabAt('/');
    let held = () => {};
    const release = new Promise<void>((resolve) => {
      held = resolve;
    });
    await tab.route('**/api/suggest?*', async (route) => {
      if (new URL(route.request().url()).searchParams.get('q') !== 'vote') return route.abort();
      await release;
      await route.continue().catch(() => undefined);
    });
    await tab.locator(BOX).pressSequentially('vote');
    await tab.waitForTimeout(300);
    await tab.locator(BOX).pressSequentially(' count');
    await tab.waitForTimeout(300);
    held();
    await tab.waitForTimeout(300);
    expect(await tab.locator('[role="listbox"]').isVisible()).toBe(false);
    await tab.locator(BOX).press('Enter');
    await tab.waitForURL((url) => url.searchParams.get('q') === 'vote count');
  });
});
