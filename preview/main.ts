import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium, NO_CHROMIUM } from './chromium.ts';
import { fontCss } from './fonts.ts';
import { docsFile, IN_DOCS } from './in-docs.ts';
import { launched, pictureOf } from './pictures.ts';
import { libraries } from './samples/libraries.ts';
import { NAMES } from './samples/people.ts';
import { samples } from './samples/table.ts';
import { type Look, page, type Sample } from './slack/page.ts';
import type { Theme } from './slack/surface.ts';

/** What the command line says; `preview/options.js` reads it. */
interface Options {
  /** The repository's folder. */
  readonly root: string;
  readonly out: string;
  readonly png: boolean;
  readonly docs: boolean;
}

const THEMES: readonly Theme[] = ['light', 'dark'];

/**
 * Writes a page with every sample, one for each of them, and, where that is wanted, pictures.
 *
 * @param options where to, and what
 * @throws {Error} with the code `no-chromium` when pictures are wanted and there is no browser
 */
export async function main({ root, out, png, docs }: Options): Promise<void> {
  const shown = await samples(libraries(root));
  const look = { themes: THEMES, names: NAMES, fonts: fontCss() };
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'index.html'), page('Nutgraf in Slack', shown, look));
  for (const sample of shown) {
    await writeFile(join(out, `${sample.slug}.html`), page(sample.title, [sample], look));
  }
  console.log(`wrote ${join(out, 'index.html')} and a page for each of ${shown.length} samples`);
  if (png) await writePictures(shown, look, (slug, theme) => join(out, `${slug}-${theme}.png`));
  if (docs) {
    const wanted = shown.filter(({ slug }) => IN_DOCS.includes(slug));
    await writePictures(wanted, look, (slug, theme) => join(root, 'docs', docsFile(slug, theme)));
  }
}

async function writePictures(
  shown: readonly Sample[],
  look: Look,
  fileOf: (slug: string, theme: Theme) => string,
): Promise<void> {
  const program = findChromium(process.env);
  if (program === null) throw Object.assign(new Error(NO_CHROMIUM), { code: 'no-chromium' });
  const browser = await launched(program);
  try {
    for (const sample of shown) {
      for (const theme of THEMES) {
        const file = fileOf(sample.slug, theme);
        await writeFile(file, await pictureOf(browser, sample, theme, look));
        console.log(`wrote ${file}`);
      }
    }
  } finally {
    await browser.close();
  }
}
