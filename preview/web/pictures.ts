import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { THEMES } from '../palette.ts';
import { smaller } from '../png.ts';

/** A view of the real page, as a person comes to it. */
interface Scene {
  readonly slug: string;
  readonly width: number;
  readonly height: number;
  go(tab: Page, origin: string): Promise<unknown>;
}

const TOKEN = 'a-token-for-pictures';

/** Invented, with what intake leaves out. */
const PASTED = `Swimming hall opens after four years

By Lena Ward
Published: 2026-03-04

QUAY TOWN (Harbour Times) — The swimming hall opened on Monday, four years late. It has eight lanes and a sauna.

Children jump into the pool on Monday, March 2, 2026. (Harbour Times/Ole Finn)

A ticket costs 60 crowns, said Per Lund, who runs the hall.

Sign up for our newsletter
`;

const SCENES: readonly Scene[] = [
  { slug: 'home', width: 1100, height: 760, go: (tab, origin) => tab.goto(origin) },
  {
    slug: 'answer',
    width: 1100,
    height: 640,
    go: (tab, origin) => tab.goto(`${origin}/?q=What+was+the+vote+count%3F`),
  },
  {
    slug: 'phone',
    width: 390,
    height: 780,
    async go(tab, origin) {
      await tab.goto(`${origin}/?q=What+was+the+vote+count%3F`);
      await tab.getByLabel('Ask further').fill('and how many were in favor?');
      await tab.keyboard.press('Enter');
      await tab.getByRole('heading', { name: 'how many were in favor' }).waitFor();
    },
  },
  {
    slug: 'reader',
    width: 1100,
    height: 760,
    async go(tab, origin) {
      await tab.goto(`${origin}/?q=What+was+the+vote+count%3F`);
      await tab.locator('blockquote ~ * a, figure a').first().click();
      await tab.locator('mark#quote').waitFor();
    },
  },
  {
    slug: 'desk',
    width: 1100,
    height: 1000,
    async go(tab, origin) {
      await tab.goto(`${origin}/desk/add`);
      await tab.getByLabel('Token').fill(TOKEN);
      await tab.keyboard.press('Enter');
      await tab.getByRole('button', { name: 'Show it cleaned' }).waitFor();
      await tab.getByRole('textbox').first().fill(PASTED);
      await tab.getByLabel('Story', { exact: false }).first().fill('swimming-hall');
      await tab.getByRole('button', { name: 'Show it cleaned' }).click();
      await tab.getByRole('button', { name: 'Save' }).first().waitFor();
    },
  },
];

/**
 * Takes the pictures of the page that the documentation shows, of a process that is started as anybody starts it.
 *
 * @param browser a browser
 * @param root the repository's folder
 * @returns the files that were written
 */
export async function webPictures(browser: Browser, root: string): Promise<readonly string[]> {
  const data = await mkdtemp(join(tmpdir(), 'nutgraf-pictures-'));
  await cp(join(root, 'data'), data, { recursive: true });
  const { origin, stop } = await started(root, data);
  const files: string[] = [];
  try {
    for (const scene of SCENES) {
      for (const colorScheme of THEMES) {
        const { slug, width, height } = scene;
        const tab = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 2, colorScheme });
        await scene.go(tab, origin);
        await tab.evaluate('document.fonts.ready');
        const source = createHash('sha256').update((await tab.locator('main').textContent()) ?? '');
        const picture = smaller(await tab.screenshot(), source.digest('hex').slice(0, 16));
        const file = join(root, 'docs', `web-${slug}${colorScheme === 'dark' ? '-dark' : ''}.png`);
        await writeFile(file, picture);
        files.push(file);
        await tab.close();
      }
    }
  } finally {
    stop();
    await rm(data, { recursive: true });
  }
  return files;
}

/** Resolves with where the page is, once it is open. */
function started(
  root: string,
  data: string,
): Promise<{ readonly origin: string; readonly stop: () => void }> {
  const args = [join(root, 'bin/nutgraf.js'), 'start', '--data', data];
  const env = { PATH: process.env.PATH, PORT: '0', DESK_TOKEN: TOKEN, LEDGER_URL: 'off', LOG_LEVEL: 'info' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const port = /"port":(\d+),"msg":"the page is open"/.exec(said)?.[1];
      if (port !== undefined) {
        resolve({ origin: `http://127.0.0.1:${port}`, stop: () => void child.kill('SIGTERM') });
      }
    });
    child.once('close', () => reject(new Error(`the page did not open: ${said}`)));
  });
}
