import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { homeOpened, linkShared } from '../../support/slack-server/app-events.ts';
import { mentionEvent } from '../../support/slack-server/message-events.ts';
import { globalShortcut } from '../../support/slack-server/payloads.ts';
import { press } from '../../support/slack-server/press.ts';
import { seen } from '../../support/slack-server/shown.ts';
import { closedLibrary, QUESTION } from './closed-library.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const SECRET = /Quimby|Dorben/i;

describe('a story for the members of a workspace', () => {
  let folder: string;
  let room: Newsroom;
  beforeEach(async () => {
    folder = await closedLibrary();
    room = await openNewsroom(folder);
  });
  afterEach(async () => {
    await room.started.stop();
    await rm(folder, { recursive: true });
  });

  const everything = () => JSON.stringify(room.slack.calls.map(({ args }) => seenOf(args)));
  const seenOf = (args: object) =>
    ('view' in args ? seen(args.view as object as never) : seen(args as never)).text;

  it('is told to them, in channels of their own', async () => {
    room.slack.channels.set('C1', {});
    expect(seen((await room.mention('C1', QUESTION)).message).text).toMatch(/Ada Quimby/);
    expect(seen((await room.ask('C1', QUESTION)).message).text).toMatch(/Ada Quimby/);
  });

  it('is not told to guests of the workspace, by any way to ask', async () => {
    room.slack.users.set('U1', { is_ultra_restricted: true });
    await room.mention('C1', QUESTION);
    await room.ask('C1', QUESTION);
    await room.happen(homeOpened(room.slack, 'home'));
    await room.slack.until(() => room.slack.views.home('U1') !== undefined);
    await room.happen(homeOpened(room.slack, 'messages'));
    await room.interact(globalShortcut(room.slack, 'ask'));
    await room.slack.until(() => room.slack.views.modal('U1') !== undefined);
    expect(everything()).not.toMatch(SECRET);
  });

  it('is not told while Slack does not say who somebody is', async () => {
    const down = { status: 503, body: '' };
    room.slack.plan('users.info', ...Array.from({ length: 20 }, () => down));
    expect(seen((await room.ask('C1', QUESTION)).message).text).not.toMatch(SECRET);
  });

  it('is told where the app may not ask who people are', async () => {
    room.slack.plan('users.info', { body: { ok: false, error: 'missing_scope' } });
    expect(seen((await room.ask('C1', QUESTION)).message).text).toMatch(/Ada Quimby/);
  });

  it('is not told to a stranger who mentions the bot in a shared channel, nor to anybody there', async () => {
    const ts = room.slack.ts();
    await room.happen(mentionEvent(room.slack, { channel: 'C1', text: QUESTION, ts, strangerOf: 'T9' }));
    await room.slack.until(() => room.slack.messages('C1', ts).length === 1);
    const other = room.slack.ts();
    await room.happen(
      mentionEvent(room.slack, { channel: 'C2', text: QUESTION, ts: other }, { shared: true }),
    );
    await room.slack.until(() => room.slack.messages('C2', other).length === 1);
    expect(everything()).not.toMatch(SECRET);
  });

  it('is not told to a stranger who presses a button under it', async () => {
    room.slack.channels.set('C1', {});
    const answer = await room.mention('C1', QUESTION);
    const before = room.slack.calls.length;
    await room.interact({
      ...press(room.slack, answer, 'Not what I asked', { user: 'U9' }),
      user: { id: 'U9', username: 'guest', team_id: 'T9' },
    });
    await room.slack.until(() =>
      room.slack.calls.slice(before).some(({ method }) => method === 'response_url'),
    );
    expect(JSON.stringify(room.slack.calls.slice(before))).not.toMatch(/Quimby/);
  });

  it('is not shared into a channel that others read', async () => {
    const answer = await room.ask('C1', QUESTION);
    room.slack.channels.set('C1', { is_ext_shared: true });
    await room.press(answer, 'Share in channel');
    expect(seen((await room.whisper('C1', 2)).message).text).toMatch(/not open to everybody in that channel/);
    expect(room.slack.messages('C1')).toEqual([]);
  });

  it('is not shared into a channel of which Slack does not say who reads it', async () => {
    const answer = await room.ask('C1', QUESTION);
    const refusal = { body: { ok: false, error: 'channel_not_found' } };
    room.slack.plan('conversations.info', refusal, refusal);
    await room.press(answer, 'Share in channel');
    expect(seen((await room.whisper('C1', 2)).message).text).toMatch(/cannot tell who reads along/);
    expect(room.slack.messages('C1')).toEqual([]);
  });

  it('has no preview in a shared channel', async () => {
    await room.ledger.settings.change('slack/channel/C1', { unfurl: true });
    const link = linkShared(
      room.slack,
      ['https://post.example/sluice'],
      'conversations_history',
      { channel: 'C1' },
      { shared: true },
    );
    await room.happen(link);
    await room.settled();
    expect(room.slack.calls.some(({ method }) => method === 'chat.unfurl')).toBe(false);
  });

  it('asks Slack about nobody in a library that is open to everyone', async () => {
    const open = await openNewsroom();
    await open.mention('C1', 'What does a ticket cost?');
    await open.ask('C1', 'What does a ticket cost?');
    expect(open.slack.calls.map(({ method }) => method).filter((name) => /info$/.test(name))).toEqual([]);
    await open.started.stop();
  });
});
