import { afterEach, describe, expect, it, vi } from 'vitest';
import { BotStartError } from '../../../src/bots/bot.ts';
import type { SlackConfig } from '../../../src/config.ts';
import { held } from '../../support/held.ts';
import type { SlackServer } from '../../support/slack-server/server.ts';
import { seen } from '../../support/slack-server/shown.ts';
import { makeBot, type Started, type Starting, startBot } from './harness.ts';
import { echo } from './samples.ts';

const APP = { kind: 'socket', appToken: 'xapp-good' } as const;
const unavailable = { status: 503, body: '' };
const LONG = { headers: { 'retry-after': '600' }, status: 429, body: '' };

/** Waits take seconds, so they are waited for side by side. */
describe.concurrent('a start that fails', () => {
  async function failed(changes: Partial<SlackConfig>, plan?: (slack: SlackServer) => unknown) {
    const { bot, slack } = await makeBot(echo, 'socket', { config: changes });
    await plan?.(slack);
    const error = await bot.start().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(BotStartError);
    expect(bot.health()).not.toBe('connected');
    await slack.until(() => slack.open() === 0);
    const calls = slack.calls.map(({ method }) => method);
    await bot.stop();
    await slack.close();
    return { error: error as BotStartError, calls, connections: slack.connections() };
  }

  it('names SLACK_BOT_TOKEN when Slack refuses that', async () => {
    const { error, connections } = await failed({ botToken: 'xoxb-wrong' });
    expect(error.code).toBe('bad-token');
    expect(error.message).toMatch(/^Slack refused SLACK_BOT_TOKEN \(invalid_auth\): [^.]+\.$/);
    expect(connections).toBe(0);
  });

  it.each(['account_inactive', 'token_revoked', 'not_allowed_token_type', 'missing_scope'])(
    'names SLACK_BOT_TOKEN when it is no good (%s)',
    async (code) => {
      const { error } = await failed({}, (slack) =>
        slack.plan('auth.test', { body: { ok: false, error: code } }),
      );
      expect(error.code).toBe('bad-token');
    },
  );

  it('names SLACK_APP_TOKEN when Slack refuses that', async () => {
    const { error, calls } = await failed({ mode: { kind: 'socket', appToken: 'xapp-wrong' } });
    expect(error.code).toBe('bad-app-token');
    expect(error.message).toMatch(/^Slack refused SLACK_APP_TOKEN \(invalid_auth\): [^.]+\.$/);
    expect(calls).toEqual(['auth.test', 'apps.connections.open']);
  });

  it('names SLACK_APP_TOKEN when it is of another kind', async () => {
    const { error } = await failed({}, (slack) =>
      slack.plan('apps.connections.open', { body: { ok: false, error: 'not_allowed_token_type' } }),
    );
    expect(error.code).toBe('bad-app-token');
  });

  it('says that Slack cannot be reached when nobody listens there', async () => {
    const { error } = await failed({}, (slack) => slack.close());
    expect(error.code).toBe('unreachable');
    expect(error.message).toMatch(/SLACK_API_URL/);
  });

  it('says that Slack cannot be reached when it is not well', async () => {
    const { error } = await failed({}, (slack) => {
      for (let turn = 0; turn < 20; turn += 1) slack.plan('apps.connections.open', unavailable);
    });
    expect(error.code).toBe('unreachable');
  });

  it('ends when Slack wants us to wait for long', async () => {
    const { error } = await failed({}, (slack) => slack.plan('auth.test', LONG));
    expect(error).toMatchObject({ code: 'unreachable', message: expect.stringMatching(/limits our calls/) });
  });

  it('ends when Slack never says hello', async () => {
    const { error } = await failed({}, (slack) => {
      slack.greet = false;
    });
    expect(error.code).toBe('unreachable');
  });

  it('ends when Slack never answers', async () => {
    const { error } = await failed({}, (slack) => slack.plan('auth.test', { after: new Promise(() => {}) }));
    expect(error.code).toBe('unreachable');
  });
});

describe('a start', () => {
  let made: Starting | undefined;
  afterEach(async () => {
    await made?.bot.stop();
    await made?.slack.close();
  });

  it('connects, and says so', async () => {
    made = await makeBot(echo);
    expect(made.bot.health()).toBe('connecting');
    await made.bot.start();
    expect(made.bot.health()).toBe('connected');
    expect(made.slack.open()).toBe(1);
    expect(made.lines.filter(({ level }) => level === 'info')).toEqual([
      { level: 'info', fields: { mode: 'socket', workspace: 'Newsroom' }, message: 'connected to Slack' },
    ]);
  });

  it('tries again after what passes', async () => {
    made = await makeBot(echo);
    made.slack.plan('auth.test', unavailable);
    made.slack.plan('apps.connections.open', unavailable, { body: { ok: true } });
    await made.bot.start();
    expect(made.bot.health()).toBe('connected');
  });

  it('warns of scopes that the app lacks', async () => {
    made = await makeBot(echo);
    made.slack.plan('auth.test', { headers: { 'x-oauth-scopes': 'chat:write, commands' } });
    await made.bot.start();
    expect(made.lines.filter(({ level }) => level === 'warn').map(({ fields }) => fields)).toEqual([
      { missing: ['app_mentions:read', 'im:history'] },
    ]);
  });

  it('can be stopped before, during and after', async () => {
    made = await makeBot(echo);
    await made.bot.stop();
    expect(made.bot.health()).toBe('stopped');
    await made.slack.close();

    made = await makeBot(echo, 'socket', { config: { mode: APP } });
    made.slack.greet = false;
    const starting = made.bot.start().catch((error: unknown) => error);
    await made.slack.until(() => made?.slack.open() === 1);
    await made.bot.stop();
    expect(await starting).toBeInstanceOf(BotStartError);
    await made.slack.until(() => made?.slack.open() === 0);
    await made.bot.stop();
    expect(made.bot.health()).toBe('stopped');
  });
});

describe('a connection', () => {
  let started: Started;
  afterEach(() => started.stop());

  const answers = async () => seen((await started.ask(started.question('mention', 'who won?'))).args).text;

  it.each(['warning', 'refresh_requested', 'too_many_websockets'])(
    'is replaced at once when Slack asks for it (%s), and answers over the next',
    async (reason) => {
      started = await startBot(echo);
      const { slack, bot } = started;
      await slack.send({ type: 'disconnect', reason, debug_info: {} });
      await slack.until(() => slack.connections() === 2 && slack.open() === 1);
      expect(await answers()).toContain('who won?');
      expect(bot.health()).toBe('connected');
    },
  );

  it('answers a question once that Slack sends again over the next connection', async () => {
    started = await startBot(echo);
    const { slack } = started;
    const question = started.question('mention', 'who won?');
    await started.ask(question);
    await slack.send({ type: 'disconnect', reason: 'warning' });
    await slack.until(() => slack.connections() === 2);
    await slack.deliver('events_api', question.payload, { retry_attempt: 1, retry_reason: 'timeout' });
    await started.settled();
    expect(question.posts()).toHaveLength(1);
  });

  it('is opened again after it broke, however often that fails at first', async () => {
    started = await startBot(echo);
    const { slack, bot } = started;
    slack.plan('apps.connections.open', unavailable, { body: { ok: false, error: 'internal_error' } });
    slack.drop();
    await slack.until(() => bot.health() === 'connecting' || slack.connections() > 1);
    await slack.until(() => slack.connections() === 2);
    expect(await answers()).toContain('who won?');
    expect(started.lines.filter(({ level }) => level === 'warn').length).toBeGreaterThanOrEqual(2);
  });

  it('is told as lost, loudly, when the app token is revoked, and the process lives on', async () => {
    started = await startBot(echo);
    const { slack, bot, lines } = started;
    slack.plan('apps.connections.open', { body: { ok: false, error: 'invalid_auth' } });
    await slack.send({ type: 'disconnect', reason: 'link_disabled' });
    const told = () =>
      lines.filter(({ level, message }) => level === 'error' && /SLACK_APP_TOKEN/.test(message));
    await vi.waitUntil(() => told().length > 0);
    expect(lines.some(({ message }) => message.includes('Socket Mode was turned off'))).toBe(true);
    expect(bot.health()).toBe('connecting');
    expect(slack.open()).toBe(0);
    await bot.stop();
    expect(bot.health()).toBe('stopped');
  });

  it('ends first when the bot is stopped, and the question in flight is answered after it', async () => {
    const { until, release } = held();
    started = await startBot(async (question) => {
      await until;
      return echo(question);
    });
    const { slack, bot } = started;
    const question = started.question('mention', 'who won?');
    await started.deliver(question);
    const stopped = bot.stop();
    await slack.until(() => slack.open() === 0);
    expect(question.posts()).toEqual([]);
    release();
    await stopped;
    expect(question.posts()).toHaveLength(1);
    expect(slack.connections()).toBe(1);
  });

  it('is left within seconds although the other side does not say goodbye', async () => {
    started = await startBot(echo);
    started.slack.deaf();
    await started.bot.stop();
    expect(started.bot.health()).toBe('stopped');
  });
});
