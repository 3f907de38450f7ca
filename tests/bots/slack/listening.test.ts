import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Question } from '../../../src/knowledge/index.ts';
import { held } from '../../support/held.ts';
import { seen } from '../../support/slack-server/shown.ts';
import { type Delivery, type Started, startBot } from './harness.ts';
import { echo } from './samples.ts';

/** The same event with other fields around it or in it. */
function changed(delivery: Delivery, around: object, event: object = {}): Delivery {
  const { payload } = delivery;
  return {
    ...delivery,
    payload: { ...payload, ...around, event: { ...(payload.event as object), ...event } },
  };
}

describe('what is heard', () => {
  let started: Started;
  let questions: Question[];

  beforeEach(async () => {
    questions = [];
    started = await startBot(async (question) => {
      questions.push(question);
      return echo(question);
    });
  });
  afterEach(() => started.stop());

  describe('the place of an answer', () => {
    it('is the thread of a mention, and that channel alone', async () => {
      const { method, args } = await started.ask(started.question('mention', 'who won?', { ts: '17.1' }));
      expect(method).toBe('chat.postMessage');
      expect(args).toMatchObject({ thread_ts: '17.1', unfurl_links: false, unfurl_media: false });
      expect(args).not.toHaveProperty('reply_broadcast');
    });

    it('is the thread that the mention stands in', async () => {
      const { args } = await started.ask(
        started.question('mention', 'who?', { ts: '17.2', thread_ts: '17.1' }),
      );
      expect(args.thread_ts).toBe('17.1');
    });

    it('is the direct message itself', async () => {
      const { args } = await started.ask(started.question('direct message', 'who won?'));
      expect(args).not.toHaveProperty('thread_ts');
    });

    it('is the thread of a direct message', async () => {
      const { args } = await started.ask(started.question('direct message', 'who?', { thread_ts: '17.1' }));
      expect(args.thread_ts).toBe('17.1');
    });

    it('is, for a command, the screen of whoever gave it', async () => {
      const { method, args } = await started.ask(started.question('slash command', 'who won?'));
      expect(method).toBe('response_url');
      expect(args).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    });
  });

  describe('the scope of a question', () => {
    const placeOf = async (delivery: Delivery) => {
      await started.ask(delivery);
      return questions.at(-1)?.scope.place;
    };

    it('is workspace and channel', async () => {
      expect(await placeOf(started.question('mention', 'who?', { channel: 'C0' }))).toMatchObject({
        bot: 'slack',
        workspace: 'T1',
        channel: 'C0',
      });
      const command = started.question('slash command', 'who?');
      expect(await placeOf(command)).toEqual({
        bot: 'slack',
        workspace: 'T1',
        channel: command.payload.channel_id,
      });
    });

    it('is no workspace in a channel that is shared with another organisation', async () => {
      const question = changed(started.question('mention', 'who?'), { is_ext_shared_channel: true });
      expect(await placeOf(question)).toMatchObject({ workspace: null });
    });

    it('is the workspace of the installation where an organisation has many', async () => {
      const question = changed(started.question('mention', 'who?'), { team_id: null });
      expect(await placeOf(question)).toMatchObject({ workspace: 'T1' });
    });
  });

  it('takes what was asked before in a thread along, and nothing from other threads', async () => {
    await started.ask(started.question('mention', 'who won?', { ts: '17.1', channel: 'C0' }));
    await started.ask(
      started.question('mention', 'and when?', { ts: '17.2', thread_ts: '17.1', channel: 'C0' }),
    );
    await started.ask(started.question('mention', 'and where?', { ts: '17.3', channel: 'C0' }));
    expect(questions.map(({ text, earlier }) => [text, earlier.map(({ question }) => question)])).toEqual([
      ['who won?', []],
      ['and when?', ['who won?']],
      ['and where?', []],
    ]);
  });

  it('reads the words of a question, not Slack’s marks', async () => {
    await started.ask(started.question('mention', 'did A&B <really> win?'));
    await started.ask(started.question('mention', '', { text: 'ask <@UBOT|nutgraf>: who is <@U2|ada>?' }));
    await started.ask(started.question('direct message', '', { text: '<@UBOT> who won?' }));
    expect(questions.map(({ text }) => text)).toEqual([
      'did A&B <really> win?',
      'ask : who is @ada?',
      'who won?',
    ]);
  });

  describe('messages that no person asks with', () => {
    it.each([
      'message_changed',
      'message_deleted',
      'message_replied',
      'channel_join',
      'channel_topic',
      'bot_message',
      'assistant_app_thread',
      'a_subtype_of_tomorrow',
    ])('are left alone: %s', async (subtype) => {
      const question = started.question('direct message', 'who won?', { subtype });
      await started.deliver(question);
      await started.settled();
      expect(question.posts()).toEqual([]);
    });

    it.each([
      ['hidden', { hidden: true }],
      ['of an app', { app_id: 'A9' }],
      ['without a user', { user: undefined }],
      ['with a user that is null', { user: null }],
      ['without a timestamp', { ts: undefined }],
    ])('are left alone: %s', async (_, event) => {
      const question = started.question('direct message', 'who won?', event);
      await started.slack.deliver('events_api', question.payload).catch(() => undefined);
      await started.settled();
      expect(question.posts()).toEqual([]);
    });

    it('are messages of a channel that do not mention us', async () => {
      const question = started.question('mention', '', {
        type: 'message',
        channel_type: 'channel',
        text: 'who won?',
      });
      await started.deliver(question);
      await started.settled();
      expect(question.posts()).toEqual([]);
    });
  });

  it.each(['file_share', 'thread_broadcast', 'me_message'])(
    'answers what a person wrote: %s',
    async (subtype) => {
      const { args } = await started.ask(started.question('direct message', 'who won?', { subtype }));
      expect(seen(args).text).toContain('You asked: who won?');
    },
  );

  it('answers although everything that may be missing is missing', async () => {
    const mention = started.question('mention', 'who won?');
    const { event } = mention.payload as { event: Record<string, unknown> };
    const { type, user, text, ts, channel } = event;
    await started.ask({
      ...mention,
      payload: { type: 'event_callback', event: { type, user, text, ts, channel } },
    });
    expect(questions.at(-1)).toMatchObject({ text: 'who won?', scope: { place: { workspace: null } } });

    const direct = started.question('direct message', 'who lost?', { channel_type: undefined });
    await started.ask(changed(direct, { event_id: undefined, authorizations: undefined }));
    expect(questions.at(-1)?.text).toBe('who lost?');

    const command = started.question('slash command', 'who?', { trigger_id: undefined, team_id: undefined });
    await started.ask(command);
    expect(questions.at(-1)?.text).toBe('who?');
  });

  it('takes the command under whatever name the workspace gave it', async () => {
    const { args } = await started.ask(started.question('slash command', 'who?', { command: '/nutgraf' }));
    expect(seen(args).text).toContain('You asked: who?');
  });

  describe('the same question delivered twice', () => {
    const twice = async (first: Delivery, second: Delivery) => {
      await started.deliver(first);
      await started.deliver(second);
      await started.settled();
      return first.posts().length;
    };

    it('is answered once when Slack retries under the same event id', async () => {
      const question = started.question('mention', 'who won?');
      expect(await twice(question, changed(question, {}, { ts: '99.9' }))).toBe(1);
    });

    it('is answered once when it comes as a mention and as a message of the channel', async () => {
      const question = started.question('mention', 'who won?');
      const message = changed(
        question,
        { event_id: 'EvOther' },
        { type: 'message', channel_type: 'channel' },
      );
      expect(await twice(question, message)).toBe(1);
    });

    it('is answered once when it comes as a mention and as a direct message', async () => {
      const question = started.question('direct message', '<@UBOT> who won?');
      const mention = changed(
        question,
        { event_id: 'EvOther' },
        { type: 'app_mention', channel_type: undefined },
      );
      expect(await twice(mention, question)).toBe(1);
      expect(question.posts()[0]?.args).not.toHaveProperty('thread_ts');
    });

    it('is answered once when it was edited', async () => {
      const question = started.question('mention', 'who won?');
      const edited = changed(question, { event_id: 'EvOther' }, { edited: { user: 'U1', ts: '1.2' } });
      expect(await twice(question, edited)).toBe(1);
    });

    it('is answered when it mentions us only since it was edited', async () => {
      const question = started.question('mention', 'who won?', { edited: { user: 'U1', ts: '1.2' } });
      expect(seen((await started.ask(question)).args).text).toContain('who won?');
    });
  });

  it('acknowledges within a moment however long the answer takes', async () => {
    await started.stop();
    const { until, release } = held();
    started = await startBot(async (question) => {
      await until;
      return echo(question);
    });
    const mention = started.question('mention', 'who won?');
    const command = started.question('slash command', 'who won?');
    // Each resolves with the acknowledgement, before there can be an answer.
    await started.deliver(mention);
    await started.deliver(command);
    expect([...mention.posts(), ...command.posts()]).toEqual([]);
    release();
    await started.slack.until(() => mention.posts().length + command.posts().length === 2);
  });

  it('survives events, envelopes and frames that it does not know', async () => {
    const { slack } = started;
    const odd = [
      'not json',
      'null',
      '[]',
      '{"type":"close"}',
      '{"type":"error","error":{"code":1}}',
      { type: 'envelope_of_tomorrow', envelope_id: 'e1', payload: {} },
      { type: 'events_api', envelope_id: 'e2' },
      { type: 'events_api', envelope_id: 'e3', payload: { event: null } },
      { type: 'events_api', envelope_id: 'e4', payload: { event: { type: 'disconnected' } } },
      { type: 'slash_commands', envelope_id: 'e5', payload: {} },
      {
        type: 'interactive',
        envelope_id: 'e6',
        payload: { type: 'block_actions', actions: [], user: { id: 'U1' } },
      },
    ];
    for (const frame of odd) await slack.send(frame);
    await slack.deliver('events_api', {
      event: { type: 'reaction_added', user: 'U1', item: { type: 'message' } },
    });
    await slack.deliver('events_api', { event: { type: 'message', channel: null, user: null } });
    expect(seen((await started.ask(started.question('mention', 'who won?'))).args).text).toContain(
      'who won?',
    );
    expect(slack.connections()).toBe(1);
  });
});
