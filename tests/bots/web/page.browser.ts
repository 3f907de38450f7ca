import { describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { noBrowser, testBrowser } from './browser.ts';
import { at, BOX, lead, reading, VOTE } from './reading.ts';

const browser = testBrowser('The page for readers');
const page = reading(browser);
const differing = reading(browser, 'preview/library');

/** What is pressed and not within a line of text, but lower than 44 px. */
const SMALL = `[...document.querySelectorAll('button, summary, .box input, .questions a, .thread a, .away, .brand')]
  .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
  .map((element) => element.outerHTML)`;

describe.skipIf(noBrowser)('asking', () => {
  it('begins with typing, where there is a keyboard, and shows the answer at an address of its own', async () => {
    const tab = await page.tabAt('/');
    await expect.poll(() => tab.evaluate('document.activeElement.name')).toBe('q');
    await tab.keyboard.type(VOTE);
    await tab.keyboard.press('Enter');
    await tab.waitForURL((url) => url.searchParams.get('q') === VOTE);
    expect(await lead(tab).textContent()).toContain('1,798');
    expect(await tab.title()).toBe(`${VOTE} · Nutgraf`);
    expect(browser.complaints(tab)).toEqual([]);
  });

  it('waits to be touched on a phone', async () => {
    const tab = await page.tabAt('/', {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 780 },
    });
    await tab.waitForLoadState('networkidle');
    expect(await tab.evaluate('document.activeElement.tagName')).toBe('BODY');
  });

  it('works without scripts, follow-ups included', async () => {
    const tab = await page.tabAt('/', { javaScriptEnabled: false });
    await tab.fill(BOX, VOTE);
    await tab.click('button[type="submit"]');
    expect(await lead(tab).textContent()).toContain('1,798');
    expect(await tab.locator('[data-copy]').isVisible()).toBe(false);
    await tab.fill(BOX, 'and how many were in favor?');
    await tab.click('button[type="submit"]');
    expect(await tab.locator('.thread').textContent()).toContain(VOTE);
    expect(await lead(tab).textContent()).toContain('738');
    await tab.locator('.context summary').first().click();
    expect(await tab.locator('.context .itself').first().isVisible()).toBe(true);
  });

  it('shows the article, at the sentence', async () => {
    const tab = await page.tabAt(at(VOTE));
    await tab.locator('.headline a').first().click();
    await tab.waitForURL(/\/story\/bessemer-union-vote\/ap-2021-11-29\?at=\d+-\d+#quote$/);
    expect(browser.complaints(tab)).toEqual([]);
  });
});

describe.skipIf(noBrowser)('how it looks', () => {
  const pages = [
    ['the start', page, '/'],
    ['an answer', page, at(VOTE, 'bessemer-union-vote')],
    ['no answer', page, at('Who is the president of the union?')],
    ['nothing near', page, at('Who is the CEO of Amazon?')],
    ['sources that differ', differing, at('How many cracks were found in the bridge?')],
    ['several', differing, at('How many cracks were found? When will it open again? Who sang?')],
    ['a very long question', page, at(`${VOTE} ${'x'.repeat(900)}`)],
    ['a problem', page, '/?q=x&after=***'],
    ['no such page', page, '/nothing'],
  ] as const;

  const cases = pages.flatMap(([name, from, path]) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ name, from, path, colorScheme })),
  );

  it.each(cases)('keeps nobody out: $name, $colorScheme', async ({ from, path, colorScheme }) => {
    const tab = await from.tabAt(path, { colorScheme, viewport: { width: 1280, height: 860 } });
    expect(await barriers(tab)).toEqual([]);
    for (const width of [320, 390]) {
      await tab.setViewportSize({ width, height: 780 });
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    expect(await barriers(tab)).toEqual([]);
    expect(await tab.evaluate(SMALL)).toEqual([]);
  });

  it('moves nothing for whoever wants that', async () => {
    const tab = await page.tabAt(at(VOTE), { reducedMotion: 'reduce' });
    await tab.evaluate(`document.querySelector('.ask').setAttribute('aria-busy', 'true')`);
    expect(await tab.evaluate('document.getAnimations().length')).toBe(0);
    expect(await tab.evaluate('getComputedStyle(document.documentElement).scrollBehavior')).toBe('auto');
  });

  it('has the answer in sight at once, on a phone as well', async () => {
    for (const viewport of [
      { width: 1280, height: 720 },
      { width: 360, height: 640 },
    ]) {
      const tab = await page.tabAt(at(VOTE, 'bessemer-union-vote'), { viewport });
      const box = await lead(tab).boundingBox();
      expect((box?.y ?? 1e9) + (box?.height ?? 0)).toBeLessThan(viewport.height);
    }
  });

  it('sets quotations in its own typeface', async () => {
    const tab = await page.tabAt(at(VOTE));
    expect(
      await tab.evaluate(`document.fonts.ready.then(() => document.fonts.check('700 24px Literata'))`),
    ).toBe(true);
  });

  it('prints the answer without what can only be pressed', async () => {
    const tab = await page.tabAt(at(VOTE));
    await tab.emulateMedia({ media: 'print' });
    expect(await lead(tab).isVisible()).toBe(true);
    expect(await tab.locator('form').isVisible()).toBe(false);
    expect(await tab.locator('[data-copy]').isVisible()).toBe(false);
  });
});
