import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { articleFile, libraryFolder } from '../../support/library-folder.ts';
import { type NewsSite, newsSite } from '../../support/news-site.ts';
import { barriers } from './axe.ts';
import { noBrowser, testBrowser } from './browser.ts';
import { type Opened, openWeb } from './opened.ts';

const browser = testBrowser('The widget for other sites');

const ASHORE = 'The harbour office said that 214 passengers were brought ashore in four lifeboats.';
const LIBRARY = {
  'night-ferry/story.yaml': [
    'title: The night ferry',
    'questions:',
    '  - How many passengers were brought ashore?',
    '  - Why did the engine stop?',
  ].join('\n'),
  'night-ferry/courier.md': articleFile(
    `${ASHORE} They were taken to the school in Brenholm.\n\nThe engine stopped because a rope was caught in the screw.`,
    { outlet: 'Courier', headline: 'Ferry <b>stays</b> in port', published: '2026-03-04' },
  ),
  'harvest/story.yaml': 'title: The harvest',
  'harvest/post.md': articleFile(
    'The growers of Lund picked 900 tonnes of apples <img src=x onerror=alert(1)>.',
  ),
};

const BARE = 'body { margin: 0 } header { height: 80px; overflow: hidden }';
/** What a page can do to what stands in it. */
const AGGRESSIVE = `${BARE}
  html { font-size: 41px !important; direction: rtl; color: red; letter-spacing: 4px; text-transform: uppercase;
    text-align: right; line-height: 3; font-style: italic; word-spacing: 9px; user-select: none; cursor: none }
  main, main * { all: unset !important; direction: rtl !important; visibility: hidden !important }
  main { display: block !important }
  main > * { display: none !important; font: 40px fantasy !important; color: lime !important; float: left !important;
    transform: rotate(3deg) !important; opacity: .3 !important; filter: blur(2px) !important;
    position: fixed !important; pointer-events: none !important; width: 90px !important; zoom: 3 !important;
    animation: gone 1s infinite !important; transition: all 3s !important }
  div, section, p, input, button, ul, label { display: none !important }
  nutgraf-answers:not(:defined) { visibility: hidden !important }
  @keyframes gone { to { opacity: 0 } }
`;

const WRONG = 'Something went wrong while answering: try again';
/** What a server or a proxy answers, and what a reader is told. */
const BROKEN: readonly (readonly [
  { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string },
  string,
])[] = [
  [
    { status: 429, headers: { 'retry-after': '20' } },
    'That was a lot in a short time: try again in 20 seconds.',
  ],
  [{ status: 429 }, 'That was a lot in a short time: try again in a moment.'],
  [{ status: 500 }, `${WRONG} in a moment.`],
  [{ status: 503, headers: { 'retry-after': '120' } }, `${WRONG} in 2 minutes.`],
  [{ status: 503, headers: { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' } }, `${WRONG} in a moment.`],
  [{ status: 200, body: '<h1>Please log in</h1>' }, `${WRONG} in a moment.`],
  [{ status: 200, body: '{"status":"answered"}' }, `${WRONG} in a moment.`],
  [{ status: 404, body: 'Not found' }, `${WRONG} in a moment.`],
  [{ status: 414, body: '{"error":{"message":"Please shorten it."}}' }, 'Please shorten it.'],
];

const open: Opened[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((web) => web.stop()));
});

interface Shown {
  readonly tab: Page;
  readonly web: Opened;
  readonly site: NewsSite;
  /** Addresses of what was asked of our server after the page was there. */
  readonly asked: readonly URL[];
  readonly box: Locator;
}

interface Showing {
  /** The script tags. */
  readonly tags?: (origin: string) => string;
  readonly style?: string;
  readonly policy?: (origin: string) => string;
  readonly letIn?: boolean;
  /** Runs before anything of the page. */
  readonly first?: string;
  readonly look?: BrowserContextOptions;
}

const tagOf = (origin: string, attributes = 'data-story="night-ferry"') =>
  `<script src="${origin}/embed.js" ${attributes} async></script>`;

/** Opens an article of another site that has the widget under it. */
async function shown(showing: Showing = {}): Promise<Shown> {
  const { tags = tagOf, style = BARE, policy, letIn = true, first = '', look = {} } = showing;
  const site = await newsSite();
  const { path: data } = await libraryFolder(LIBRARY);
  const web = await openWeb({ data, config: { origins: letIn ? [site.url] : [] } });
  open.push(web);
  const styles = style === '' ? '' : `<style>${style}</style>`;
  site.serve('/', {
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Courier</title>${styles}</head>
      <body><header><h1>Night ferry</h1></header><main>${tags(web.origin)}</main></body></html>`,
    ...(policy && { headers: { 'content-security-policy': policy(web.origin) } }),
  });
  site.serve('/favicon.ico', {});
  const tab = await browser.tab({ viewport: { width: 700, height: 900 }, ...look });
  await tab.addInitScript(first);
  const asked: URL[] = [];
  tab.on('request', (request) => {
    if (request.url().startsWith(`${web.origin}/api/`)) asked.push(new URL(request.url()));
  });
  await tab.goto(site.url);
  const box = tab.locator('nutgraf-answers');
  await box.first().waitFor();
  return { tab, web, site, asked, box };
}

async function ask(box: Locator, question: string): Promise<void> {
  const turns = await box.locator('.turn').count();
  await box.getByRole('combobox').fill(question);
  await box.getByRole('button', { name: 'Ask', exact: true }).click();
  await box.locator('.turn').nth(turns).waitFor();
}

describe.skipIf(noBrowser)('the widget on another site', () => {
  it('answers with the sentence and its source, and takes a follow-up', async () => {
    const { tab, web, asked, box } = await shown();
    await ask(box, 'How many passengers were brought ashore?');
    expect(await box.locator('.lead blockquote').textContent()).toBe(ASHORE);
    expect(await box.locator('.lead figcaption').textContent()).toBe(
      'Courier · Ferry <b>stays</b> in port · 4 Mar 2026',
    );
    const link = box.locator('.lead a');
    expect(await link.getAttribute('href')).toBe(
      `${web.origin}/story/night-ferry/courier?at=0-${ASHORE.length}#quote`,
    );
    expect(await link.getAttribute('rel')).toBe('noopener');

    await ask(box, 'Where were they taken?');
    const [first, second] = asked.filter(({ pathname }) => pathname === '/api/ask');
    expect(first?.searchParams.get('after')).toBeNull();
    expect(second?.searchParams.get('after')).toMatch(/^[\w-]+$/);
    expect(second?.searchParams.get('story')).toBe('night-ferry');
    expect(await box.locator('.turn').last().locator('blockquote').first().textContent()).toContain('school');
    expect(browser.complaints(tab)).toEqual([]);

    await box.getByRole('button', { name: 'Start over' }).click();
    await ask(box, 'Why did the engine stop?');
    expect(asked.at(-1)?.searchParams.get('after')).toBeNull();
    expect(await box.locator('.turn').count()).toBe(1);
  });

  it('does nothing and keeps nothing before somebody types', async () => {
    const { tab, site, asked, box } = await shown();
    const globals = await tab.evaluate(() => Object.keys(globalThis));
    await box.getByRole('combobox').focus();
    expect(asked).toEqual([]);
    await ask(box, 'Why did the engine stop?');
    expect(await tab.context().cookies()).toEqual([]);
    expect(await tab.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
    site.serve('/', { body: '<!doctype html><title>Courier, without the widget</title>' });
    await tab.reload();
    expect(globals).toEqual(await tab.evaluate(() => Object.keys(globalThis)));
  });

  it('tells the server nothing of the page that is read, but its site', async () => {
    const { tab, box } = await shown();
    const sent: Record<string, string>[] = [];
    tab.on('request', (request) => void request.allHeaders().then((headers) => sent.push(headers)));
    await ask(box, 'Why did the engine stop?');
    await expect.poll(() => sent.length).toBeGreaterThan(0);
    expect(sent.filter(({ referer, cookie }) => referer !== undefined || cookie !== undefined)).toEqual([]);
  });

  it('says so where the site is not let in', async () => {
    const { site, box } = await shown({ letIn: false });
    await box.getByRole('combobox').fill('Why did the engine stop?');
    await box.getByRole('button', { name: 'Ask', exact: true }).click();
    await box.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await box.getByRole('status').textContent()).toBe(
      `This site, ${new URL(site.url).host}, may not ask here yet: whoever runs Nutgraf has to let it in.`,
    );
  });

  it('looks the same on a page whose own styles are aggressive', async () => {
    const pictures = await Promise.all(
      [BARE, AGGRESSIVE].map(async (style) => {
        const { box } = await shown({ style });
        await ask(box, 'How many passengers were brought ashore?');
        await ask(box, 'What is the name of the mayor?');
        await box.getByRole('combobox').pressSequentially('why');
        await box.getByRole('option').first().waitFor();
        const { width = 0, height = 0 } = (await box.boundingBox()) ?? {};
        expect(width).toBeGreaterThan(600);
        expect(height).toBeGreaterThan(400);
        return box.screenshot({ animations: 'disabled' });
      }),
    );
    expect(pictures[0]?.equals(pictures[1] ?? Buffer.of())).toBe(true);
  });

  it('is light or dark as its tag says, or else as the reader likes it', async () => {
    const pictureOf = async (colorScheme: 'light' | 'dark', attributes: string) => {
      const { box } = await shown({ tags: (origin) => tagOf(origin, attributes), look: { colorScheme } });
      return (await box.screenshot()).toString('base64');
    };
    const light = await pictureOf('light', '');
    const dark = await pictureOf('dark', '');
    expect(light).not.toBe(dark);
    expect(await pictureOf('dark', 'data-theme="light"')).toBe(light);
    expect(await pictureOf('light', 'data-theme="dark"')).toBe(dark);
  });

  it('looks the same in a browser that has no style sheets made by scripts', async () => {
    const pictureOf = async (first: string) =>
      (await (await shown({ first })).box.screenshot()).toString('base64');
    expect(await pictureOf('delete CSSStyleSheet.prototype.replaceSync')).toBe(await pictureOf(''));
  });

  it('works under a policy that forbids styles and everything else but our server', async () => {
    const policy = (origin: string) => `default-src 'none'; script-src ${origin}; connect-src ${origin}`;
    const { tab, box } = await shown({ policy, style: '' });
    await ask(box, 'Why did the engine stop?');
    expect(await box.getByRole('combobox').boundingBox()).toMatchObject({ height: 44 });
    expect(browser.complaints(tab)).toEqual([]);
  });

  it('shows what an article holds as text, whatever it is', async () => {
    const { tab, box } = await shown({ tags: (origin) => tagOf(origin, '') });
    await ask(box, 'How many tonnes of apples were picked in Lund?');
    expect(await box.locator('blockquote').first().textContent()).toContain('<img src=x onerror=alert(1)>');
    expect(await box.locator('img').count()).toBe(0);

    const headline = '</a><script>alert(1)</script>';
    await tab.route('**/api/ask?*', (route) =>
      route.fulfill(answering({ headline, link: 'javascript:alert(1)' })),
    );
    await ask(box, 'Again?');
    const last = box.locator('.turn').last();
    expect(await last.locator('a').count()).toBe(0);
    expect(await last.locator('figcaption').textContent()).toContain(headline);
  });

  it.each(BROKEN)('tells what is wrong, and asks again (%j)', async (broken, sentence) => {
    const { tab, box } = await shown();
    const cors = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' };
    const answer = { ...broken, headers: { ...cors, ...broken.headers } };
    await tab.route('**/api/ask?*', (route) => route.fulfill(answer), { times: 1 });
    await box.getByRole('combobox').fill('Why did the engine stop?');
    await box.getByRole('combobox').press('Enter');
    const again = box.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    expect(await box.getByRole('status').textContent()).toBe(sentence);
    await again.click();
    await box.locator('.lead').waitFor();
    expect(await again.isVisible()).toBe(false);
  });

  it('tells a reader who is offline from a server that is', async () => {
    const { tab, web, box } = await shown();
    const status = box.getByRole('status');
    await tab.context().setOffline(true);
    await box.getByRole('combobox').fill('Why did the engine stop?');
    await box.getByRole('combobox').press('Enter');
    await expect.poll(() => status.textContent()).toMatch(/offline/);
    await tab.context().setOffline(false);
    await web.stop();
    open.length = 0;
    await box.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => status.textContent()).toMatch(/cannot be reached/);
  });

  it('begins anew where the server does not know what was asked before', async () => {
    const { tab, asked, box } = await shown();
    await ask(box, 'Why did the engine stop?');
    await tab.route('**/api/ask?*after=*', (route) => route.fulfill({ ...answering({}), status: 400 }));
    await ask(box, 'How many passengers were brought ashore?');
    expect(asked.at(-1)?.searchParams.get('after')).toBeNull();
    expect(await box.locator('.lead').count()).toBe(2);
  });

  it('is worked with the keyboard alone', async () => {
    const { tab, box } = await shown();
    await tab.keyboard.press('Tab');
    await tab.keyboard.type('engine');
    const input = box.getByRole('combobox', { name: 'Ask about this story' });
    await box.getByRole('option').first().waitFor();
    await tab.keyboard.press('Escape');
    expect(await input.getAttribute('aria-expanded')).toBe('false');
    await tab.keyboard.press('ArrowDown');
    await box.getByRole('option').first().waitFor();
    await tab.keyboard.press('ArrowDown');
    expect(await input.getAttribute('aria-activedescendant')).toBe(
      await box.getByRole('option', { selected: true }).getAttribute('id'),
    );
    expect(await box.getByRole('option', { selected: true }).textContent()).toBe('Why did the engine stop?');
    await tab.keyboard.press('Enter');
    await box.locator('.lead').waitFor();
    expect(await input.count()).toBe(0);
    const focused = () => box.evaluate(({ shadowRoot }) => shadowRoot?.activeElement?.textContent);
    await tab.keyboard.press('Tab');
    expect(await focused()).toBe('Ask');
    await tab.keyboard.press('Shift+Tab');
    await tab.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('Ferry <b>stays</b> in port');
  });

  it('keeps what is typed from the shortcuts of the page', async () => {
    const { tab, box } = await shown();
    await tab.evaluate("document.addEventListener('keydown', ({ key }) => { document.title += key })");
    await box.getByRole('combobox').pressSequentially('s/?');
    await tab.keyboard.press('Escape');
    expect(await tab.title()).toBe('CourierEscape');
  });

  it('has a box of its own for each tag, where the tag says', async () => {
    const tags = (
      origin: string,
    ) => `${tagOf(origin)}${tagOf(origin, 'data-story="harvest" data-target="#foot"')}
      <script type="module" src="${origin}/embed.js?a"></script><p>Text</p><footer id="foot"></footer>`;
    const { asked, box } = await shown({ tags });
    await box.nth(2).waitFor();
    await ask(box.nth(0), 'Why did the engine stop?');
    await ask(box.nth(2), 'How many tonnes of apples were picked in Lund?');
    await ask(box.nth(1), 'Why did the engine stop?');
    const stories = asked
      .filter(({ pathname }) => pathname === '/api/ask')
      .map(({ searchParams }) => searchParams.get('story'));
    expect(stories).toEqual(['night-ferry', 'harvest', null]);
    expect(await box.nth(2).evaluate(({ parentElement }) => parentElement?.id)).toBe('foot');
    expect(await box.nth(1).evaluate(({ previousElementSibling }) => previousElementSibling?.tagName)).toBe(
      'SCRIPT',
    );
  });

  it.each([
    ['light', 700],
    ['dark', 700],
    ['light', 320],
  ] as const)('keeps nobody out (%s, %d px)', async (colorScheme, width) => {
    const { tab, box } = await shown({ look: { colorScheme, viewport: { width, height: 700 } } });
    expect(await barriers(tab)).toEqual([]);
    await ask(box, 'How many passengers were brought ashore?');
    await ask(box, 'What is the name of the mayor?');
    await box.getByRole('combobox').pressSequentially('why');
    await box.getByRole('option').first().waitFor();
    await tab.keyboard.press('ArrowDown');
    expect(await barriers(tab)).toEqual([]);
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await tab.route('**/api/ask?*', (route) => route.abort());
    await tab.keyboard.press('Enter');
    await box.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await barriers(tab)).toEqual([]);
  });
});

/** An answer of the server, whose one quote has this citation. */
function answering(citation: object) {
  const quote = { text: 'Nine.', emphasis: [], citation, start: 0, end: 5, also: [], newest: false };
  const answer = {
    question: 'Again?',
    status: 'answered',
    quotes: [quote],
    difference: null,
    related: [],
    stale: [],
    further: [],
  };
  return { headers: { 'access-control-allow-origin': '*' }, body: JSON.stringify(answer) };
}
