import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { findChromium, NO_CHROMIUM } from '../../../preview/chromium.ts';
import { launched } from '../../../preview/pictures.ts';

const program = findChromium(process.env);

/** Whether there is no browser on this machine: `describe.skipIf(noBrowser)`. */
export const noBrowser = program === null;

/** The system's Chromium, for the tests of one file. */
export interface TestBrowser {
  /**
   * Opens an empty tab in a context of its own, which is closed when the test ends.
   *
   * @param options width, colours, whether scripts run, and so on
   */
  tab(options?: BrowserContextOptions): Promise<Page>;
  /** What a tab complained of since it was opened: errors of scripts, what the policy forbade, what is not there. */
  complaints(tab: Page): readonly string[];
}

/**
 * Starts a browser before the tests of a file, and closes it after them. Says clearly when there is none.
 *
 * @param what what is not looked at without one: `The page for readers`
 * @returns the browser, which can be used within tests
 */
export function testBrowser(what: string): TestBrowser {
  let browser: Browser | null = null;
  const open: Page[] = [];
  const heard = new WeakMap<Page, string[]>();
  if (program === null) process.stderr.write(`${what} was not looked at. ${NO_CHROMIUM}\n`);
  else {
    beforeAll(async () => {
      browser = await launched(program);
    });
    afterEach(async () => {
      await Promise.all(open.splice(0).map((tab) => tab.context().close()));
    });
    afterAll(() => browser?.close());
  }
  return {
    async tab(options = {}) {
      if (browser === null) throw new Error('the browser has not started');
      const tab = await (await browser.newContext(options)).newPage();
      open.push(tab);
      heard.set(tab, listened(tab));
      return tab;
    },
    complaints: (tab) => heard.get(tab) ?? [],
  };
}

function listened(tab: Page): string[] {
  const heard: string[] = [];
  tab.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  tab.on('pageerror', (error) => heard.push(error.message));
  return heard;
}
