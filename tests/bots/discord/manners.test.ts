import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { typedCommand } from '../../support/discord-server/interactions.ts';
import type { Kept } from '../../support/discord-server/messages.ts';
import { say, unsay } from '../../support/discord-server/say.ts';
import { BOT } from '../../support/discord-server/server.ts';
import { openServerRoom, type ServerRoom, shown } from './server-room.ts';

const QUESTION = 'What does a ticket cost?';
const VOTE = 'How many council members voted for the ferry?';
const ANSWER = 'A ticket will cost $3.50, and children under 12 travel free.';
const BOB = { user: '301', name: 'bob' };
const AGAIN = /answered here a moment ago: https:\/\/discord\.com\/channels\/500\/600\/(\d+)/;

let room: ServerRoom;
beforeEach(async () => {
  room = await openServerRoom();
});
afterEach(async () => {
  expect(room.faults()).toEqual([]);
  await room.started.stop();
});

const linked = (kept: Kept) => AGAIN.exec(shown(kept).text)?.[1];

describe('the same question again in a channel', () => {
  it('is answered with a link to the answer, to the one who asks', async () => {
    const first = await room.ask(QUESTION);
    await room.started.settled();
    const again = await room.ask('  what does a TICKET cost', {}, BOB);
    expect(again.to).toBe('301');
    expect(linked(again)).toBe(first.id);
    expect(linked(await room.mention(QUESTION))).toBe(first.id);
  });

  it.each([
    ['in another channel', () => room.ask(QUESTION, {}, { channel: '601' })],
    ['in private', () => room.ask(QUESTION, { private: true })],
    ['for one story', () => room.ask(QUESTION, { story: 'ferry-vote' })],
    ['otherwise', () => room.ask('What does a ticket cost for children?')],
  ])('is answered where it is asked %s', async (_, ask) => {
    await room.ask(QUESTION);
    await room.started.settled();
    expect(shown(await ask()).quotes).toContain(ANSWER);
  });

  it('is answered where the first was answered in private, or for one story', async () => {
    await room.ask(QUESTION, { private: true });
    await room.ask(QUESTION, { story: 'ferry-vote' });
    expect(shown(await room.ask(QUESTION, {}, BOB)).quotes).toEqual([ANSWER]);
  });

  it('is answered where it leans on what was said before', async () => {
    await room.mention(VOTE);
    await room.mention('and when does it begin?');
    expect(linked(await room.mention('and when does it begin?'))).toBeUndefined();
  });

  it('is answered anew when the answer was deleted', async () => {
    const first = await room.ask(QUESTION);
    await room.started.settled();
    unsay(room.discord, { id: first.id, channel_id: '600', guild_id: '500' });
    expect(shown(await room.ask(QUESTION, {}, BOB)).quotes).toEqual([ANSWER]);
  });

  it('is not told of its own answer, when Discord delivers it twice', async () => {
    const question = say(room.discord, { text: `<@${BOT.id}> ${QUESTION}` });
    await room.discord.until(() => room.discord.messages('600').length > 0);
    room.discord.gateway.dispatch('MESSAGE_CREATE', question);
    await room.started.settled();
    expect(room.discord.messages('600')).toHaveLength(1);
  });
});

describe('many questions', () => {
  it('of one person are answered with when to ask again, to them alone', async () => {
    for (let count = 0; count < 15; count += 1) await room.ask(`${QUESTION} ${count}`);
    const told = await room.ask(QUESTION);
    expect(told.to).toBe('300');
    expect(shown(told).text).toMatch(/lot of questions/);
    const [when = 0] = shown(told).timestamps.map((stamp) =>
      Number(/\d{9,}/.exec(JSON.stringify(stamp))?.[0]),
    );
    expect(when).toBeGreaterThan(Date.now() / 1000);
    expect(when).toBeLessThanOrEqual(Date.now() / 1000 + 61);
    expect(shown(await room.ask(QUESTION, {}, BOB)).quotes).toEqual([ANSWER]);
  });

  it('by mention are told so once, however many more come', async () => {
    for (let count = 0; count < 15; count += 1) await room.mention(`${QUESTION} ${count}`);
    for (let count = 0; count < 5; count += 1)
      say(room.discord, { text: `<@${BOT.id}> ${QUESTION} again ${count}` });
    await room.ask(VOTE, {}, BOB);
    const told = room.discord.messages('600').filter((kept) => /lot of questions/.test(shown(kept).text));
    expect(told).toHaveLength(1);
  });

  it('of many people in one channel leave other channels alone, and are told so once', async () => {
    for (let person = 0; person < 60; person += 1) {
      const question = `${QUESTION} ${person}`;
      room.discord.interact(typedCommand(room.discord, 'ask', { question }, { user: String(400 + person) }));
    }
    await room.discord.until(() => room.discord.messages('600').length === 60);
    for (const user of ['500', '501']) say(room.discord, { text: `<@${BOT.id}> ${QUESTION}`, user });
    expect((await room.ask(QUESTION, {}, { user: '502' })).to).toBe('502');
    await room.started.settled();
    const told = room.discord.messages('600').filter((kept) => /lot of questions/.test(shown(kept).text));
    expect(told).toHaveLength(1);
    expect(shown(await room.ask(QUESTION, {}, { user: '503', channel: '601' })).quotes).toEqual([ANSWER]);
  });
});
