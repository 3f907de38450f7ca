import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { afterOf } from '../../src/bots/web/asking.ts';
import { run } from '../../src/cli.ts';
import { type Opened, openWeb } from '../bots/web/opened.ts';
import { ioWith } from '../support/io.ts';
import { heldFolder } from '../support/library-folder.ts';
import { CLOSED_LATER, FORBIDDEN, NOT_OPEN_TO_WEB, OPEN, SECRET, SLUGS } from './forbidden-library.ts';

/**
 * Two libraries that differ in stories which are not open to whoever asks: everything that can be asked of the product
 * gives the same in both, to the byte. Then nothing of them can be felt, whatever it is asked for.
 */

let folders: readonly Awaited<ReturnType<typeof heldFolder>>[] = [];
let webs: readonly [Opened, Opened];
beforeAll(async () => {
  const [plain, secret] = await Promise.all([
    heldFolder(OPEN),
    heldFolder({ ...OPEN, ...FORBIDDEN, ...CLOSED_LATER }),
  ]);
  folders = [plain, secret];
  const [without, withThem] = await Promise.all([
    openWeb({ data: plain.path, config: { proxies: 1, rate: 100_000 } }),
    openWeb({ data: secret.path, following: true, config: { proxies: 1, rate: 100_000 } }),
  ]);
  webs = [without, withThem];
  // Open at first, and asked of: what was remembered of it goes with it.
  for (const path of ['/', '/api/stories', '/api/ask?q=who+pays+brackwater', '/api/suggest?q=felmoor']) {
    expect((await (await withThem.get(path)).text()).toLowerCase()).toContain('felmoor');
  }
  await secret.write({ 'felmoor/story.yaml': `title: The felmoor affair\n${NOT_OPEN_TO_WEB}` });
  const openOnes = () => withThem.knowledge.storiesOpenTo({ bot: 'web' }).length;
  while (openOnes() > 2) await new Promise((resolve) => setTimeout(resolve, 20));
}, 30_000);
afterAll(async () => {
  await Promise.all(webs.map((web) => web.stop()));
  await Promise.all(folders.map((folder) => folder.remove()));
});

const QUESTIONS = [
  'How did the council vote?',
  'What does a ticket cost?',
  'Who bought the quay?',
  'What did zembla pay for kestrelgate?',
  'what did zembal pay for kestrelgat',
  'kestrelgate quarrymaster felmoor',
  'Is the roof for sale? Who is ostrander? How many votes?',
];
const query = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();
/** What was asked before, of a sentence in a story that is not open. */
const after = (story: string) =>
  afterOf([{ question: 'What was sold?', quoted: { story, article: 'leak-2026-03-05', start: 0, end: 40 } }]);

/** Every way by which the page, the API and the widget can be asked, with what is forbidden in each place. */
const PATHS: readonly string[] = [
  '/',
  '/api/stories',
  '/api/openapi.json',
  '/embed.js',
  '/robots.txt',
  '/healthz',
  '/sitemap.xml',
  '/feed.xml',
  '/atom.xml',
  '/desk',
  ...QUESTIONS.flatMap((q) => [`/?${query({ q })}`, `/api/ask?${query({ q })}`]),
  ...['', 'k', 'kes', 'what did', 'zembla', 'felmoor', 'council'].map((q) => `/api/suggest?${query({ q })}`),
  ...SLUGS.flatMap((story) => [
    `/?${query({ story })}`,
    `/?${query({ q: 'How did the council vote?', story })}`,
    `/api/ask?${query({ q: 'How did the council vote?', story })}`,
    `/api/ask?${query({ q: 'and who said so?', after: after(story) })}`,
    `/?${query({ q: 'and who said so?', after: after(story) })}`,
    `/api/ask?${query({ q: 'and how much?', story: 'night-ferry', after: after(story) })}`,
    `/api/suggest?${query({ q: 'what', story })}`,
    `/story/${story}`,
    `/story/${story}/`,
    `/story/${story.toUpperCase()}`,
    `/story/${story}/leak-2026-03-05`,
    `/story/${story}/leak-2026-03-05?at=0-20`,
    `/story/${story}/broken`,
    `/story/night-ferry/leak-2026-03-05`,
    `/story/night-ferry%2f..%2f${story}`,
    `/feed/${story}/unanswered.json`,
    `/desk?story=${story}`,
  ]),
  '/story/night-ferry',
  '/story/night-ferry/post-2026-03-02',
];

/** Ways to ask for the same. */
const WAYS: readonly (readonly [string, RequestInit])[] = [
  ['GET', {}],
  ['HEAD', { method: 'HEAD' }],
  ['OPTIONS', { method: 'OPTIONS' }],
  ['a part of a page', { headers: { 'x-nutgraf-part': 'answer' } }],
  ['what is held', { headers: { 'if-none-match': '*', 'if-modified-since': new Date(0).toUTCString() } }],
];

/** A response without what differs each time. */
async function seen(web: Opened, path: string, init: RequestInit): Promise<string> {
  const headers = { 'x-forwarded-for': '203.0.113.9', 'x-request-id': 'same', ...init.headers };
  const response = await web.get(path, { redirect: 'manual', ...init, headers });
  // How long an answer took is in it, in more or fewer digits.
  const changing = ['date', 'keep-alive', ...(path.startsWith('/api/ask') ? ['content-length'] : [])];
  const told = [...response.headers].filter(([name]) => !changing.includes(name));
  const body = (await response.text()).replace(/"tookMs":[\d.]+/g, '"tookMs":0');
  return JSON.stringify([response.status, told, body]).replaceAll(String(web.port), 'PORT');
}

/** Ways that differ only in what is sent of the same answer: one question tells as much as seven. */
const FEW = PATHS.filter((path) => !path.includes('q=') || path.includes('q=Who+bought'));

describe('by the page, the API and the widget', () => {
  it.each(WAYS)(
    'nothing of a story that is not open can be felt: %s',
    { timeout: 60_000 },
    async (way, init) => {
      const [without, withThem] = webs;
      for (const path of way === 'GET' ? PATHS : FEW) {
        const [own, other] = await Promise.all([seen(without, path, init), seen(withThem, path, init)]);
        expect(other, path).toBe(own);
        // What somebody asks stands in their own page.
        const asked = decodeURIComponent(path).toLowerCase();
        const shown = SECRET.filter((word) => !asked.includes(word) && other.toLowerCase().includes(word));
        expect(shown, path).toEqual([]);
      }
    },
  );

  it('from outside, its figures are not told', async () => {
    expect(JSON.parse(await seen(webs[1], '/metrics', {}))[0]).toBe(403);
  });
});

const BATCH = QUESTIONS.flatMap((question, id) => [
  JSON.stringify({ id, question }),
  ...SLUGS.map((story) => JSON.stringify({ id: `${id}-${story}`, question, story })),
]).join('\n');

/** Every way by which the command line can be asked as somebody. `list` and `check` are for whoever holds the files. */
const COMMANDS: readonly (readonly string[])[] = [
  ...QUESTIONS.slice(2, 5).flatMap((question) => [
    ['ask', question],
    ['ask', '--json', question],
  ]),
  ['ask', '--json', '--place', 'web', QUESTIONS[3] ?? ''],
  ['ask', '--json', '--place', 'slack:T1/C0OTHER', QUESTIONS[3] ?? ''],
  ['ask', '--json', '--place', 'discord:1/2', QUESTIONS[3] ?? ''],
  ['ask', '--why', '--place', 'web', QUESTIONS[3] ?? ''],
  ['ask', '--why', '--json', '--place', 'web', QUESTIONS[0] ?? ''],
  ...SLUGS.map((slug) => ['ask', '--json', '--place', 'web', '--story', slug, QUESTIONS[0] ?? '']),
  ['ask', '--place', 'web', '--batch', '-'],
];

describe('by the command line', () => {
  it.each(COMMANDS.map((args) => [args.join(' '), args] as const))(
    'nothing of a story that is not open can be felt: nutgraf %s',
    async (_, args) => {
      const [own, other] = await Promise.all(
        folders.map(async ({ path }) => {
          const { io, written } = ioWith(args.includes('--batch') ? BATCH : '', { NUTGRAF_DATA: path });
          const code = await run(args, io);
          const stdout = written.stdout.replace(/"tookMs": ?[\d.]+/g, '"tookMs":0');
          return { code, stdout, stderr: written.stderr };
        }),
      );
      expect(other).toEqual(own);
    },
  );
});

it('whoever may see it is answered from it: what is hidden above is there', async () => {
  const { io, written } = ioWith('', { NUTGRAF_DATA: folders[1]?.path ?? '' });
  const asked = [
    'ask',
    '--place',
    'slack:T1/C0DESK',
    '--story',
    'kestrelgate',
    'How much is a ferry ticket?',
  ];
  expect([await run(asked, io), written.stderr]).toEqual([
    0,
    expect.stringContaining('kestrelgate/broken.md'),
  ]);
  expect(written.stdout).toContain('$77.10');
});
