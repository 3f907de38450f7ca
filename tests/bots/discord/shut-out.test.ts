import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../support/discord-server/payload.ts';
import { say } from '../../support/discord-server/say.ts';
import { BOT } from '../../support/discord-server/server.ts';
import { openServerRoom, type ServerRoom, shown } from './server-room.ts';

const QUESTION = 'What does a ticket cost?';
const NO = refusal(403, 50013, 'Missing Permissions');
const WRITE = /^POST \/channels\/600\/messages$/;

let room: ServerRoom;
beforeEach(async () => {
  room = await openServerRoom();
});
afterEach(() => room.started.stop());

const forbidden = () => room.discord.calls.filter(({ status }) => status === 403);

describe('a channel that does not let us write', () => {
  it('is asked in without end, and costs hardly any call that Discord counts against all servers', async () => {
    room.discord.plan(WRITE, ...Array.from({ length: 500 }, () => NO));
    for (let nth = 0; nth < 12; nth += 1) {
      const user = String(310 + (nth % 6));
      say(room.discord, { text: `<@${BOT.id}> ${QUESTION} ${nth}`, user, name: `person ${user}` });
    }
    await room.started.settled();
    // Each of them is told alone.
    const told = () =>
      new Set(
        room.discord.calls.filter(({ path }) => path.startsWith('/channels/9')).map(({ path }) => path),
      );
    await expect.poll(() => told().size).toBe(6);
    expect(forbidden().length).toBeLessThanOrEqual(2);
  });

  it('is written in by a message where it refuses no more than a reply', async () => {
    room.discord.plan(WRITE, NO);
    const { id } = say(room.discord, { text: `<@${BOT.id}> ${QUESTION}` });
    await room.discord.until(() => room.discord.messages('600').length > 0);
    const [answer] = room.discord.messages('600').filter((kept) => kept.id !== id);
    expect(answer && shown(answer).quotes).toEqual([
      'A ticket will cost $3.50, and children under 12 travel free.',
    ]);
  });

  it('keeps nobody from an answer elsewhere', async () => {
    room.discord.plan(WRITE, ...Array.from({ length: 500 }, () => NO));
    for (let nth = 0; nth < 3; nth += 1) say(room.discord, { text: `<@${BOT.id}> ${QUESTION} ${nth}` });
    await room.started.settled();
    expect(shown(await room.mention(QUESTION, { channel: '700' })).quotes).toHaveLength(1);
  });
});
