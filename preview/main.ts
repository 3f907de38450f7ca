import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { findChromium, NO_CHROMIUM } from './chromium.ts';
import { DISCORD } from './discord/platform.ts';
import { fontCss } from './fonts.ts';
import { docsFile, IN_DOCS } from './in-docs.ts';
import { type Look, type Platform, page, type Sample } from './page.ts';
import { THEMES, type Theme } from './palette.ts';
import { launched, pictureOf } from './pictures.ts';
import { discordSamples } from './samples/discord/table.ts';
import { type Libraries, libraries } from './samples/libraries.ts';
import { slackSamples } from './samples/slack/table.ts';
import { SLACK } from './slack/platform.ts';
import { webPictures } from './web/pictures.ts';

/** What the command line says; `preview/options.js` reads it. */
interface Options {
  /** The repository's folder. */
  readonly root: string;
  readonly platform: 'slack' | 'discord' | 'web';
  readonly out: string;
  readonly png: boolean;
  readonly docs: boolean;
}

interface Preview {
  readonly on: Platform;
  samples(open: Libraries): Promise<readonly Sample[]>;
}

const PREVIEWS: Readonly<Record<'slack' | 'discord', Preview>> = {
  slack: { on: SLACK, samples: slackSamples },
  discord: { on: DISCORD, samples: discordSamples },
};

/**
 * Writes a page with every sample, one for each of them, and, where that is wanted, pictures.
 *
 * @param options of which platform, where to, and what
 * @throws {Error} with the code `no-chromium` when pictures are wanted and there is no browser
 */
export async function main({ root, platform, out, png, docs }: Options): Promise<void> {
  if (platform === 'web') {
    for (const file of await withBrowser((browser) => webPictures(browser, root)))
      console.log(`wrote ${file}`);
    return;
  }
  const { on, samples } = PREVIEWS[platform];
  const shown = await samples(libraries(root));
  const look = { themes: THEMES, fonts: fontCss() };
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'index.html'), page(on, `Nutgraf in ${on.name}`, shown, look));
  for (const sample of shown) {
    await writeFile(join(out, `${sample.slug}.html`), page(on, sample.title, [sample], look));
  }
  console.log(`wrote ${join(out, 'index.html')} and a page for each of ${shown.length} samples`);
  if (png) await writePictures(on, shown, look, (slug, theme) => join(out, `${slug}-${theme}.png`));
  if (docs) {
    const wanted = shown.filter(({ slug }) => IN_DOCS.includes(slug));
    const fileOf = (slug: string, theme: Theme) => join(root, 'docs', docsFile(on, slug, theme));
    await writePictures(on, wanted, look, fileOf);
  }
}

async function writePictures(
  on: Platform,
  shown: readonly Sample[],
  look: Look,
  fileOf: (slug: string, theme: Theme) => string,
): Promise<void> {
  await withBrowser(async (browser) => {
    for (const sample of shown) {
      for (const theme of THEMES) {
        const file = fileOf(sample.slug, theme);
        await writeFile(file, await pictureOf(browser, on, sample, theme, look));
        console.log(`wrote ${file}`);
      }
    }
  });
}

async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const program = findChromium(process.env);
  if (program === null) throw Object.assign(new Error(NO_CHROMIUM), { code: 'no-chromium' });
  const browser = await launched(program);
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
