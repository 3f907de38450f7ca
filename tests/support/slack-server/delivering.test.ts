import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerOf } from './caller.ts';
import { type Json, jsonOf } from './json.ts';
import { type ListeningApp, startListening } from './listening-app.ts';
import type { Kept } from './messages.ts';
import { unfurlActions } from './payloads.ts';
import { actionOf, choose, press } from './press.ts';
import { actions, button, quoteBlocks } from './samples.ts';

let started: ListeningApp;
beforeAll(async () => {
  started = await startListening();
});
afterAll(() => started.stop());
const said = (text: string): Json => ({ type: 'plain_text', text });
const { bodyOf } = callerOf(() => started.slack);

async function posted(args: Json): Promise<Kept> {
  const how = args.user === undefined ? 'chat.postMessage' : 'chat.postEphemeral';
  const { ts, message_ts } = await bodyOf(how, args);
  const kept = started.slack.message(String(ts ?? message_ts));
  if (kept === undefined) throw new Error('not posted');
  return kept;
}

describe('pressing', () => {
  const blocks = [
    ...quoteBlocks('Hale won'),
    actions(button({ text: said('More'), action_id: 'more', value: 'v' })),
  ];

  it('a button of a public message brings the message along', async () => {
    const kept = await posted({ channel: 'C1', text: 'a', blocks, thread_ts: '17.1' });
    const { kind, body } = await started.delivered('interactive', press(started.slack, kept, 'More'));
    expect(kind).toBe('action');
    expect(body).toMatchObject({
      type: 'block_actions',
      container: {
        type: 'message',
        message_ts: kept.ts,
        channel_id: 'C1',
        is_ephemeral: false,
        thread_ts: '17.1',
      },
      channel: { id: 'C1' },
      message: { ts: kept.ts, thread_ts: '17.1', user: 'UBOT' },
      actions: [{ type: 'button', action_id: 'more', value: 'v', text: { text: 'More' } }],
    });
    const [action] = body.actions as Json[];
    const sent = jsonOf(body.message).blocks as Json[];
    expect(action?.block_id).toBe(sent[1]?.block_id);
  });

  it('one of an ephemeral message does not, and is pressed by the one who sees it', async () => {
    const kept = await posted({ channel: 'C1', user: 'U3', text: 'a', blocks });
    const { body } = await started.delivered('interactive', press(started.slack, kept, 'More'));
    expect(body).not.toHaveProperty('message');
    expect(body).toMatchObject({
      container: { is_ephemeral: true, message_ts: kept.ts },
      user: { id: 'U3' },
    });
    await fetch(String(body.response_url), {
      method: 'POST',
      body: JSON.stringify({ replace_original: true, text: 'b' }),
      headers: { 'content-type': 'application/json' },
    });
    expect(started.slack.message(kept.ts)?.message.text).toBe('b');
  });

  it('or choosing from menus of one block sends them all', async () => {
    const option = { text: said('Ferry'), value: 'ferry' };
    const menu = (action_id: string) => ({ type: 'static_select', action_id, options: [option] });
    const overflow = { type: 'overflow', action_id: 'o', options: [option] };
    const kept = await posted({
      channel: 'C1',
      text: 'a',
      blocks: [actions(menu('a'), menu('b'), overflow)],
    });
    const { body } = await started.delivered('interactive', choose(started.slack, kept, 'b', 'Ferry'));
    expect(Object.values(jsonOf(jsonOf(body.state).values))).toEqual([
      {
        a: { type: 'static_select', selected_option: null },
        b: { type: 'static_select', selected_option: option },
      },
    ]);
    expect(choose(started.slack, kept, 'o', 'Ferry').actions).toMatchObject([
      { type: 'overflow', selected_option: option },
    ]);
    expect(() => choose(started.slack, kept, 'c', 'Ferry')).toThrow('no menu c');
  });

  it('one of a preview names the link', async () => {
    const action = actionOf({ blocks }, 'More');
    const where = { channel: 'C1', ts: '17.1', text: '' };
    const { body } = await started.delivered(
      'interactive',
      unfurlActions(started.slack, where, 'https://courier.example/a', [action]),
    );
    expect(body).toMatchObject({
      container: { type: 'message_attachment', app_unfurl_url: 'https://courier.example/a' },
    });
  });

  it('what is not there fails, and names what is', () => {
    expect(() => actionOf({ blocks }, 'Less')).toThrow('no button Less, but More');
  });
});
