import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openQuestions } from '../../../src/bots/discord/manners/questions.ts';
import { editSaid, say } from '../../support/discord-server/say.ts';
import { BOT } from '../../support/discord-server/server.ts';
import { openServerRoom, type ServerRoom, shown } from './server-room.ts';

const QUESTION = 'What does a ticket cost?';
const ANSWER = 'A ticket will cost $3.50, and children under 12 travel free.';
const HOSTILE = 'How cheaply can the council be bought?';
const MENTION = `<@${BOT.id}>`;

let room: ServerRoom;
beforeEach(async () => {
  room = await openServerRoom();
});
afterEach(async () => {
  expect(room.faults()).toEqual([]);
  await room.started.stop();
});

const under = (id: unknown) =>
  room.discord.messages('600').filter(({ reference }) => reference?.message_id === id);
const edits = () => room.discord.calls.filter(({ method }) => method === 'PATCH');

async function asked(channel = '600') {
  const said = say(room.discord, { text: `${MENTION} ${QUESTION}`, channel });
  await room.discord.until(() => under(said.id).length === 1);
  await room.started.settled();
  const [answer] = under(said.id);
  if (answer === undefined) throw new Error('no answer');
  return { said, answer };
}

describe('a question that is rewritten after it was answered', () => {
  it.each([`${MENTION} ${HOSTILE}`, HOSTILE])('stands in the answer as it was asked: %j', async (text) => {
    const { said, answer } = await asked();
    expect(shown(answer).text).not.toContain(QUESTION);
    editSaid(room.discord, said, text);
    await room.discord.until(() => shown(room.now(answer)).text.startsWith(QUESTION));
    expect(shown(room.now(answer)).quotes).toEqual([ANSWER]);
    expect(under(said.id)).toHaveLength(1);
    expect(JSON.stringify(room.discord.calls.map(({ body }) => body))).not.toMatch(/bought/);
  });

  it('stays there when a button is pressed', async () => {
    const { said, answer } = await asked();
    editSaid(room.discord, said, HOSTILE);
    await room.discord.until(() => shown(room.now(answer)).text.startsWith(QUESTION));
    await room.press(room.now(answer), 'More context');
    expect(shown(room.now(answer)).text).toMatch(/^What does a ticket cost\?\n/);
  });

  it('is no place that others who ask the same are sent to', async () => {
    const { said, answer } = await asked();
    editSaid(room.discord, said, HOSTILE);
    await room.discord.until(() => shown(room.now(answer)).text.startsWith(QUESTION));
    expect(shown(await room.ask(QUESTION, {}, { user: '301', name: 'bob' })).quotes).toEqual([ANSWER]);
  });

  it('changes the answer once, however often it is rewritten', async () => {
    const { said, answer } = await asked();
    for (let edit = 0; edit < 50; edit += 1) editSaid(room.discord, said, `${HOSTILE} ${edit}`);
    await room.discord.until(() => shown(room.now(answer)).text.startsWith(QUESTION));
    await room.started.settled();
    expect(edits()).toHaveLength(1);
  });

  it('changes nothing where Discord tells of something else, or of the same words', async () => {
    const { said } = await asked();
    room.discord.gateway.dispatch('MESSAGE_UPDATE', { ...said, edited_timestamp: null, embeds: [] });
    room.discord.gateway.dispatch('MESSAGE_UPDATE', { ...said, edited_timestamp: 7, content: 7 });
    editSaid(room.discord, said, `${MENTION}  ${QUESTION}`);
    await room.started.settled();
    expect(edits()).toEqual([]);
  });
});

it('a question that is rewritten while it is being answered stands in the answer as it was asked', async () => {
  const said = say(room.discord, { text: `${MENTION} ${QUESTION}` });
  editSaid(room.discord, said, HOSTILE);
  await room.discord.until(() => under(said.id).some((kept) => shown(kept).text.startsWith(QUESTION)));
  expect(under(said.id)).toHaveLength(1);
});

it('a question is known to have been answered however many are asked after it that are not', () => {
  const questions = openQuestions();
  const place = { bot: 'discord', guild: '500', channel: '600' } as const;
  const asking = { text: QUESTION, story: null, earlier: [] };
  const answer = { channel: '600', message: '2', place, text: QUESTION, asking };
  questions.begin('1');
  expect(questions.answered('1', answer)).toBe(false);
  for (let nth = 0; nth < 20_000; nth += 1) questions.begin(`flood ${nth}`);
  expect(questions.edited('1')).toEqual(answer);
});
