import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appUninstalled, homeOpened, linkShared, tokensRevoked } from './app-events.ts';
import { type Json, jsonOf } from './json.ts';
import { type ListeningApp, startListening } from './listening-app.ts';
import { mentionEvent, messageChanged, messageDeleted, messageEvent } from './message-events.ts';
import { globalShortcut, messageShortcut, slashCommand } from './payloads.ts';
import { deliveryRequest, signed } from './server.ts';

let started: ListeningApp;
beforeAll(async () => {
  started = await startListening();
});
afterAll(() => started.stop());

describe('calling', () => {
  it('a shortcut comes with a trigger, and one of a message with the message', async () => {
    const everywhere = await started.delivered('interactive', globalShortcut(started.slack, 'ask'));
    expect(everywhere.body).toMatchObject({
      type: 'shortcut',
      callback_id: 'ask',
      user: { id: 'U1', team_id: 'T1' },
    });
    expect(everywhere.body).not.toHaveProperty('channel');
    const message = { channel: 'C1', ts: '17.9', text: 'who won?', thread: '17.8' };
    const { body } = await started.delivered('interactive', messageShortcut(started.slack, 'find', message));
    expect(body).toMatchObject({
      type: 'message_action',
      message_ts: '17.9',
      channel: { id: 'C1' },
      message: { text: 'who won?', thread_ts: '17.8' },
    });
  });

  it('a command may be answered in its acknowledgement', async () => {
    const { body } = await started.delivered(
      'slash_commands',
      slashCommand(started.slack, 'C7', 'story', { user: 'U5' }),
    );
    expect(body).toMatchObject({ command: '/ask', text: 'story', channel_id: 'C7' });
    expect(started.slack.ephemerals('C7', 'U5')).toMatchObject([{ message: { text: 'At once' } }]);
  });
});

describe('events', () => {
  const written = { channel: 'C1', ts: '17.5', text: 'who won?' };

  it.each<[string, () => Json, Json]>([
    [
      'a message in a thread',
      () => messageEvent(started.slack, { ...written, thread: '17.4' }),
      { type: 'message', thread_ts: '17.4', channel_type: 'channel' },
    ],
    [
      'a direct message',
      () => messageEvent(started.slack, { ...written, channel: 'D1' }),
      { type: 'message', channel_type: 'im' },
    ],
    [
      'a mention',
      () => mentionEvent(started.slack, written),
      { type: 'app_mention', text: '<@UBOT> who won?' },
    ],
    [
      'a message of a stranger',
      () => messageEvent(started.slack, { ...written, strangerOf: 'T9' }),
      { user_team: 'T9', source_team: 'T9', team: 'T9' },
    ],
    [
      'a change',
      () => messageChanged(started.slack, written, 'who lost?'),
      { subtype: 'message_changed', message: { text: 'who lost?', edited: {} } },
    ],
    [
      'a deletion',
      () => messageDeleted(started.slack, written),
      { subtype: 'message_deleted', deleted_ts: '17.5' },
    ],
    [
      'the home tab',
      () => homeOpened(started.slack, 'home'),
      { type: 'app_home_opened', tab: 'home', channel: 'DU1' },
    ],
    [
      'the messages tab',
      () => homeOpened(started.slack, 'messages', { user: 'U2' }),
      { tab: 'messages', user: 'U2' },
    ],
    [
      'a link',
      () => linkShared(started.slack, ['https://courier.example/a'], 'conversations_history', written),
      { channel: 'C1', message_ts: '17.5', links: [{ domain: 'courier.example' }] },
    ],
    [
      'a link being written',
      () => linkShared(started.slack, ['https://courier.example/a'], 'composer', written),
      { channel: 'COMPOSER', source: 'composer' },
    ],
    [
      'revoked tokens',
      () => tokensRevoked(started.slack, { bot: ['UBOT'] }),
      { type: 'tokens_revoked', tokens: { bot: ['UBOT'] } },
    ],
    ['a removal', () => appUninstalled(started.slack), { type: 'app_uninstalled' }],
  ])('%s', async (_, payload, event) => {
    const { kind, body } = await started.delivered('events_api', payload());
    expect(kind).toBe('event');
    expect(body.event).toMatchObject(event);
  });

  it('tell the workspace that they are for, and that a channel is shared', () => {
    const stranger = messageEvent(
      started.slack,
      { ...written, strangerOf: 'T9' },
      { team: 'T2', botUser: 'UBOT2' },
    );
    expect(stranger).toMatchObject({
      team_id: 'T2',
      is_ext_shared_channel: true,
      authorizations: [{ team_id: 'T2', user_id: 'UBOT2' }],
    });
    expect(stranger.event_id).not.toBe(messageEvent(started.slack, written).event_id);
  });

  it('of a change that no person made have no mark of an edit', () => {
    const { message } = jsonOf(messageChanged(started.slack, written, written.text, false).event);
    expect(message).not.toHaveProperty('edited');
  });
});

describe('over HTTP', () => {
  it('an interaction is a form that holds JSON, signed, and a retry says so', () => {
    const payload = globalShortcut(started.slack, 'ask');
    const { body, headers } = deliveryRequest('secret', 'interactive', payload, {
      num: 1,
      reason: 'http_timeout',
    });
    expect(JSON.parse(new URLSearchParams(String(body)).get('payload') ?? '')).toEqual(payload);
    expect(headers).toMatchObject({ 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' });
    const sent = headers as Record<string, string>;
    const at = Number(sent['x-slack-request-timestamp']);
    const again = signed('secret', String(body), 'application/x-www-form-urlencoded', at);
    expect(again.headers).toMatchObject({ 'x-slack-signature': sent['x-slack-signature'] });
  });

  it('an event is JSON', () => {
    const payload = appUninstalled(started.slack);
    expect(deliveryRequest('secret', 'events_api', payload).body).toBe(JSON.stringify(payload));
  });
});
