import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../support/slack-server/json.ts';
import { mentionEvent, messageChanged, messageEvent } from '../../support/slack-server/message-events.ts';
import type { Kept } from '../../support/slack-server/messages.ts';
import { globalShortcut, messageShortcut } from '../../support/slack-server/payloads.ts';
import { press, submit } from '../../support/slack-server/press.ts';
import { seen } from '../../support/slack-server/shown.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const QUESTION = 'What does a ticket cost?';
const ANSWER = 'A ticket will cost $3.50, and children under 12 travel free.';
const OTHER = 'How many council members voted for the ferry?';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.started.stop());

const text = ({ message }: Kept) => seen(message).text;
const posts = (channel: string) =>
  room.slack.calls.filter(
    ({ method, args, refusal }) =>
      method === 'chat.postMessage' && args.channel === channel && refusal === null,
  );
const edited = (ts: string, from: string, to: string, at?: string): Json => {
  const payload = messageChanged(room.slack, { channel: 'C1', ts, text: `<@UBOT> ${from}` }, `<@UBOT> ${to}`);
  if (at === undefined) return payload;
  const event = payload.event as { message: Json };
  return { ...payload, event: { ...event, message: { ...event.message, edited: { user: 'U1', ts: at } } } };
};

describe('a question that is edited', () => {
  it('has the answer to what it reads in the end, also where it reads as before', async () => {
    const ts = room.slack.ts();
    const answer = await room.mention('C1', QUESTION, { ts });
    await room.happen(edited(ts, QUESTION, OTHER, '1.1'));
    await room.slack.until(() => /11 votes/.test(text(room.now(answer))));
    await room.happen(edited(ts, OTHER, QUESTION, '1.2'));
    await room.slack.until(() => text(room.now(answer)).includes(ANSWER));
    await room.happen(edited(ts, QUESTION, OTHER, '1.3'));
    await room.slack.until(() => /11 votes/.test(text(room.now(answer))));
  });

  it('has the answer to the last of two quick edits, however slowly Slack takes the first', async () => {
    const ts = room.slack.ts();
    const answer = await room.mention('C1', QUESTION, { ts });
    room.slack.plan('chat.update', { status: 429, headers: { 'retry-after': '1' }, body: '' });
    await room.happen(edited(ts, QUESTION, 'When does the ferry begin?', '1.1'));
    await room.happen(edited(ts, 'When does the ferry begin?', OTHER, '1.2'));
    await room.slack.until(() => /11 votes/.test(text(room.now(answer))));
    await room.settled();
    expect(text(room.now(answer))).toMatch(/11 votes/);
  });

  it('is answered when its first answer could not be posted', async () => {
    const ts = room.slack.ts();
    room.slack.plan('chat.postMessage', { body: { ok: false, error: 'is_archived' } });
    const writing = room.mention('C1', QUESTION, { ts });
    await room.slack.until(() => room.slack.ephemerals('C1', 'U1').length === 1);
    await room.happen(edited(ts, QUESTION, OTHER, '1.1'));
    expect(text(await writing)).toMatch(/11 votes/);
  });
});

describe('a question that is deleted', () => {
  it('takes its answer with it, also where Slack leaves a tombstone because it was answered', async () => {
    const ts = room.slack.ts();
    const answer = await room.mention('C1', QUESTION, { ts });
    const payload = messageChanged(
      room.slack,
      { channel: 'C1', ts, text: `<@UBOT> ${QUESTION}` },
      'gone',
      false,
    );
    const event = payload.event as { message: Json };
    const message = { ...event.message, subtype: 'tombstone', user: 'USLACKBOT', hidden: true };
    await room.happen({ ...payload, event: { ...event, message } });
    await room.slack.until(() => room.slack.message(answer.ts) === undefined);
  });
});

describe('while the connection ends', () => {
  /** What is pressed arrives, and Slack ends the connection before it can be told so. */
  async function atTheEnd(payload: Json): Promise<void> {
    const { slack } = room;
    await slack.send({ envelope_id: 'late', type: 'interactive', payload, accepts_response_payload: true });
    slack.drop();
  }

  it('a message shortcut is answered all the same', async () => {
    await atTheEnd(
      messageShortcut(room.slack, 'find', { channel: 'C1', ts: room.slack.ts(), text: QUESTION }),
    );
    expect(text(await room.whisper('C1'))).toContain(ANSWER);
  });

  it('a button does what it says all the same', async () => {
    const answer = await room.mention('C1', QUESTION);
    await atTheEnd(press(room.slack, answer, 'More context'));
    await room.slack.until(() => /Mayor Tomas Hale/.test(text(room.now(answer))));
  });
});

describe('what is delivered or pressed twice', () => {
  it('is one message in the channel, however often it is shared', async () => {
    const answer = await room.ask('C1', QUESTION);
    await Promise.all([room.press(answer, 'Share in channel'), room.press(answer, 'Share in channel')]);
    await room.slack.until(() => posts('C1').length === 1);
    await room.settled();
    expect(posts('C1')).toHaveLength(1);
    expect(room.slack.ephemerals('C1', 'U1')).toEqual([]);
  });

  it('is shared although Slack does not take away what only one person sees', async () => {
    const answer = await room.ask('C1', QUESTION);
    room.slack.plan('response_url', { status: 404, body: { ok: false, error: 'used_url' } });
    await room.press(answer, 'Share in channel');
    await room.slack.until(() => posts('C1').length === 1);
    await room.settled();
    expect(room.slack.ephemerals('C1', 'U1').map(text)).toEqual([text(answer)]);
  });

  it('is one answer in a modal', async () => {
    await room.interact(globalShortcut(room.slack, 'ask'));
    await room.slack.until(() => room.slack.views.modal('U1') !== undefined);
    const modal = room.slack.views.modal('U1');
    if (modal === undefined) throw new Error('no modal');
    const payload = submit(room.slack, modal, { 'Your question': QUESTION });
    const [first, second] = [
      await room.slack.deliver('interactive', payload),
      await room.slack.deliver('interactive', payload),
    ];
    expect(room.slack.acknowledgement(first)).toEqual(room.slack.acknowledgement(second));
    expect(seen(room.slack.views.modal('U1') ?? {}).quotes).toEqual([ANSWER]);
  });

  it('is one question for the desk', async () => {
    const unanswered = await room.mention('C1', 'Who is the president of the union?');
    await Promise.all([room.press(unanswered, 'Tell the desk'), room.press(unanswered, 'Tell the desk')]);
    await room.settled();
    expect(await room.ledger.journal.list('for-the-desk', 5)).toHaveLength(1);
  });
});

describe('what somebody asked in private', () => {
  it('is not carried by the buttons of an answer that they share', async () => {
    await room.ask('C1', OTHER);
    const answer = await room.ask('C1', QUESTION);
    expect(JSON.stringify(answer.message)).toContain('council members');
    await room.press(answer, 'Share in channel');
    await room.slack.until(() => posts('C1').length === 1);
    expect(JSON.stringify(posts('C1'))).not.toContain('council members');
    expect(seen(posts('C1')[0]?.args ?? {}).quotes).toEqual([ANSWER]);
  });
});

describe('an answer that Slack has posted, and whose answer to us was lost', () => {
  it('is not posted again where Slack tells of it', async () => {
    const { slack } = room;
    const ts = slack.ts();
    slack.plan('chat.postMessage', { status: 502, body: '<html>no</html>' });
    await room.happen(mentionEvent(slack, { channel: 'C1', text: QUESTION, ts }));
    const tried = () => slack.calls.filter(({ method }) => method === 'chat.postMessage');
    await slack.until(() => tried().length === 1);
    const text = String(tried()[0]?.args.text);
    const own = { channel: 'C1', text, ts: '1700009999.000100', thread: ts, user: 'UBOT' };
    await room.happen(messageEvent(slack, own));
    await room.settled();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(tried().filter(({ args }) => args.channel === 'C1')).toHaveLength(1);
    // It is known where it stands, too.
    await room.happen(edited(ts, QUESTION, OTHER, '1.1'));
    await slack.until(() => slack.calls.some(({ method }) => method === 'chat.update'));
    expect(slack.calls.find(({ method }) => method === 'chat.update')?.args.ts).toBe(own.ts);
  });

  it('is posted where Slack tells of none', async () => {
    room.slack.plan('chat.postMessage', { status: 502, body: '<html>no</html>' });
    expect(text(await room.mention('C1', QUESTION))).toContain(ANSWER);
  });
});

describe('a question that is edited while others wait before it', () => {
  it('has the answer to what it reads in the end', async () => {
    const first = room.mention('C1', QUESTION);
    const ts = room.slack.ts();
    const second = room.mention('C1', QUESTION, { ts });
    await room.happen(edited(ts, QUESTION, OTHER, '1.1'));
    await first;
    const answer = await second;
    await room.slack.until(() => /11 votes/.test(text(room.now(answer))));
  });
});

describe('a channel with many questions at once', () => {
  it('has its answers when Slack takes one a second, and those that wait when the bot stops', async () => {
    const { slack, started } = room;
    const asked = Array.from({ length: 6 }, () => room.mention('C1', QUESTION));
    await slack.until(() => posts('C1').length === 1);
    await started.bot.stop();
    await Promise.all(asked);
    expect(posts('C1')).toHaveLength(6);
  });

  it('waits as long as Slack says before the next, too', async () => {
    room.slack.plan('chat.postMessage', { status: 429, headers: { 'retry-after': '2' }, body: '' });
    await Promise.all([room.mention('C1', QUESTION), room.mention('C1', OTHER)]);
    const calls = room.slack.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(calls.filter(({ refusal }) => refusal !== null)).toHaveLength(1);
  });
});
