import { Hono } from 'hono';
import { afterEach, describe, expect, test } from 'vitest';
import { closedReply } from '../../../../src/bots/other-replies.ts';
import { answerAsk } from '../../../../src/bots/web/api/ask.ts';
import { EXAMPLE_AFTER, EXAMPLES } from '../../../../src/bots/web/api/examples.ts';
import type { WebEnv } from '../../../../src/bots/web/around.ts';
import type { Answer } from '../../../../src/knowledge/index.ts';
import { libraryFolder } from '../../../support/library-folder.ts';
import { type Opened, type Opening, openWeb } from '../opened.ts';
import { DOCUMENT, resolved, untruths } from './described.ts';
import { askPath, NIGHT_FERRY } from './night-ferry.ts';
import { ASKED, MANY_STORIES } from './stories-told.ts';

const TOKEN = 'a-token-of-the-desk';
const DESK = { headers: { authorization: `Bearer ${TOKEN}` } };
const opened: Opened[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((web) => web.stop()));
});

async function open(files: Readonly<Record<string, string>>, opening: Opening = {}): Promise<Opened> {
  const { path } = await libraryFolder(files);
  const web = await openWeb({ data: path, ...opening, config: { deskToken: TOKEN, ...opening.config } });
  opened.push(web);
  return web;
}

function outcomeOf(answer: Answer): string {
  return answer.status === 'answered' ? answer.status : answer.reason;
}

describe('what the document says is so', () => {
  test('of answers of every kind', async () => {
    const web = await open(MANY_STORIES);
    const answers: Answer[] = [];
    for (const [question, story, outcome] of ASKED) {
      const response = await web.get(askPath(question, story === null ? {} : { story }));
      expect(response.status).toBe(200);
      const answer = (await response.clone().json()) as Answer;
      expect(outcomeOf(answer), question).toBe(outcome);
      expect(await untruths('/api/ask', response), question).toEqual([]);
      answers.push(answer);
    }
    const quotes = answers.flatMap(({ quotes: all }) => all);
    expect(answers.some((answer) => answer.status === 'answered' && answer.difference !== null)).toBe(true);
    expect(answers.some(({ stale }) => stale.length > 0)).toBe(true);
    expect(answers.some(({ further }) => further.some((each) => outcomeOf(each) === 'too-many'))).toBe(true);
    expect(quotes.some(({ citation }) => citation.speaker === 'PIET MAARENS')).toBe(true);
    expect(quotes.some(({ citation }) => citation.caption)).toBe(true);
  });

  test('of the other routes', async () => {
    const web = await open(MANY_STORIES);
    await web.get(askPath('Who built the lighthouse?'));
    const routes = [
      ['/api/stories', '/api/stories'],
      ['/api/suggest', '/api/suggest?q=board'],
      ['/api/openapi.json', '/api/openapi.json'],
      ['/feed/{story}/unanswered.json', '/feed/night-ferry/unanswered.json'],
      ['/metrics', '/metrics'],
      ['/healthz', '/healthz'],
      ['/readyz', '/readyz'],
      ['/', '/'],
      ['/', '/?q=How+did+the+board+vote?'],
      ['/story/{story}', '/story/night-ferry'],
      ['/story/{story}/{article}', '/story/night-ferry/courier-2026-03-02?at=96-141'],
      ['/embed.js', '/embed.js'],
      ['/favicon.svg', '/favicon.svg'],
      ['/robots.txt', '/robots.txt'],
    ] as const;
    for (const [route, path] of routes) {
      const response = await web.get(path, DESK);
      expect(response.status, path).toBe(200);
      expect(await untruths(route, response), path).toEqual([]);
    }
  });

  test('of what is held already', async () => {
    const web = await open(NIGHT_FERRY);
    const routes = [
      ['/api/stories', '/api/stories'],
      ['/api/openapi.json', '/api/openapi.json'],
      ['/feed/{story}/unanswered.json', '/feed/night-ferry/unanswered.json'],
      ['/story/{story}', '/story/night-ferry'],
      ['/embed.js', '/embed.js'],
    ] as const;
    for (const [route, path] of routes) {
      const etag = (await web.get(path, DESK)).headers.get('etag') ?? '';
      const headers = { ...DESK.headers, 'if-none-match': `"another", W/${etag}` };
      const response = await web.get(path, { headers });
      expect(response.status, path).toBe(304);
      expect(await untruths(route, response), path).toEqual([]);
    }
  });

  test('of requests that are refused', async () => {
    const web = await open(NIGHT_FERRY);
    const feed = '/feed/{story}/unanswered.json';
    const refused = [
      ['/api/ask', '/api/ask?after=!', {}, 400],
      ['/api/ask', `/api/ask?q=${'a'.repeat(10_000)}`, {}, 400],
      ['/api/ask', `/api/ask?q=${'a'.repeat(40_000)}`, {}, 414],
      ['/api/suggest', `/api/suggest?q=${'a'.repeat(60_000)}`, {}, 431],
      [feed, '/feed/night-ferry/unanswered.json', {}, 401],
      [feed, '/feed/no-such-story/unanswered.json', DESK, 404],
      ['/', '/?after=!', {}, 400],
      ['/story/{story}', '/story/no-such-story', {}, 404],
      ['/story/{story}/{article}', '/story/night-ferry/no-such-article', {}, 404],
      ['/assets/{file}', '/assets/nothing.css', {}, 404],
    ] as const;
    for (const [route, path, init, status] of refused) {
      const response = await web.get(path, init);
      expect(response.status, path.slice(0, 50)).toBe(status);
      expect(await untruths(route, response), path.slice(0, 50)).toEqual([]);
    }
  });

  test('of an address that asks too much', async () => {
    const web = await open(NIGHT_FERRY, { config: { rate: 1 } });
    await web.get('/api/ask');
    for (const route of ['/api/ask', '/api/stories', '/metrics', '/']) {
      const response = await web.get(route);
      expect(response.status, route).toBe(429);
      expect(await untruths(route, response), route).toEqual([]);
    }
  });

  test('of a question that something breaks on', async () => {
    const web = await open(NIGHT_FERRY, { ask: () => Promise.reject(new Error('a secret of ours')) });
    const response = await web.get(askPath('How did the board vote?'));
    expect(response.status).toBe(500);
    expect(await response.clone().text()).not.toContain('secret');
    expect(await untruths('/api/ask', response)).toEqual([]);
  });

  test('of a desk that is closed', async () => {
    const app = new Hono<WebEnv>();
    const find = () => Promise.resolve({ reply: closedReply(), answer: null, asking: null, turns: [] });
    app.use((c, next) => {
      c.set('id', 'request-1');
      c.header('x-request-id', 'request-1');
      return next();
    });
    app.get('/api/ask', answerAsk({ desk: { find } as never }));
    const response = await app.request('/api/ask?q=When?');
    expect(response.status).toBe(503);
    expect(await untruths('/api/ask', response)).toEqual([]);
  });
});

describe('the examples of the document', () => {
  test('are what the story that they are of answers', async () => {
    const web = await open(NIGHT_FERRY);
    const anyhow = { confidence: expect.any(Number), tookMs: expect.any(Number) };
    for (const example of [EXAMPLES.answered, EXAMPLES.unanswered]) {
      const response = await web.get(askPath(example.question));
      expect(await response.json()).toEqual({ ...example, ...anyhow });
    }
    const { headers } = await web.get(askPath(EXAMPLES.answered.question));
    expect(headers.get('x-nutgraf-after')).toBe(EXAMPLE_AFTER);
    expect(await (await web.get('/api/stories')).json()).toEqual(EXAMPLES.stories);
    expect(await (await web.get('/api/suggest?q=ticket')).json()).toEqual(EXAMPLES.suggestions);
    expect(await (await web.get('/api/ask?after=!')).json()).toEqual({
      error: { ...EXAMPLES.badAfter.error, id: expect.any(String) },
    });
  });

  test('are what its feed says', async () => {
    const web = await open(NIGHT_FERRY);
    const at = Date.now() - 60_000;
    const questions = ['Is the night ferry heated?', 'Night ferry: heated?', 'Is the night ferry heated?'];
    for (const [index, question] of questions.entries()) {
      await web.ledger.journal.add({
        kind: 'question',
        at: at + index,
        place: 'web',
        person: null,
        question,
        outcome: 'not-in-story',
        confidence: 0,
        quoted: null,
      });
    }
    const feed = await (await web.get('/feed/night-ferry/unanswered.json', DESK)).json();
    const [item] = EXAMPLES.feed.items;
    expect(feed).toEqual({
      ...EXAMPLES.feed,
      feed_url: `${web.origin}/feed/night-ferry/unanswered.json`,
      items: [{ ...item, date_modified: new Date(at + 2).toISOString() }],
    });
  });

  test('are told with the document that is sent', async () => {
    const web = await open(NIGHT_FERRY);
    const sent = await (await web.get('/api/openapi.json')).json();
    expect(sent).toEqual(DOCUMENT);
    expect(Object.keys(resolved(DOCUMENT.paths))).toContain('/api/ask');
  });
});
