import { type Browser, chromium } from 'playwright-core';
import { fingerprint } from './in-docs.ts';
import { smaller } from './png.ts';
import { type Look, page, type Sample } from './slack/page.ts';
import type { Theme } from './slack/surface.ts';

/** Width of Slack's pane in a picture, in CSS pixels: that of a thread beside a channel, roughly. */
const WIDTH = 640;

/**
 * Starts a browser; whoever starts it closes it.
 *
 * @param program path of Chromium
 * @returns the browser
 */
export function launched(program: string): Promise<Browser> {
  // In a container there is often no room in /dev/shm, and no right to make a sandbox.
  const args = ['--disable-dev-shm-usage', '--no-sandbox', '--font-render-hinting=none'];
  return chromium.launch({ executablePath: program, args });
}

/**
 * Takes a picture of a sample, without the page around it, at twice its size in pixels.
 *
 * @param browser a browser
 * @param sample what to show
 * @param theme in which colours
 * @param look how to show it
 * @returns a PNG, which notes by {@link fingerprint} what it shows
 */
export async function pictureOf(
  browser: Browser,
  sample: Sample,
  theme: Theme,
  look: Omit<Look, 'themes'>,
): Promise<Uint8Array> {
  const tab = await browser.newPage({ viewport: { width: WIDTH, height: 800 }, deviceScaleFactor: 2 });
  try {
    await tab.setContent(page(sample.title, [sample], { ...look, themes: [theme] }));
    await tab.addStyleTag({ content: 'body{padding:0;background:transparent}' });
    return smaller(await tab.locator('.slack').screenshot({ omitBackground: true }), fingerprint(sample));
  } finally {
    await tab.close();
  }
}
