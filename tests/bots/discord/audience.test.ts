import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { from } from '../../support/discord-server/person.ts';
import { press } from '../../support/discord-server/press.ts';
import { say } from '../../support/discord-server/say.ts';
import { articleFile, libraryFolder } from '../../support/library-folder.ts';
import { openServerRoom, type ServerRoom, shown } from './server-room.ts';

const QUESTION = 'Who opened the sluice gate?';
const SECRET = /Quimby|Dorben/i;
const LIBRARY = {
  'sluice/story.yaml':
    'title: The sluice of Dorben\nquestions: ["What did Ada Quimby of Dorben do?"]\naudience:\n  discord:\n    guilds: ["500"]\n    channels: ["952"]\n',
  'sluice/post.md': articleFile('Engineer Ada Quimby opened the sluice gate on Monday. Dorben was dry.'),
  'harbour/story.yaml': 'title: The harbour\nquestions: ["How many berths does the harbour have?"]\n',
  'harbour/post.md': articleFile('The harbour has 340 berths.'),
};
/** Where the story is not open. */
const OUTSIDE = [
  ['a direct message', { channel: '950' }],
  ['a conversation between people', { channel: '960', amongOthers: true }],
  ['another server', { guild: '777', channel: '778' }],
] as const;

let room: ServerRoom;
beforeEach(async () => {
  room = await openServerRoom((await libraryFolder(LIBRARY)).path);
});
afterEach(async () => {
  expect(room.faults()).toEqual([]);
  await room.started.stop();
});

const everything = (from = 0) => JSON.stringify(room.discord.calls.slice(from).map(({ body }) => body));
const named = (choices: readonly { readonly name: string }[]) => choices.map(({ name }) => name);

describe('a story for one server', () => {
  it.each(['600', '700'])('is told in the channels and threads of it: %s', async (channel) => {
    expect(shown(await room.ask(QUESTION, {}, { channel })).text).toMatch(/Ada Quimby/);
    expect(shown(await room.mention('Who opened the sluice gate on Monday?', { channel })).text).toMatch(
      /Ada Quimby/,
    );
    expect(named(await room.offered('ask', { question: 'ada' }, 'question', { channel }))).toHaveLength(1);
    expect(
      named(await room.offered('ask', { question: 'x', story: 'dorben' }, 'story', { channel })),
    ).toEqual(['The sluice of Dorben']);
  });

  it('is told in a channel that is listed beside it', async () => {
    expect(shown(await room.ask(QUESTION, {}, { channel: '952' })).text).toMatch(/Ada Quimby/);
  });

  it.each(OUTSIDE)('is not told in %s, by any way to ask', async (_, person) => {
    await room.ask(QUESTION, {}, person);
    await room.ask(QUESTION, { private: true, story: 'sluice' }, person);
    await room.ask(' ', {}, person);
    await room.find(say(room.discord, { text: QUESTION, channel: '950' }), person);
    for (const typed of ['', 'sluice', 'ada quimby', 'd']) {
      await room.offered('ask', { question: typed }, 'question', person);
      await room.offered('ask', { question: 'x', story: typed }, 'story', person);
      await room.offered('ask', { question: typed, story: 'sluice' }, 'question', person);
    }
    if ('amongOthers' in person || 'guild' in person) return;
    await room.say(QUESTION, person);
    expect(everything()).not.toMatch(SECRET);
  });

  it.each(OUTSIDE)('is not told by a button that is pressed in %s', async (_, person) => {
    const answer = await room.ask(QUESTION, { private: true });
    const unanswered = await room.ask('Who is the president of the sluice?', { private: true });
    const before = room.discord.calls.length;
    for (const [kept, label] of [
      [answer, 'Not what I asked'],
      [answer, 'Share'],
      [answer, 'Helpful'],
      [answer, shown(answer).buttons[0]?.label ?? ''],
      [unanswered, shown(unanswered).buttons[0]?.label ?? ''],
    ] as const) {
      const { message, data } = press(room.discord, kept, label);
      await room.interact({ ...from(room.discord, person), type: 3, message, data });
    }
    expect(everything(before)).not.toMatch(SECRET);
  });

  it('is not offered in the settings of another', async () => {
    const manager = { guild: '777', channel: '778', permissions: 1n << 5n };
    expect(named(await room.offered('nutgraf', { story: '' }, 'story', manager))).toEqual([
      'Every story',
      'The harbour',
    ]);
    expect(shown(await room.command('nutgraf', { story: 'sluice' }, manager)).text).toMatch(/no such story/);
    await room.ledger.settings.change('discord/channel/778', { story: 'sluice' });
    expect(shown(await room.command('nutgraf', {}, manager)).text).toMatch(/every story/);
    expect(shown(await room.ask('How many berths does the harbour have?', {}, manager)).text).toMatch(/340/);
    expect(everything()).not.toMatch(SECRET);
  });
});

it('nothing of listed and embargoed stories is told, offered or shown in the closed library', async () => {
  await room.started.stop();
  room = await openServerRoom('tests/fixtures/closed-library');
  for (const text of [QUESTION, 'Who flooded the Quayside at midnight?', 'sluice', ' ']) {
    const answer = await room.ask(text);
    for (const { label } of shown(answer).buttons) await room.press(answer, label);
    await room.offered('ask', { question: text }, 'question');
    await room.offered('ask', { question: text, story: text }, 'story');
  }
  expect(
    everything().replaceAll(QUESTION, '').replaceAll('Who flooded the Quayside at midnight?', ''),
  ).not.toMatch(/Zoltan|flooded|embargoed|listed/i);
});
