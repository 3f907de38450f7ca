import { afterEach, expect, it } from 'vitest';
import type { Answer, Question } from '../../../../src/knowledge/index.ts';
import { libraryFolder } from '../../../support/library-folder.ts';
import { type Opened, openWeb } from '../opened.ts';
import { askRaw, from } from './raw-answer.ts';

let opened: Opened;
afterEach(() => opened.stop());

const statuses = async (count: number, path: string, headers: readonly string[] = []) => {
  const found: number[] = [];
  for (let index = 0; index < count; index += 1)
    found.push((await askRaw(opened.port, path, headers)).status);
  return found;
};
const refused = (found: readonly number[]) => found.filter((status) => status === 429).length;

it('lets this machine ask as much as it likes, unless a rate is stated', async () => {
  opened = await openWeb();
  expect(refused(await statuses(100, '/api/stories'))).toBe(0);
});

it('lets others ask 120 times a minute, half of them at once', async () => {
  opened = await openWeb({ config: { proxies: 1 } });
  const found = await statuses(70, '/api/stories', [from('203.0.113.9')]);
  expect(found.slice(0, 60)).toEqual(Array(60).fill(200));
  expect(refused(found.slice(60))).toBeGreaterThan(5);
  expect(refused(await statuses(1, '/api/stories', [from('203.0.113.10')]))).toBe(0);
});

it('says when to come again, to programs in JSON and to people on a page', async () => {
  opened = await openWeb({ config: { rate: 2 } });
  await statuses(1, '/');
  const page = await askRaw(opened.port, '/?q=who+voted');
  expect([page.status, page.headers.get('retry-after')]).toEqual([429, '30']);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  expect(page.headers.get('cache-control')).toBe('no-store');
  const program = await askRaw(opened.port, '/api/ask?q=who+voted');
  expect([program.status, program.headers.get('retry-after')]).toEqual([429, '30']);
  expect(JSON.parse(program.body).error).toMatchObject({
    code: 'too-many-requests',
    id: program.headers.get('x-request-id'),
  });
});

it('counts who stands before the proxy, whoever they claim to be', async () => {
  opened = await openWeb({ config: { proxies: 1, rate: 2 } });
  const claims = ['127.0.0.1', '198.51.100.1', '198.51.100.2'];
  const found = await Promise.all(
    claims.map((claim) => askRaw(opened.port, '/api/stories', [from(`${claim}, 203.0.113.9`)])),
  );
  expect(refused(found.map(({ status }) => status))).toBe(2);
});

it('takes nobody behind a proxy for this machine, which may do what it likes', async () => {
  opened = await openWeb({ config: { proxies: 1 } });
  const found = [
    ...(await statuses(40, '/api/stories', [from('127.0.0.1')])),
    ...(await statuses(40, '/api/stories', [])),
  ];
  expect(refused(found)).toBeGreaterThan(5);
});

it('is not talked into another address where no proxy is believed', async () => {
  opened = await openWeb({ config: { rate: 2 } });
  const found = [
    ...(await statuses(2, '/api/stories', [from('198.51.100.1')])),
    ...(await statuses(2, '/api/stories', [from('198.51.100.2')])),
  ];
  expect(refused(found)).toBe(3);
});

it('takes nothing for what a page is made of, and little for suggestions', async () => {
  opened = await openWeb({ config: { rate: 2 } });
  const style = /href="(\/assets\/[^"]+\.css)"/.exec((await askRaw(opened.port, '/')).body)?.[1] ?? '';
  for (const path of [style, '/embed.js', '/favicon.svg', '/robots.txt', '/healthz']) {
    expect([path, await statuses(3, path)]).toEqual([path, [200, 200, 200]]);
  }
  await opened.stop();
  opened = await openWeb({ config: { rate: 2 } });
  expect(refused(await statuses(7, '/api/suggest?q=who'))).toBe(2);
});

it('is not gone round by an address that means the same', async () => {
  opened = await openWeb({ config: { rate: 2 } });
  await statuses(1, '/api/stories');
  // What is written in disguise is refused before it is counted (`http/malformed.ts`).
  const refusals = [
    ['/assets/../api/stories', 400],
    ['/%61pi/stories', 400],
    ['/embed.js/../api/stories', 400],
    ['//api/stories', 429],
  ] as const;
  for (const [path, status] of refusals) {
    expect([path, (await askRaw(opened.port, path)).status]).toEqual([path, status]);
  }
});

it('counts a question that was slow to answer for several, on the page and in the API', async () => {
  opened = await openWeb();
  const { knowledge } = opened;
  const ask = async (question: Question): Promise<Answer> => {
    const answer = await knowledge.ask(question);
    return { ...answer, tookMs: 40, further: [{ ...answer, tookMs: 310 }] };
  };
  await opened.stop();
  opened = await openWeb({ config: { rate: 20 }, ask });
  expect(await statuses(2, '/api/ask?q=who+voted')).toEqual([200, 200]);
  expect(await statuses(1, '/api/stories')).toEqual([429]);
  await opened.stop();
  opened = await openWeb({ config: { rate: 20 }, ask });
  expect(await statuses(3, '/?q=who+voted')).toEqual([200, 200, 429]);
});

it.each(['/story/ferry/list', '/?q=what+of+the+night+ferry', '/api/ask?q=what+of+the+night+ferry'])(
  'counts what is long for several, as what is written without an end makes %s',
  async (path) => {
    const { path: data } = await libraryFolder({
      'ferry/story.yaml': 'title: The ferry\n',
      'ferry/list.md': `---\noutlet: The Post\nheadline: The ferry\npublished: 2024-03-01\n---\nThe night ferry sank ${'and sank '.repeat(100_000)}\n`,
    });
    opened = await openWeb({ data, config: { rate: 8 } });
    expect(await statuses(2, path)).toEqual([200, 429]);
  },
);
