import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { replyTo } from '../../../src/bots/reply.ts';
import { messageEvent } from '../../support/slack-server/message-events.ts';
import type { Kept } from '../../support/slack-server/messages.ts';
import type { Person } from '../../support/slack-server/person.ts';
import { press } from '../../support/slack-server/press.ts';
import { seen } from '../../support/slack-server/shown.ts';
import { closedLibrary, QUESTION, SECRET } from './closed-library.ts';
import { startBot } from './harness.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

/** U1 belongs to the workspace; U2 is a guest in it. */
const GUEST: Person = { user: 'U2' };

let folder: string;
let room: Newsroom;
beforeEach(async () => {
  folder = await closedLibrary();
  room = await openNewsroom(folder);
  room.slack.users.set('U2', { is_ultra_restricted: true });
  room.slack.channels.set('C1', {});
});
afterEach(async () => {
  await room.started.stop();
  await rm(folder, { recursive: true });
});

/** What is to be read in a message as it stands now. */
const shown = (kept: Kept) => JSON.stringify(room.now(kept).message);

async function asked(channel: string, user: string, text = QUESTION): Promise<Kept> {
  const ts = room.slack.ts();
  const direct = channel.startsWith('D');
  const said = direct ? text : `<@UBOT> ${text}`;
  await room.happen(messageEvent(room.slack, { channel, text: said, user, ts }));
  const thread = direct ? undefined : ts;
  await room.slack.until(() => room.slack.messages(channel, thread).length > 0);
  const found = room.slack.messages(channel, thread).at(-1);
  if (found === undefined) throw new Error('no answer');
  return found;
}

/** Presses a button; resolves with what only the one who pressed is told. */
async function told(on: Kept, label: string, person: Person = {}): Promise<string> {
  const { user = 'U1' } = person;
  const before = room.slack.ephemerals(on.channel, user).length;
  await room.interact(press(room.slack, on, label, person));
  return seen((await room.whisper(on.channel, before + 1, user)).message).text;
}

/** Presses a button; resolves once the message is another. */
async function changed(on: Kept, label: string, person: Person = {}): Promise<string> {
  const before = shown(on);
  await room.interact(press(room.slack, on, label, person));
  await room.slack.until(() => shown(on) !== before);
  return shown(on);
}

describe('a guest who presses a button', () => {
  it('learns nothing of a closed story under an answer of their own in a channel', async () => {
    const answer = await asked('C1', 'U2');
    expect(shown(answer)).not.toMatch(SECRET);
    expect(await told(answer, 'Tell the desk', GUEST)).toMatch(/editors have been told/);
    expect(shown(answer)).not.toMatch(SECRET);
    expect(
      (await room.ledger.journal.within({ from: 0, to: Date.now() + 1 })).map(({ kind }) => kind),
    ).toEqual(['question', 'for-the-desk']);
  });

  it('learns nothing of a closed story in a direct message', async () => {
    const answer = await asked('D2', 'U2');
    expect(await changed(answer, 'Tell the desk', GUEST)).toMatch(/editors have been told/);
    expect(shown(answer)).not.toMatch(SECRET);
  });

  it('learns no more of a closed story than a member has had shown, and leaves that as it is', async () => {
    const answer = await asked('C1', 'U1');
    const before = shown(answer);
    expect(before).toMatch(/Ada Quimby/);
    expect(await told(answer, 'More context', GUEST)).toMatch(/Only people who belong/);
    expect(await told(answer, 'Not what I asked', GUEST)).not.toMatch(SECRET);
    expect(shown(answer)).toBe(before);
    expect(await changed(answer, 'More context')).toMatch(/lantern/);
  });

  it('opens what is open to everybody, under whosever answer it stands', async () => {
    const answer = await asked('C1', 'U1', 'How many berths does the harbour have?');
    expect(await changed(answer, 'More context', GUEST)).toMatch(/by the year/);
  });

  it('shares what they saw, and nothing that only others in the channel may see', async () => {
    const answer = await room.ask('C1', 'How many berths does the harbour have?', GUEST);
    await room.press(answer, 'Share in channel', GUEST);
    await room.slack.until(() => room.slack.messages('C1').length === 1);
    expect(JSON.stringify(room.slack.messages('C1'))).not.toMatch(SECRET);
    const kept = () => room.ledger.answers.quoting('harbour', 'post');
    await vi.waitFor(async () => expect((await kept()).map(({ place }) => place)).toEqual(['slack:-/C1']));
  });
});

describe('an answer that is brought up to date', () => {
  it.each(['edit', 'follow'] as const)(
    'tells a channel that was shared with others since nothing anew, and nothing old: %s',
    async (how) => {
      room.slack.channels.set('C7', {});
      const answer = await asked('C7', 'U1');
      await vi.waitFor(async () =>
        expect(await room.ledger.answers.quoting('sluice', 'post')).toHaveLength(1),
      );
      const [posted] = await room.ledger.answers.quoting('sluice', 'post');
      if (posted === undefined) throw new Error('not kept');
      room.slack.channels.set('C7', { is_ext_shared: true });
      // Another process, which has not looked at the channel while it was the newsroom's own.
      const { ask, storiesOpenTo } = room.knowledge;
      const { slack, ledger } = room;
      const other = await startBot(ask, 'socket', { slack, ledger, storiesOpenTo });
      const place = { bot: 'slack', workspace: 'T1', channel: 'C7' } as const;
      const asking = { text: QUESTION, story: null, earlier: [] };
      const reply = replyTo(await ask({ text: QUESTION, scope: { place, story: null }, earlier: [] }));
      expect(JSON.stringify(reply)).toMatch(SECRET);
      expect(await other.bot.editor?.[how](posted, reply, asking)).toBe(true);
      expect(shown(answer)).toMatch(/withdrawn/);
      expect(shown(answer)).not.toMatch(SECRET);
      await other.bot.stop();
    },
  );
});
