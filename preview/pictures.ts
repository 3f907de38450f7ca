import { type Browser, chromium } from 'playwright-core';
import { fingerprint } from './in-docs.ts';
import { type Look, type Platform, page, type Sample } from './page.ts';
import type { Theme } from './palette.ts';
import { smaller } from './png.ts';

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
 * @param platform where it is shown
 * @param sample what to show
 * @param theme in which colours
 * @param look how to show it
 * @returns a PNG, which notes by {@link fingerprint} what it shows
 */
export async function pictureOf(
  browser: Browser,
  platform: Platform,
  sample: Sample,
  theme: Theme,
  look: Omit<Look, 'themes'>,
): Promise<Uint8Array> {
  const tab = await browser.newPage({
    viewport: { width: platform.width, height: 800 },
    deviceScaleFactor: 2,
  });
  try {
    await tab.setContent(page(platform, sample.title, [sample], { ...look, themes: [theme] }));
    await tab.addStyleTag({ content: 'body{padding:0;background:transparent}' });
    return smaller(
      await tab.locator(`.${platform.slug}`).screenshot({ omitBackground: true }),
      fingerprint(sample),
    );
  } finally {
    await tab.close();
  }
}
