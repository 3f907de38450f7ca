import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, NO_CHROMIUM } from '../../preview/chromium.ts';
import { DISCORD } from '../../preview/discord/platform.ts';
import { fontCss } from '../../preview/fonts.ts';
import { page } from '../../preview/page.ts';
import { THEMES } from '../../preview/palette.ts';
import { launched } from '../../preview/pictures.ts';
import { discordSamples } from '../../preview/samples/discord/table.ts';
import { libraries } from '../../preview/samples/libraries.ts';
import { slackSamples } from '../../preview/samples/slack/table.ts';
import { SLACK } from '../../preview/slack/platform.ts';
import { DISCORD_SHAPES } from './discord/shapes.ts';
import { faultsInPage } from './faults.ts';
import { SLACK_SHAPES } from './slack/shapes.ts';

const program = findChromium(process.env);
if (program === null) process.stderr.write(`The pictures of messages were not looked at. ${NO_CHROMIUM}\n`);

const libs = libraries('.');
const shown = [
  { on: SLACK, samples: await slackSamples(libs), shapes: SLACK_SHAPES },
  { on: DISCORD, samples: await discordSamples(libs), shapes: DISCORD_SHAPES },
];
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

describe.skipIf(program === null).each(shown)('what people see in $on.name', ({ on, samples, shapes }) => {
  const cases = [
    ...samples.map((sample) => ({ sample, isOurs: true })),
    ...shapes.map((sample) => ({ sample, isOurs: false })),
  ].flatMap((each) =>
    THEMES.flatMap((theme) =>
      [1_000, 400].map((width) => ({ ...each, theme, width, title: each.sample.title })),
    ),
  );

  it.each(cases)('$title is sound, $theme, at $width px', async ({ sample, isOurs, theme, width }) => {
    const tab = await opened();
    const heard = listened(tab);
    await tab.setViewportSize({ width, height: HEIGHT });
    await tab.setContent(page(on, sample.title, [sample], { themes: [theme], fonts }));
    expect(await tab.evaluate(faultsInPage)).toEqual([]);
    expect(heard).toEqual([]);
    const quotes = tab.locator('blockquote');
    if (!isOurs || (await quotes.count()) === 0) return;
    // The answer is read without scrolling.
    const quote = await quotes.first().boundingBox();
    expect(quote?.height).toBeGreaterThan(0);
    expect((quote?.y ?? HEIGHT) + (quote?.height ?? 0)).toBeLessThanOrEqual(HEIGHT);
  });
});

describe.skipIf(program === null)('what looks for faults', () => {
  it.each([
    ['the page scrolls sideways', '<div style="width:2000px">wide</div>'],
    ['overflows', '<div style="width:50px"><div style="width:90px">wide</div></div>'],
    ['overflows', '<div style="width:50px;overflow:hidden;text-overflow:ellipsis">unbreakably</div>'],
    ['clips its text', '<div style="height:10px;overflow:hidden">one<br>two<br>three</div>'],
    ['has a contrast of', '<p style="color:#999;background:#fff">pale</p>'],
    ['has no name', '<button></button>'],
    ['has no alt', '<img src="data:,">'],
  ])('sees when something %s', async (fault, html) => {
    const tab = await opened();
    await tab.setContent(html);
    expect((await tab.evaluate(faultsInPage)).join('\n')).toContain(fault);
  });

  it('lets a line be cut that has the whole of it as its title', async () => {
    const tab = await opened();
    const cut = 'width:50px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis';
    await tab.setContent(`<div style="${cut}" title="unbreakably long">unbreakably long</div>`);
    expect(await tab.evaluate(faultsInPage)).toEqual([]);
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
