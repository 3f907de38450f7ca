import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signed } from '../../support/slack-server/server.ts';
import { seen } from '../../support/slack-server/shown.ts';
import { eventsUrl, makeBot, SECRET, type Started, startBot } from './harness.ts';
import { echo } from './samples.ts';

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';
const now = () => Math.floor(Date.now() / 1000);

describe('HTTP mode', () => {
  let started: Started;
  beforeEach(async () => {
    started = await startBot(echo, 'http');
  });
  afterEach(() => started.stop());

  const url = () => eventsUrl(started.lines);
  const send = (request: RequestInit) => fetch(url(), request);

  it('answers the check of its address', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 't' });
    const response = await send(signed(SECRET, body, JSON_TYPE));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ challenge: 'abc' });
  });

  it.each([
    ['a wrong secret', () => signed('another', '{}', JSON_TYPE)],
    ['an old timestamp', () => signed(SECRET, '{}', JSON_TYPE, now() - 600)],
    ['another body than was signed', () => ({ ...signed(SECRET, '{}', JSON_TYPE), body: '{"a":1}' })],
    ['no signature', () => ({ method: 'POST', body: '{}', headers: { 'content-type': JSON_TYPE } })],
  ])('answers 401 to %s', async (_, request) => {
    expect((await send(request())).status).toBe(401);
    expect(started.slack.calls.map(({ method }) => method)).toEqual(['auth.test']);
  });

  it('survives a signed request that is no JSON', async () => {
    expect((await send(signed(SECRET, '{', JSON_TYPE))).status).toBe(400);
    expect((await fetch(new URL('/healthz', url()))).status).toBe(200);
  });

  it('answers once when Slack sends an event again', async () => {
    const question = started.question('mention', 'who won?');
    const request = signed(SECRET, JSON.stringify(question.payload), JSON_TYPE);
    const headers = { ...request.headers, 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };
    await started.ask(question);
    expect((await send({ ...request, headers })).status).toBe(200);
    await started.settled();
    expect(question.posts()).toHaveLength(1);
  });

  it('takes a command whose form names its charset', async () => {
    const question = started.question('slash command', 'who won?');
    const form = new URLSearchParams(question.payload as Record<string, string>).toString();
    const response = await send(signed(SECRET, form, `${FORM}; charset=utf-8`));
    expect([response.status, await response.text()]).toEqual([200, '']);
    await started.slack.until(() => question.posts().length > 0);
    expect(seen(question.posts()[0]?.args ?? {}).text).toContain('You asked: who won?');
  });

  it('tells its health, and nothing else to strangers', async () => {
    const health = await fetch(new URL('/healthz', url()));
    expect([health.status, await health.json()]).toEqual([
      200,
      { status: 'connected', bots: { slack: 'connected' } },
    ]);
    expect((await fetch(url())).status).toBe(405);
    expect((await fetch(new URL('/', url()))).status).toBe(404);
  });

  it('stops although a connection is kept open, and answers what is in flight', async () => {
    await started.ask(started.question('mention', 'who won?'));
    await started.bot.stop();
    expect(started.bot.health()).toBe('stopped');
    await expect(fetch(url())).rejects.toThrow();
  });
});

describe('the port of HTTP mode', () => {
  it('is named when another program has it', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve());
    });
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { bot, slack } = await makeBot(echo, 'http', {
      port,
    });
    await expect(bot.start()).rejects.toMatchObject({
      code: 'port-taken',
      message: `Port ${port} is taken by another program: set PORT to a free one.`,
    });
    expect(bot.health()).not.toBe('connected');
    await bot.stop();
    await slack.close();
    other.close();
  });
});
