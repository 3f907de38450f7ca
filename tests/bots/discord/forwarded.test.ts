import { afterEach, beforeEach, expect, it } from 'vitest';
import { say } from '../../support/discord-server/say.ts';
import { openServerRoom, type ServerRoom, shown } from './server-room.ts';

const QUESTION = 'What does a ticket cost?';
const ANSWER = 'A ticket will cost $3.50, and children under 12 travel free.';

let room: ServerRoom;
beforeEach(async () => {
  room = await openServerRoom();
});
afterEach(async () => {
  expect(room.faults()).toEqual([]);
  await room.started.stop();
});

/** A message that passes another on, which Discord delivers as a snapshot. */
const passing = (snapshots: unknown, text = '') =>
  ({ ...say(room.discord, { text, user: '301', name: 'bob' }), message_snapshots: snapshots }) as never;
const snapshot = { message: { type: 0, content: QUESTION, embeds: [], attachments: [], flags: 0 } };

it('a message that only passes another on is looked for as that', async () => {
  expect(shown(await room.find(passing([snapshot]))).quotes).toEqual([ANSWER]);
});

it('what somebody writes themselves is what they say', async () => {
  const { quotes } = shown(
    await room.find(passing([snapshot], 'How many council members voted for the ferry?')),
  );
  expect(quotes).not.toContain(ANSWER);
});

it('snapshots of another shape are none', async () => {
  for (const odd of [null, 7, [], [7], [{}], [{ message: { content: 7 } }]]) {
    expect(shown(await room.find(passing(odd))).text).toMatch(/Ask me a question/);
    expect(shown(await room.find(passing(odd, QUESTION))).quotes).toEqual([ANSWER]);
  }
});
