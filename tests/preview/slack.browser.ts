import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, NO_CHROMIUM } from '../../preview/chromium.ts';
import { fontCss } from '../../preview/fonts.ts';
import { launched } from '../../preview/pictures.ts';
import { libraries } from '../../preview/samples/libraries.ts';
import { NAMES } from '../../preview/samples/people.ts';
import { samples } from '../../preview/samples/table.ts';
import { page, type Sample } from '../../preview/slack/page.ts';
import { faultsInPage } from './faults.ts';
import { SHAPES } from './shapes.ts';

const program = findChromium(process.env);
if (program === null) process.stderr.write(`The pictures of Slack were not looked at. ${NO_CHROMIUM}\n`);

const shown: readonly Sample[] = [...(await samples(libraries('.'))), ...SHAPES];
const fonts = fontCss();
const HEIGHT = 700;

let browser: Browser | null = null;
let open: Page | null = null;
if (program !== null) {
  beforeAll(async () => {
    browser = await launched(program);
  });
  afterAll(() => browser?.close());
  afterEach(() => open?.close());
}

async function opened(): Promise<Page> {
  if (browser === null) throw new Error('the browser has not started');
  open = await browser.newPage();
  return open;
}

describe.skipIf(program === null)('what people see in Slack', () => {
  const cases = shown.flatMap((sample) =>
    (['light', 'dark'] as const).flatMap((theme) => [1_000, 400].map((width) => ({ sample, theme, width }))),
  );

  it.each(cases)('$sample.title is sound, $theme, at $width px', async ({ sample, theme, width }) => {
    const tab = await opened();
    const heard = listened(tab);
    await tab.setViewportSize({ width, height: HEIGHT });
    await tab.setContent(page(sample.title, [sample], { themes: [theme], names: NAMES, fonts }));
    expect(await tab.evaluate(faultsInPage)).toEqual([]);
    expect(heard).toEqual([]);
    if (SHAPES.includes(sample) || !JSON.stringify(sample.surface).includes('rich_text_quote')) return;
    // The answer is read without scrolling.
    const quote = await tab.locator('blockquote').first().boundingBox();
    expect(quote?.height).toBeGreaterThan(0);
    expect((quote?.y ?? HEIGHT) + (quote?.height ?? 0)).toBeLessThanOrEqual(HEIGHT);
  });
});

describe.skipIf(program === null)('what looks for faults', () => {
  it.each([
    ['the page scrolls sideways', '<div style="width:2000px">wide</div>'],
    ['overflows', '<div style="width:50px"><div style="width:90px">wide</div></div>'],
    ['clips its text', '<div style="height:10px;overflow:hidden">one<br>two<br>three</div>'],
    ['has a contrast of', '<p style="color:#999;background:#fff">pale</p>'],
    ['has no name', '<button></button>'],
    ['has no alt', '<img src="data:,">'],
  ])('sees when something %s', async (fault, html) => {
    const tab = await opened();
    await tab.setContent(html);
    expect((await tab.evaluate(faultsInPage)).join('\n')).toContain(fault);
  });

  it('hears what a page asks of the network', async () => {
    const tab = await opened();
    const heard = listened(tab);
    await tab.setContent('<img src="http://127.0.0.1:9/lamp.png" alt="A lamp">');
    expect(heard).toContain('asked for http://127.0.0.1:9/lamp.png');
  });
});

/** What a page asks of the network, or complains of. */
function listened(tab: Page): readonly string[] {
  const heard: string[] = [];
  tab.on('request', (request) => {
    if (!request.url().startsWith('data:')) heard.push(`asked for ${request.url()}`);
  });
  tab.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  tab.on('pageerror', (error) => heard.push(error.message));
  return heard;
}
