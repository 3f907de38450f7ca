import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { noBrowser, type TestBrowser } from './browser.ts';
import { type Opened, openWeb } from './opened.ts';

/** A question that the library which ships answers. */
export const VOTE = 'What was the vote count?';
/** The box to ask in. */
export const BOX = 'input[name="q"]';

/** @returns the address of an answer */
export function at(text: string, story: string | null = null): string {
  return `/?${new URLSearchParams({ q: text, ...(story !== null && { story }) })}`;
}

/** @returns the quotation that answers what was asked last */
export function lead(tab: Page): Locator {
  return tab.locator('.turn').last().locator('.lead blockquote').first();
}

/** A page that is open for the tests of one file. */
export interface Reading {
  readonly web: Opened;
  /** Opens one of its addresses in a tab of its own. */
  tabAt(path: string, options?: BrowserContextOptions): Promise<Page>;
}

/**
 * Opens the real page before the tests of a file, where there is a browser to look at it.
 *
 * @param browser what looks at it
 * @param data folder of the library
 * @returns the page
 */
export function reading(browser: TestBrowser, data = 'data'): Reading {
  let open: Opened | null = null;
  const opened = () => {
    if (open === null) throw new Error('the page is not open');
    return open;
  };
  if (!noBrowser) {
    beforeAll(async () => {
      open = await openWeb({ data });
    });
    afterAll(() => open?.stop());
  }
  return {
    get web() {
      return opened();
    },
    async tabAt(path, options) {
      const tab = await browser.tab(options);
      await tab.goto(`${opened().origin}${path}`);
      return tab;
    },
  };
}
