import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callerOf } from './caller.ts';
import type { Json } from './json.ts';
import { quoteBlocks } from './samples.ts';
import { openSlack, type SlackServer } from './server.ts';

let slack: SlackServer;
beforeEach(async () => {
  slack = await openSlack();
});
afterEach(() => slack.close());
const { call, bodyOf, codeOf } = callerOf(() => slack);
const post = async (args: Json) => String((await bodyOf('chat.postMessage', args)).ts);

describe('messages', () => {
  it('have timestamps of their own and stand as they were left', async () => {
    const [first, second] = [
      await post({ channel: 'C1', text: 'a' }),
      await post({ channel: 'C1', text: 'b', thread_ts: '1.1' }),
    ];
    expect(first).toMatch(/^\d{10}\.\d{6}$/);
    expect(second).not.toBe(first);
    expect(slack.messages('C1').map(({ message }) => message.text)).toEqual(['a', 'b']);
    expect(slack.messages('C1', '1.1').map(({ ts }) => ts)).toEqual([second]);
    expect(await codeOf('chat.update', { channel: 'C1', ts: first, text: 'c' })).toBe('ok');
    expect(slack.message(first)).toMatchObject({ message: { text: 'c' }, edits: 1 });
    expect(await codeOf('chat.delete', { channel: 'C1', ts: first })).toBe('ok');
    expect(slack.messages('C1')).toHaveLength(1);
    expect(await codeOf('chat.update', { channel: 'C1', ts: first, text: 'd' })).toBe('message_not_found');
  });

  it('keep their blocks when updated without text, and lose them with it', async () => {
    const ts = await post({ channel: 'C1', text: 'a', blocks: quoteBlocks('a') });
    await call('chat.update', { channel: 'C1', ts, metadata: { event_type: 'x', event_payload: {} } });
    expect(slack.message(ts)?.message).toHaveProperty('blocks');
    await call('chat.update', { channel: 'C1', ts, text: 'b' });
    expect(slack.message(ts)?.message).not.toHaveProperty('blocks');
    expect(slack.message(ts)?.message).toHaveProperty('metadata');
  });

  it('of others cannot be changed, and can be linked to', async () => {
    slack.note({
      team_id: 'T1',
      event: { type: 'message', channel: 'C1', ts: '17.1', user: 'U1', text: 'a' },
    });
    expect(await codeOf('chat.update', { channel: 'C1', ts: '17.1', text: 'b' })).toBe('cant_update_message');
    expect(await codeOf('chat.delete', { channel: 'C1', ts: '17.1' })).toBe('cant_delete_message');
    const { permalink } = await bodyOf('chat.getPermalink', { channel: 'C1', message_ts: '17.1' });
    expect(permalink).toBe('https://newsroom.slack.com/archives/C1/p171');
    expect(await codeOf('chat.getPermalink', { channel: 'C1', message_ts: '17.2' })).toBe(
      'message_not_found',
    );
  });

  it('to one person are apart, and cannot be updated', async () => {
    const { message_ts } = await bodyOf('chat.postEphemeral', { channel: 'C1', user: 'U1', text: 'a' });
    expect(slack.messages('C1')).toEqual([]);
    expect(slack.ephemerals('C1', 'U1').map(({ ts }) => ts)).toEqual([message_ts]);
    expect(slack.ephemerals('C1', 'U2')).toEqual([]);
    expect(await codeOf('chat.update', { channel: 'C1', ts: message_ts, text: 'b' })).toBe(
      'message_not_found',
    );
  });

  it('are refused with the reason in words, and then not kept', async () => {
    expect(
      await codeOf('chat.postMessage', { channel: 'C1', text: 'a', blocks: [{ type: 'divider', id: 1 }] }),
    ).toBe('invalid_blocks');
    expect(slack.calls.at(-1)).toMatchObject({
      refusal: 'invalid_blocks',
      why: '$.blocks[0].id is not known',
      ts: null,
    });
    expect(await codeOf('chat.postMessage', { channel: 'C1', text: 'a', threat_ts: '1' })).toBe(
      'unknown_argument',
    );
    expect(await codeOf('chat.postMessage', { text: 'a' })).toBe('invalid_arguments');
    slack.plan('chat.postMessage', { status: 503, body: 'no' });
    await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', body: '{}' });
    expect(slack.messages('C1')).toEqual([]);
  });

  it('are not taken where the bot is not, nor where nobody writes', async () => {
    slack.channels
      .set('C1', { is_member: false })
      .set('C2', { is_archived: true })
      .set('C3', { context_team_id: 'T2' });
    slack.channels.set('C4', { members: ['U2'] });
    expect(await codeOf('chat.postMessage', { channel: 'C1', text: 'a' })).toBe('not_in_channel');
    expect(await codeOf('chat.postMessage', { channel: 'C2', text: 'a' })).toBe('is_archived');
    expect(await codeOf('chat.postMessage', { channel: 'C3', text: 'a' })).toBe('channel_not_found');
    expect(await codeOf('chat.postEphemeral', { channel: 'C4', user: 'U1', text: 'a' })).toBe(
      'user_not_in_channel',
    );
  });

  it('come one a second in a channel, where that is on', async () => {
    slack.paced = true;
    expect((await call('chat.postMessage', { channel: 'C1', text: 'a' })).status).toBe(200);
    const { status, headers } = await call('chat.postMessage', { channel: 'C1', text: 'b' });
    expect([status, headers.get('retry-after')]).toEqual([429, '1']);
    expect((await call('chat.postMessage', { channel: 'C2', text: 'b' })).status).toBe(200);
    expect(slack.messages('C1')).toHaveLength(1);
  });
});

describe('an address for answers', () => {
  const answer = async (url: string, body: Json) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return [response.status, await response.text()];
  };

  it('replaces and deletes the message that it came from', async () => {
    const ts = await post({ channel: 'C1', text: 'a' });
    const url = slack.responseUrl('r1', { channel: 'C1', user: 'U1', ts });
    await answer(url, { replace_original: true, text: 'b' });
    expect(slack.message(ts)?.message.text).toBe('b');
    await answer(url, { text: 'c', thread_ts: ts });
    expect(slack.ephemerals('C1', 'U1')).toMatchObject([{ thread: ts, message: { text: 'c' } }]);
    await answer(url, { text: 'd', response_type: 'in_channel' });
    await answer(url, { delete_original: true });
    expect(slack.messages('C1')).toMatchObject([{ message: { text: 'd' } }]);
    expect(await answer(url, { delete_original: true })).toEqual([
      404,
      '{"ok":false,"error":"message_not_found"}',
    ]);
  });

  it('is good five times and for half an hour', async () => {
    const [often, late] = [
      slack.responseUrl('r1', { channel: 'C1' }),
      slack.responseUrl('r2', { channel: 'C1' }),
    ];
    for (let use = 1; use <= 5; use += 1) expect(await answer(often, { text: 'a' })).toEqual([200, 'ok']);
    expect(await answer(often, { text: 'a' })).toEqual([404, '{"ok":false,"error":"used_url"}']);
    slack.pass(30 * 60_000);
    expect(await answer(late, { text: 'a' })).toEqual([404, '{"ok":false,"error":"expired_url"}']);
  });

  it('refuses what it does not know', async () => {
    const url = slack.responseUrl('r1');
    expect(await answer(url, { text: 'a', colour: 'red' })).toEqual([
      404,
      '{"ok":false,"error":"unknown_argument"}',
    ]);
    expect(await answer(url, { text: 'a', response_type: 'all' })).toEqual([
      404,
      '{"ok":false,"error":"invalid_arguments"}',
    ]);
  });
});
