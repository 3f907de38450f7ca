import { afterEach, beforeEach, expect, it } from 'vitest';
import { say } from '../../support/discord-server/say.ts';
import { BOT } from '../../support/discord-server/server.ts';
import { openServerRoom, type ServerRoom, shown } from './server-room.ts';

const QUESTION = 'What does a ticket cost?';
const ANSWER = 'A ticket will cost $3.50, and children under 12 travel free.';
const BOB = { user: '301', name: 'bob' };

let room: ServerRoom;
beforeEach(async () => {
  room = await openServerRoom();
});
afterEach(async () => {
  expect(room.faults()).toEqual([]);
  await room.started.stop();
});

it('of what a server talks, and what one person asks without end, others are answered, and it is told once', async () => {
  for (let count = 0; count < 1_000; count += 1) {
    const data = {
      id: String(1_000_000 + count),
      channel_id: '600',
      guild_id: '500',
      type: 0,
      author: { id: '1' },
    };
    room.discord.gateway.dispatch('MESSAGE_CREATE', { ...data, content: 'nothing for a bot', mentions: [] });
  }
  for (let count = 0; count < 100; count += 1) {
    say(room.discord, { text: `<@${BOT.id}> ${QUESTION} ${count}` });
  }
  expect(shown(await room.ask(QUESTION, {}, BOB)).quotes).toEqual([ANSWER]);
  await room.started.settled();
  const others = room.discord.messages('600').filter(({ reference }) => reference !== null);
  expect(others.length).toBeLessThanOrEqual(16);
  expect(others.filter((kept) => /lot of questions/.test(shown(kept).text))).toHaveLength(1);
});

it('a question of a million characters is told to be too long, in one message that Discord takes', async () => {
  for (const text of ['x'.repeat(1_000_000), '@everyone '.repeat(100_000), '\u202e[a](b) '.repeat(100_000)]) {
    expect(shown(await room.mention(text)).text).toMatch(/too long for a question/);
  }
});
