import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { challengeFinding } from '../../../../src/bots/slack/doctor/request-url.ts';
import { TOKENS } from '../../../support/slack-server/server.ts';
import { SECRET as BOT_SECRET, startBot } from '../harness.ts';
import { echo } from '../samples.ts';
import { botOf, examined, httpEnv, manifestWith, SECRET, slackWith } from './examined.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const close of closing.splice(0)) close();
});

async function serving(take: RequestListener): Promise<string> {
  const server = createServer(take);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function challenged(take: RequestListener) {
  const host = await serving(take);
  return { host, finding: await challengeFinding(new URL(`http://${host}/slack/events`), SECRET) };
}

describe('the address that Slack calls', () => {
  it('is answered by Nutgraf with the same secret, and not with another', async () => {
    const { lines, stop } = await startBot(echo, 'http');
    const port = lines.find(({ message }) => message === 'listening for Slack')?.fields.port;
    const slack = await slackWith();
    const url = ['--url', `http://127.0.0.1:${port}`];
    const same = await examined({ ...httpEnv(slack), SLACK_SIGNING_SECRET: BOT_SECRET }, ...url);
    expect(same.code).toBe(0);
    expect(same.of('Mode')?.text).toBe('HTTP, one workspace');
    expect(same.of('Answer')).toEqual({
      mark: 'ok',
      name: 'Answer to Slack',
      text: `127.0.0.1:${port}/slack/events gives the answer that Slack wants`,
    });
    const other = await examined(httpEnv(slack), ...url);
    expect(other.code).toBe(1);
    expect(other.of('Answer')).toMatchObject({
      mark: 'missing',
      text: expect.stringMatching(
        /does not take our signature: copy the "Signing Secret" from "Basic Information"/,
      ),
    });
    await stop();
  });

  it.each<readonly [string, RequestListener, RegExp]>([
    [
      'is of another program',
      (_, response) => void response.end('<h1>Welcome</h1>'),
      /gives another answer than Nutgraf \(200\): see that Nutgraf runs there/,
    ],
    [
      'is not there',
      (_, response) => void response.writeHead(404).end(),
      /gives another answer than Nutgraf \(404\)/,
    ],
    [
      'leads elsewhere',
      (_, response) => void response.writeHead(302, { location: '/' }).end(),
      /leads elsewhere \(302\): enter the address/,
    ],
    [
      'breaks off',
      (request) => void request.socket.destroy(),
      /cannot be reached from here \(UND_ERR_SOCKET\)/,
    ],
    ['answers null', (_, response) => void response.end('null'), /gives another answer/],
  ])('%s', async (_, take, sentence) => {
    const { finding } = await challenged(take);
    expect(finding).toMatchObject({ mark: 'missing', text: expect.stringMatching(sentence) });
  });

  it.each<readonly [string, (challenge: string) => string]>([
    ['as it is', (challenge) => challenge],
    ['as a form', (challenge) => `challenge=${challenge}`],
    ['in JSON', (challenge) => JSON.stringify({ challenge })],
  ])('may give the challenge back %s', async (_, answer) => {
    const { finding } = await challenged(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const { type, challenge } = JSON.parse(Buffer.concat(parts).toString()) as Record<string, string>;
      response.end(type === 'url_verification' ? answer(challenge ?? '') : '');
    });
    expect(finding.mark).toBe('ok');
  });

  it('is waited for five seconds', async () => {
    const { host, finding } = await challenged(() => undefined);
    expect(finding.text).toBe(
      `${host}/slack/events did not answer within 5 seconds: see that Nutgraf runs there, and that no firewall is in between.`,
    );
  }, 20_000);

  it('has nobody that listens, or speaks no HTTPS', async () => {
    const host = await serving(() => undefined);
    const spoken = await challengeFinding(new URL(`https://${host}/slack/events`), SECRET);
    expect(spoken.text).toMatch(/speaks no HTTPS \(ERR_SSL_\w+\): mend the port/);
    closing.pop()?.();
    const refused = await challengeFinding(new URL(`http://${host}/slack/events`), SECRET);
    expect(refused.text).toBe(
      `Nothing listens at ${host}/slack/events: start Nutgraf there, or mend the port.`,
    );
  });

  it.each([
    ['ENOTFOUND', /^There is no host desk\.example: mend the address/],
    [
      'CERT_HAS_EXPIRED',
      /^The certificate of desk\.example\/slack\/events does not hold \(CERT_HAS_EXPIRED\): renew it/,
    ],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /^The certificate of /],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /^The certificate of /],
    ['EHOSTUNREACH', /cannot be reached from here \(EHOSTUNREACH\)/],
  ])('fails with %s', async (code, sentence) => {
    const cause = Object.assign(new Error(code), { code });
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed', { cause }));
    const finding = await challengeFinding(
      new URL('https://me:hunter2@desk.example/slack/events?key=hunter2'),
      SECRET,
    );
    expect(finding.text).toMatch(sentence);
    expect(finding.text).not.toContain('hunter2');
  });
});

describe('the addresses of the settings', () => {
  const withAddress = (url: string | undefined) =>
    manifestWith({
      features: { unfurl_domains: ['example'], slash_commands: [{ command: '/ask', ...(url && { url }) }] },
      settings: {
        socket_mode_enabled: false,
        interactivity: { is_enabled: true, request_url: url },
        event_subscriptions: {
          bot_events: [
            'app_home_opened',
            'app_mention',
            'link_shared',
            'message.channels',
            'message.groups',
            'message.im',
          ],
          request_url: url,
        },
      },
    });

  async function withSettings(manifest: object, ...args: readonly string[]) {
    const slack = await slackWith();
    botOf(slack, 'A1');
    slack.manifests.set('A1', { ...manifest });
    return examined({ ...httpEnv(slack), SLACK_CONFIG_TOKEN: TOKENS.configuration }, ...args);
  }

  it.each([
    [undefined, /^There is none: enter https:\/\/YOUR-HOST\/slack\/events in "/],
    ['desk', /^What stands there is no address: enter/],
    ['http://127.0.0.1:1/slack/events', /^It does not begin with https:\/\/: enter/],
    ['https://127.0.0.1:1/events', /^Its path is not \/slack\/events: enter/],
  ])('are wanted for events, buttons and commands: %s', async (address, sentence) => {
    const { code, findings, of } = await withSettings(withAddress(address));
    expect(code).toBe(1);
    const wrong = { mark: 'missing', text: expect.stringMatching(sentence) };
    expect(of('Request URL')).toMatchObject(wrong);
    expect(of('URL of buttons')).toMatchObject(wrong);
    expect(of('URL of /ask')).toMatchObject(wrong);
    expect(findings.filter(({ mark }) => mark === 'missing').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Request URL', 'URL of buttons', 'URL of /ask']),
    );
  });

  it('are asked, and may have a path in front', async () => {
    const host = await serving((_, response) => void response.writeHead(404).end());
    const { of } = await withSettings(withAddress(`https://${host}/desk/slack/events`));
    expect(of('Request URL')).toMatchObject({ mark: 'ok', text: `${host}/desk/slack/events` });
    expect(of('Answer')?.text).toMatch(/speaks no HTTPS/);
    expect(of('Socket Mode')).toMatchObject({ mark: 'ok', text: 'off, as Slack calls us by HTTP' });
  });

  it('are called by nobody while Socket Mode is on', async () => {
    const settings = {
      ...withAddress('https://127.0.0.1:1/slack/events').settings,
      socket_mode_enabled: true,
    };
    const { of } = await withSettings({ ...withAddress(undefined), settings });
    expect(of('Socket Mode')).toMatchObject({
      mark: 'missing',
      text: expect.stringMatching(/turn it off in "Socket Mode", or set SLACK_APP_TOKEN/),
    });
  });

  it('are not known without a manifest or --url', async () => {
    const slack = await slackWith();
    const { code, of } = await examined(httpEnv(slack));
    expect(code).toBe(0);
    expect(of('Answer')).toMatchObject({
      mark: 'not checked',
      text: expect.stringMatching(/run this with --url https:\/\/YOUR-HOST/),
    });
    expect(of('One app')).toBeUndefined();
  });
});
