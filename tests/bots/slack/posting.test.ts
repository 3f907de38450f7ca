import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventCallback } from '../../support/slack-server/event.ts';
import type { Json, Turn } from '../../support/slack-server/server.ts';
import { entitiesUndone, seen } from '../../support/slack-server/shown.ts';
import { type Started, startBot } from './harness.ts';
import { echo } from './samples.ts';

const refused = (error: string): Turn => ({ body: { ok: false, error } });

describe('a reply that Slack does not take at once', () => {
  let started: Started;
  beforeEach(async () => {
    started = await startBot(echo);
  });
  afterEach(() => started.stop());

  const methods = () => started.slack.calls.map(({ method }) => method).slice(2);
  const posts = () => started.slack.calls.filter(({ method }) => method === 'chat.postMessage');

  it.each(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'some_code_of_tomorrow'])(
    'is posted as plain text when its blocks are refused (%s)',
    async (code) => {
      started.slack.plan('chat.postMessage', refused(code));
      const { args } = await started.ask(
        started.question('mention', '*who* <!channel> won?', { ts: '17.1' }),
      );
      expect(args).toMatchObject({
        thread_ts: '17.1',
        mrkdwn: false,
        unfurl_links: false,
        unfurl_media: false,
      });
      expect(args).not.toHaveProperty('blocks');
      expect(entitiesUndone(String(args.text))).toContain('You asked: *who* <!channel> won?');
      expect(args.text).not.toContain('<!');
      expect(args.text).toContain('https://courier.example/');
    },
  );

  it('is posted as plain text to the asker when the blocks are refused at the response_url', async () => {
    for (const turn of [
      { status: 400, body: 'invalid_blocks' },
      { status: 200, body: { ok: false, error: 'invalid_blocks' } },
      { status: 200, body: 'invalid_blocks' },
      { status: 500, body: 'invalid_blocks' },
    ]) {
      started.slack.plan('response_url', turn);
      const { method, args } = await started.ask(started.question('slash command', 'who won?'));
      expect(method).toBe('response_url');
      expect(args).toMatchObject({ response_type: 'ephemeral', mrkdwn: false });
      expect(args).not.toHaveProperty('blocks');
    }
  });

  it.each([
    [{ status: 404, body: { ok: false, error: 'used_url' } }],
    [{ status: 404, body: 'expired_url' }],
    [{ status: 410, body: '' }],
    [{ status: 403, body: '<html>no</html>' }],
  ])('is posted to the asker by name when the response_url is used up: %j', async (turn) => {
    started.slack.plan('response_url', turn, turn);
    const question = started.question('slash command', 'who won?');
    const { method, args } = await started.ask(question);
    expect(method).toBe('chat.postEphemeral');
    expect(args).toMatchObject({ channel: question.payload.channel_id, user: 'U1' });
    expect(seen(args).text).toContain('You asked: who won?');
  });

  it('is posted to the asker by name when a command has no response_url', async () => {
    const { method } = await started.ask(
      started.question('slash command', 'who?', { response_url: undefined }),
    );
    expect(method).toBe('chat.postEphemeral');
  });

  it('waits as long as Slack says, and is posted then', async () => {
    started.slack.plan('chat.postMessage', {
      status: 429,
      headers: { 'retry-after': '1' },
      body: refused('ratelimited').body,
    });
    const began = performance.now();
    await started.ask(started.question('mention', 'who won?'));
    expect(performance.now() - began).toBeGreaterThanOrEqual(990);
    expect(methods()).toEqual(['chat.postMessage', 'chat.postMessage']);
  });

  it('waits at the response_url too', async () => {
    started.slack.plan('response_url', { status: 429, headers: { 'retry-after': '1' }, body: '' });
    const began = performance.now();
    const { method } = await started.ask(started.question('slash command', 'who won?'));
    expect(performance.now() - began).toBeGreaterThanOrEqual(990);
    expect(method).toBe('response_url');
  });

  it.each<[string, Turn]>([
    ['without a Retry-After', { status: 429, body: '' }],
    ['as a code', refused('rate_limited')],
  ])('waits when it is limited %s', async (_, turn) => {
    started.slack.plan('chat.postMessage', turn);
    await started.ask(started.question('mention', 'who won?'));
    expect(posts()).toHaveLength(2);
  });

  it.each<[string, Turn]>([
    ['503', { status: 503, body: '<html>Sorry</html>' }],
    ['a page instead of JSON', { status: 200, body: '<html>Sorry</html>' }],
    ['internal_error', refused('internal_error')],
  ])('is tried again after %s', async (_, turn) => {
    started.slack.plan('chat.postMessage', turn, turn);
    const { args } = await started.ask(started.question('mention', 'who won?'));
    expect(seen(args).text).toContain('You asked: who won?');
    expect(posts()).toHaveLength(3);
  });

  it('is given up when Slack wants us to wait for longer than anybody waits, and the person is told', async () => {
    const limited = { status: 429, headers: { 'retry-after': '600' }, body: '' };
    started.slack.plan('chat.postMessage', limited);
    const { args } = await started.ask(started.question('mention', 'who won?'));
    expect(seen(args).text).toMatch(/could not be posted here.*\bid [0-9a-f]{8}\b/);
  });

  it('is not tried in another form where the form is not what is wrong, and the person is told by name', async () => {
    started.slack.plan('chat.postMessage', refused('is_archived'));
    const question = started.question('mention', 'who won?');
    const { method, args } = await started.ask(question);
    expect(methods()).toEqual(['chat.postMessage', 'chat.postEphemeral']);
    expect(method).toBe('chat.postEphemeral');
    expect(args).toMatchObject({ channel: (question.payload.event as Json).channel, user: 'U1' });
    expect(seen(args).text).toMatch(/could not be posted here/);
    expect(started.lines.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([
      'an answer could not be posted',
    ]);
  });

  it('is told in a direct message where the channel takes nothing at all', async () => {
    started.slack.plan('chat.postMessage', refused('channel_not_found'));
    started.slack.plan('chat.postEphemeral', refused('channel_not_found'));
    await started.deliver(started.question('mention', 'who won?'));
    await started.slack.until(() => methods().length === 3);
    const { args, refusal } = started.slack.calls.at(-1) ?? {};
    expect([methods().at(-1), args?.channel, refusal]).toEqual(['chat.postMessage', 'U1', null]);
    expect(seen(args ?? {}).text).toMatch(/could not be posted here.*\bid [0-9a-f]{8}\b/);
  });

  it('is logged, where the person cannot be told in any way', async () => {
    const code = refused('account_inactive');
    started.slack.plan('chat.postMessage', code, code);
    started.slack.plan('chat.postEphemeral', code);
    await started.deliver(started.question('mention', 'who won?'));
    await started.slack.until(() => methods().length === 3);
    await started.settled();
    expect(started.lines.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual(
      expect.arrayContaining(['an answer could not be posted', 'nor could the person be told so']),
    );
  });

  it('is posted once however slowly Slack answers', async () => {
    let release = () => {};
    const after = new Promise<void>((resolve) => {
      release = resolve;
    });
    started.slack.plan('chat.postMessage', { after });
    const slow = started.question('mention', 'who won?');
    await started.deliver(slow);
    await started.settled();
    release();
    await started.slack.until(() => slow.posts().length > 0);
    await started.settled();
    expect(slow.posts()).toHaveLength(1);
  });

  it.each<[string, Turn]>([
    ['503', { status: 503, body: '', done: true }],
    ['internal_error', { body: { ok: false, error: 'internal_error' }, done: true }],
    ['a connection that breaks', { hangUp: true, done: true }],
  ])('is not posted again where it stands and Slack says otherwise (%s)', async (_, turn) => {
    started.slack.plan('chat.postMessage', turn);
    const question = started.question('mention', 'who won?', { channel: 'C-once' });
    started.slack.note(question.payload);
    await started.deliver(question);
    await started.slack.until(() => methods().includes('conversations.replies'));
    await started.settled();
    expect(posts().filter(({ args }) => args.channel === 'C-once')).toHaveLength(1);
  });

  it('tells in log and health when the bot token was revoked, and when it works again', async () => {
    started.slack.plan('chat.postMessage', refused('token_revoked'), refused('token_revoked'));
    await started.deliver(started.question('mention', 'who won?'));
    await started.slack.until(() => methods().length === 2);
    await vi.waitUntil(() => started.bot.health() === 'connecting');
    expect(started.lines.find(({ message }) => message.includes('SLACK_BOT_TOKEN'))?.level).toBe('error');
    await started.settled();
    await vi.waitUntil(() => started.bot.health() === 'connected');
  });

  it.each(['app_uninstalled', 'tokens_revoked'])(
    'tells of a token that is gone before anybody asks (%s)',
    async (type) => {
      started.slack.workspaces.set('xoxb-good', { team: 'T1', refusal: 'token_revoked' });
      const event = { type, ...(type === 'tokens_revoked' && { tokens: { oauth: [], bot: ['UBOT'] } }) };
      await started.slack.deliver('events_api', eventCallback(started.slack, event));
      await vi.waitUntil(() => started.bot.health() === 'connecting');
      expect(methods()).toEqual(['auth.test']);
      expect(started.lines.find(({ message }) => message.includes('SLACK_BOT_TOKEN'))?.level).toBe('error');
    },
  );

  it('writes no token, no address of a connection and no question into the log', async () => {
    started.slack.plan('chat.postMessage', refused('invalid_blocks'), { status: 503, body: '' });
    await started.ask(started.question('mention', 'a private question?'));
    await started.ask(started.question('slash command', 'a private question?'));
    const log = JSON.stringify(started.lines, (field, value: unknown) => {
      // The log itself leaves this field out.
      if (field === 'question') return undefined;
      return value instanceof Error
        ? { ...(value as unknown as Json), message: value.message, stack: value.stack }
        : value;
    });
    expect(log).not.toMatch(/xoxb-|xapp-|secret-ticket|verification-token|\/respond\/|private/);
  });
});
