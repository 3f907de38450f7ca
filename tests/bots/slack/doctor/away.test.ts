import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openCalls } from '../../../../src/bots/slack/doctor/calls.ts';
import type { Turn } from '../../../support/slack-server/server.ts';
import { examined, httpEnv, slackWith, socketEnv } from './examined.ts';

const PAGE = '<html><body>Sign in to the network</body></html>';
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serving(take: RequestListener): Promise<number> {
  const server = createServer(take);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A port at which nothing listens. */
async function closedPort(): Promise<number> {
  const port = await serving(() => undefined);
  closing.pop()?.();
  return port;
}

describe('where Slack does not answer', () => {
  it.each<readonly [string, Turn, RegExp]>([
    ['is limited', { status: 429, headers: { 'retry-after': '1' }, body: '' }, /^Slack limits our calls: /],
    ['is limited, and does not say for how long', { status: 429, body: '' }, /^Slack limits our calls: /],
    [
      'is limited without a status',
      { body: { ok: false, error: 'ratelimited' } },
      /^Slack limits our calls: /,
    ],
    ['is not well', { status: 503, body: '' }, /^Slack is not well, /],
    ['has an error of its own', { body: { ok: false, error: 'internal_error' } }, /^Slack is not well, /],
    ['is a page', { body: PAGE }, /^What answers at SLACK_API_URL is not Slack: /],
    ['is not there', { status: 404, body: PAGE }, /^What answers at SLACK_API_URL is not Slack: /],
  ])('says so in one sentence when it %s', async (_, turn, sentence) => {
    const slack = await slackWith();
    slack.plan('auth.test', turn);
    const { code, findings } = await examined(socketEnv(slack));
    expect(code).toBe(1);
    expect(findings.map(({ mark, name }) => [mark, name])).toEqual([
      ['ok', 'Mode'],
      ['missing', 'Slack'],
    ]);
    expect(findings[1]?.text).toMatch(sentence);
    expect(findings[1]?.text).not.toContain('<');
  });

  it('says so in one sentence when nothing listens', async () => {
    const slack = await slackWith();
    const env = { ...socketEnv(slack), SLACK_API_URL: `http://127.0.0.1:${await closedPort()}/api/` };
    const { code, findings } = await examined(env);
    expect(code).toBe(1);
    expect(findings[1]?.text).toBe(
      'Slack cannot be reached at SLACK_API_URL: check the address, or remove the variable to use slack.com.',
    );
  });

  it('still asks the address of which it was told', async () => {
    const slack = await slackWith();
    slack.plan('auth.test', { status: 503, body: '' });
    const port = await serving((_, response) => void response.writeHead(404).end());
    const { findings } = await examined(httpEnv(slack), '--url', `http://127.0.0.1:${port}`);
    expect(findings.map(({ name }) => name)).toEqual(['Mode', 'Slack', 'Answer to Slack']);
  });

  it('says so in one sentence about a client, too', async () => {
    const slack = await slackWith();
    slack.plan('oauth.v2.access', { status: 503, body: '' });
    const { code, findings } = await examined({
      SLACK_CLIENT_ID: '1.1',
      SLACK_CLIENT_SECRET: 'client-secret',
      SLACK_SIGNING_SECRET: 'signing-secret-of-the-app',
      LEDGER_KEY: 'a key that nobody can guess',
      SLACK_API_URL: slack.apiUrl,
    });
    expect([code, findings.map(({ name }) => name)]).toEqual([1, ['Mode', 'Slack']]);
  });
});

it('waits five seconds for a call and no longer', async () => {
  const port = await serving(() => undefined);
  const call = openCalls({
    botToken: 'xoxb-1',
    oauth: null,
    mode: { kind: 'socket', appToken: 'xapp-1' },
    apiUrl: `http://127.0.0.1:${port}/api/`,
  });
  expect(await call('xoxb-1', 'auth.test')).toEqual({
    kind: 'away',
    sentence: expect.stringMatching(/^Slack did not answer within 5 seconds: /),
  });
}, 20_000);
