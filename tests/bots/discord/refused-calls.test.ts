import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DiscordAPIError } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { callError } from '../../../src/bots/discord/calls/failure.ts';
import { restOptions } from '../../../src/bots/discord/calls/rest.ts';
import { refusal } from '../../support/discord-server/payload.ts';
import { makeBot, type Started, startBot, WAYS } from './harness.ts';

const CREATE = /^POST \/channels\/\d+\/messages$/;

describe('what Discord may say to a call', () => {
  let started: Started;
  beforeEach(async () => {
    started = await startBot();
  });
  afterEach(() => started.stop());

  it.each([
    ['that the token is not known, once', refusal(401, 0, '401: Unauthorized')],
    ['no in HTML', { status: 403, body: '<html>403</html>' }],
    ['no without a reason', { status: 400, body: { errors: null } }],
    ['no with a reason that is none', { status: 400, body: { code: '?', message: 5, errors: 'all of it' } }],
    ['yes in HTML', { status: 200, body: '<html>It was posted.</html>' }],
    ['yes without an id', { status: 200, body: [] }],
  ])('keeps nobody from being answered next: %s', async (_, said) => {
    started.discord.sayNext(CREATE, said as ReturnType<typeof refusal>);
    started.question('mention', 'the first').deliver();
    await started.discord.until(() =>
      started.discord.calls.some(({ path }) => path === '/channels/600/messages'),
    );
    for (const way of WAYS) expect((await started.ask(started.question(way, `by ${way}`))).status).toBe(200);
  });
});

/** What discord.js reads of the time to wait, in seconds. */
async function waitRead(headers: Record<string, string>, body: string): Promise<number> {
  const server = createServer((_, response) => response.writeHead(429, headers).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { makeRequest } = restOptions({ token: 'x', applicationId: null, guildId: null, apiUrl: null });
  const response = await makeRequest?.(`http://127.0.0.1:${port}/`, { method: 'GET' });
  return Number(response?.headers.get('retry-after'));
}

describe('a rate limit', () => {
  it.each([
    ['as the header says', { 'retry-after': '3' }, '{"retry_after": 9}', 3],
    ['as the body says, without a header', {}, '{"retry_after": 0.25}', 0.25],
    [
      'as the body says, where the header is a date',
      { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' },
      '{"retry_after": 2}',
      2,
    ],
    ['a second, where the header is no number', { 'retry-after': 'soon' }, '<html>', 1],
    ['a second, where there is nothing to wait for', { 'retry-after': '0' }, '{"retry_after": 0}', 1],
    ['a second, where the time is over', { 'retry-after': '-5' }, '{"retry_after": -5}', 1],
    ['a second, where the body says nothing', {}, 'null', 1],
    ['a day, where it says so', { 'retry-after': '86400' }, '', 86_400],
    ['for ever, which nobody waits for', {}, '{"retry_after": 1e400}', Number.POSITIVE_INFINITY],
  ])('is waited for, and never asked again at once: %s', async (_, headers, body, seconds) => {
    expect(await waitRead(headers as Record<string, string>, body)).toBe(seconds);
  });
});

it('a refusal whose mistakes are none can be read', () => {
  const raw = { code: 50035, message: 'Invalid Form Body', errors: null } as never;
  const error = new DiscordAPIError(raw, 50035, 400, 'POST', 'https://discord.com/x', {} as never);
  expect(callError(error)).toMatchObject({ code: 50035, status: 400, inReference: false });
});

const LIMIT = { total: 1, remaining: 0, reset_after: 1e18, max_concurrency: 1 };
it.each([
  ['the page of a network that wants a sign-in', '<html>Welcome</html>'],
  ['nothing', null],
  ['a list', []],
  ['no limit', { url: 'ws://127.0.0.1:1', shards: 1 }],
  ['a time that there is not', { url: 'ws://127.0.0.1:1', shards: 1, session_start_limit: LIMIT }],
])('a start that is answered with %s ends in a sentence that says so', async (_, body) => {
  const { bot, discord } = await makeBot();
  onTestFinished(() => discord.close());
  discord.plan(/gateway\/bot/, { status: 200, body });
  await expect(bot.start()).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(
      /what answers there is not Discord.*check the network and DISCORD_API_URL/,
    ),
  });
  await bot.stop();
});
