import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { identified, last } from '../../support/discord-server/gateway-client.ts';
import { threadOf } from '../../support/discord-server/home.ts';
import { autocompletion, typedCommand } from '../../support/discord-server/interactions.ts';
import type { Json } from '../../support/discord-server/json.ts';
import { press } from '../../support/discord-server/press.ts';
import { type Saying, say } from '../../support/discord-server/say.ts';
import { BOT } from '../../support/discord-server/server.ts';
import { seen } from '../../support/discord-server/shown.ts';
import { held, holdable } from '../../support/held.ts';
import { echo } from './harness.ts';
import { DEAD, openProcessRoom, type ProcessRoom } from './process-room.ts';

let room: ProcessRoom;
beforeEach(async () => {
  room = await openProcessRoom();
});
afterEach(() => room.close());

const QUESTION = 'how many boats are there?';
const mention = (text: string, saying: Partial<Saying> = {}) =>
  say(room.discord, { text: `<@${BOT.id}> ${text}`, ...saying });
const use = (text: string) => {
  const command = typedCommand(room.discord, 'ask', { question: text });
  room.discord.interact(command);
  return command;
};
const textsOf = (command: Json) => room.discord.answers(command).map(({ message }) => seen(message).text);
const refused = () => room.discord.calls.filter(({ status }) => status >= 400);
const ops = (op: number) => room.discord.gateway.said.filter((each) => each.op === op).length;
const undone = async () => (await room.ledger.inbox.takeOver('discord', 100)).map(({ names }) => names[0]);

describe('two processes with the same shard', () => {
  it('answer a message and a command once, though both hear of it', async () => {
    const both = [await room.start(), await room.start()];
    const asked = [mention(QUESTION), mention('and how many crews?', { channel: '601' })];
    const used = use(QUESTION);
    await room.discord.until(() => textsOf(used).some((text) => text.includes(QUESTION)));
    await room.discord.until(() => room.answersTo(asked[1]?.id, '601').length > 0);
    await room.discord.until(() => room.answersTo(asked[0]?.id).length > 0);
    await Promise.all(both.map(({ bot }) => bot.stop()));
    expect(room.answersTo(asked[0]?.id)).toHaveLength(1);
    expect(room.answersTo(asked[1]?.id, '601')).toHaveLength(1);
    expect(textsOf(used)).toHaveLength(1);
    expect(refused()).toEqual([]);
    expect(room.accepted.filter(({ names }) => !names[0]?.includes('session'))).toHaveLength(3);
  });

  it('do once what a button is pressed for', async () => {
    await Promise.all([room.start(), room.start()]);
    mention(QUESTION);
    await room.discord.until(() => room.discord.messages('600').length > 0);
    const [answer] = room.discord.messages('600');
    if (answer === undefined) throw new Error('no answer');
    const pressed = press(room.discord, answer, 'Helpful');
    room.discord.interact(pressed);
    await room.discord.until(() => room.discord.answers(pressed).length > 0);
    await expect.poll(async () => (await room.ledger.journal.list('feedback', 9)).length).toBe(1);
    expect(room.discord.answers(pressed)).toHaveLength(1);
    expect(refused()).toEqual([]);
  });

  it('both offer while somebody types, and nothing is said of the second', async () => {
    const both = [await room.start(), await room.start()];
    const typing = autocompletion(room.discord, 'ask', { question: 'wh' }, 'question');
    room.discord.interact(typing);
    const offers = () => room.discord.calls.filter(({ path }) => path.includes(String(typing.token)));
    await room.discord.until(() => offers().length === 2);
    expect(offers().map(({ code }) => code)).toEqual(expect.arrayContaining([null, 40060]));
    await Promise.all(both.map(({ bot }) => bot.stop()));
    expect(both.flatMap(({ lines }) => lines.map(({ message }) => message)).join()).not.toMatch(/offered/);
    expect(room.accepted.filter(({ names }) => !names[0]?.includes('session'))).toEqual([]);
  });

  it('leave each other their sessions', async () => {
    await room.start();
    await room.start();
    mention(QUESTION);
    await room.discord.until(() => room.discord.messages('600').length > 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([ops(2), ops(6)]).toEqual([2, 0]);
  });

  it('answer whoever asks while one of them is stopped', async () => {
    const desk = holdable(echo);
    const one = await room.start(desk.find);
    const { reached, release } = desk.hold();
    const before = mention('who is first?');
    await reached;
    await room.start();
    const stopped = one.bot.stop();
    const meanwhile = mention('who is second?');
    const used = use('who is third?');
    await room.discord.until(() => room.answersTo(meanwhile.id).length > 0);
    await room.discord.until(() => textsOf(used).some((text) => text.includes('You asked')));
    release();
    await stopped;
    expect([before, meanwhile].map(({ id }) => room.answersTo(id).length)).toEqual([1, 1]);
    expect(textsOf(used)).toEqual([expect.stringContaining('You asked: who is third?')]);
    expect(refused()).toEqual([]);
  });
});

describe('a process that dies', () => {
  it.each(['message', 'interaction'] as const)(
    'after it has taken on a %s leaves it to another',
    async (kind) => {
      const desk = holdable(echo);
      await room.start(desk.find, DEAD);
      const { reached, release } = desk.hold();
      const asked = kind === 'message' ? mention(QUESTION) : use(QUESTION);
      await reached;
      await room.start();
      await room.abandon(kind);
      const answers = () => (kind === 'message' ? room.answersTo(asked.id) : room.discord.answers(asked));
      const isThere = () => answers().some(({ message }) => seen(message).text.includes(QUESTION));
      await room.discord.until(isThere);
      expect(answers()).toHaveLength(1);
      // The first lives after all, and does it too: that shows nothing twice.
      release();
      await room.close();
      expect(answers()).toHaveLength(1);
      room = await openProcessRoom();
    },
  );

  it.each([
    ['at once', 0],
    ['long after', 10 * 60_000],
  ])('after it has posted is not answered for again, %s', async (_, later) => {
    await room.start(echo, { ...DEAD, done: async () => undefined });
    const asked = mention(QUESTION);
    const used = use('how many crews?');
    await room.discord.until(() => room.answersTo(asked.id).length > 0);
    await room.discord.until(() => textsOf(used).some((text) => text.includes('You asked')));
    const [answer] = room.answersTo(asked.id);
    room.discord.pass(later);
    const done = held();
    let left = 2;
    await room.start(echo, {
      async done(name) {
        await room.ledger.inbox.done(name);
        if (!name.includes('session') && --left === 0) done.release();
      },
    });
    await room.abandon('message');
    await room.abandon('interaction');
    await done.until;
    expect(room.answersTo(asked.id).map(({ id }) => id)).toEqual([answer?.id]);
    expect(textsOf(used)).toHaveLength(1);
  });

  it('leaves what is forgotten: too old, or of another version', async () => {
    const { inbox } = room.ledger;
    const asked = mention(QUESTION);
    const payloads = [
      { kind: 'message', at: Date.now() - 61 * 60_000, message: asked, guild: '500', parent: null },
      { kind: 'interaction', at: Date.now() - 16 * 60_000, interaction: { id: '7', token: 't', type: 2 } },
      { kind: 'of another time' },
    ];
    for (const [index, payload] of payloads.entries()) {
      await inbox.accept({
        bot: 'discord',
        names: [`discord:left:${index}`],
        payload: JSON.stringify(payload),
      });
      await inbox.release(`discord:left:${index}`);
    }
    const { lines } = await room.start();
    await expect
      .poll(() => lines.filter(({ level }) => level === 'warn').map(({ fields }) => fields.name))
      .toEqual(['discord:left:0', 'discord:left:1', 'discord:left:2']);
    for (const index of payloads.keys()) await inbox.release(`discord:left:${index}`);
    expect(await undone()).toEqual([]);
    expect(room.discord.messages('600')).toEqual([]);
  });
});

describe('what is asked while no process is there', () => {
  it('is answered by the next, where one was stopped', async () => {
    const { bot } = await room.start();
    await bot.stop();
    expect(room.discord.gateway.open()).toBe(0);
    const asked = mention(QUESTION);
    const used = use('how many crews?');
    room.discord.channels.set('701', threadOf('701', '600'));
    const inThread = mention('and how many captains?', { channel: '701' });
    await room.start();
    await room.discord.until(() => room.answersTo(asked.id).length > 0);
    await room.discord.until(() => room.answersTo(inThread.id, '701').length > 0);
    await room.discord.until(() => textsOf(used).some((text) => text.includes('You asked')));
    expect(room.answersTo(asked.id)).toHaveLength(1);
    expect([ops(2), ops(6)]).toEqual([2, 1]);
  });

  it('is answered by the next, where one was killed', async () => {
    const client = await identified(room.discord);
    const id = String(last(client, 'READY')?.session_id);
    const url = String(last(client, 'READY')?.resume_gateway_url);
    const taken = { kind: 'session', id, turn: 0 };
    const names = [`discord:session:${id}:0`];
    await room.ledger.inbox.accept({ bot: 'discord', names, payload: JSON.stringify(taken) });
    await room.ledger.posts.set(`discord:session:${id}`, { channel: url, message: '2' });
    client.socket.terminate();
    await room.discord.until(() => room.discord.gateway.open() === 0);
    const asked = mention(QUESTION);
    await room.start();
    await room.ledger.inbox.release(names[0] ?? '');
    await room.discord.until(() => room.answersTo(asked.id).length > 0);
    await expect.poll(() => room.ledger.posts.get(`discord:session:${id}`)).toBeNull();
    expect(room.answersTo(asked.id)).toHaveLength(1);
  });

  it('does not end the session of the process that is there, where the ledger hands it its own', async () => {
    await room.start();
    // As after a restore: somebody who has gone seems to have left the very session that is open.
    const [kept] = await vi.waitFor(() => {
      const own = room.accepted.filter(({ names }) => names[0]?.startsWith('discord:session:'));
      expect(own).toHaveLength(1);
      return own;
    });
    const { id } = JSON.parse(kept?.payload ?? '{}') as { id: string };
    const taken = { kind: 'session', id, turn: 7 };
    const name = `discord:session:${id}:7`;
    await room.ledger.inbox.accept({ bot: 'discord', names: [name], payload: JSON.stringify(taken) });
    await room.ledger.inbox.release(name);
    await new Promise((done) => setTimeout(done, 1_500));
    const asked = mention(QUESTION);
    await room.discord.until(() => room.answersTo(asked.id).length > 0);
    expect([room.answersTo(asked.id).length, ops(6)]).toEqual([1, 0]);
  });

  it('is lost where Discord keeps the session no longer, and the next goes on', async () => {
    const { bot } = await room.start();
    await bot.stop();
    mention('anybody?');
    room.discord.gateway.expire();
    const { lines } = await room.start();
    await expect.poll(() => lines.map(({ message }) => message).join()).toMatch(/does not know a session/);
    const asked = mention(QUESTION);
    await room.discord.until(() => room.answersTo(asked.id).length > 0);
    expect(room.discord.messages('600')).toHaveLength(1);
  });

  it('is heard though the gateway breaks off at first', async () => {
    const { bot } = await room.start();
    await bot.stop();
    const asked = mention(QUESTION);
    await room.start();
    room.discord.gateway.stalled = true;
    await room.discord.until(() => ops(6) === 1);
    room.discord.gateway.stalled = false;
    room.discord.gateway.cut();
    await room.discord.until(() => room.answersTo(asked.id).length > 0);
    expect(room.answersTo(asked.id)).toHaveLength(1);
  });
});

describe('the inbox', () => {
  it('never holds what was not asked of us, nor who wrote it beyond their id', async () => {
    await room.start();
    say(room.discord, { text: 'lovely weather over the bay' });
    say(room.discord, { text: 'ask @everyone' });
    const asked = mention(QUESTION, { name: 'grace' });
    await room.discord.until(() => room.answersTo(asked.id).length > 0);
    const kept = room.accepted.filter(({ names }) => !names[0]?.includes('session'));
    expect(kept.map(({ names }) => names)).toEqual([[`discord:message:${String(asked.id)}`]]);
    expect(kept[0]?.payload).not.toMatch(/grace|username|avatar/);
  });

  it('is empty once everything is answered', async () => {
    const { bot } = await room.start();
    const asked = mention(QUESTION);
    const used = use('how many crews?');
    await room.discord.until(() => room.answersTo(asked.id).length > 0);
    await room.discord.until(() => textsOf(used).some((text) => text.includes('You asked')));
    await bot.stop();
    await room.abandon('message');
    await room.abandon('interaction');
    expect(await undone()).toEqual([expect.stringMatching(/^discord:session:/)]);
  });

  it('holds nothing of a flood but the first that is turned away', async () => {
    await room.start();
    for (let count = 0; count < 40; count += 1) mention(`how many boats are there in bay ${count}?`);
    await room.discord.until(() => room.discord.messages('600').length === 16);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(room.accepted.filter(({ names }) => names[0]?.includes('message'))).toHaveLength(16);
  });
});
