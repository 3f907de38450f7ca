import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../../support/discord-server/permissions.ts';
import { held } from '../../support/held.ts';
import { articleFile, libraryFolder } from '../../support/library-folder.ts';
import { openServerRoom, type ServerRoom, shown } from './server-room.ts';

const QUESTION = 'How many berths does the harbour have?';
const MANAGER = { permissions: PERMISSIONS.manageGuild };
const LIBRARY = {
  'harbour/story.yaml': 'title: The harbour *of* @everyone\n',
  'harbour/post.md': articleFile('The harbour has 340 berths.'),
  'ferry/story.yaml': 'title: The ferry\n',
  'ferry/post.md': articleFile('The ferry has 90 seats, and the harbour of its home has 12 berths.'),
};

let room: ServerRoom;
beforeEach(async () => {
  room = await openServerRoom((await libraryFolder(LIBRARY)).path);
});
afterEach(async () => {
  expect(room.faults()).toEqual([]);
  await room.started.stop();
});

const set = async (options: Parameters<ServerRoom['command']>[1] = {}, person = {}) => {
  const told = await room.command('nutgraf', options, { ...MANAGER, ...person });
  expect(told.to).toBe('300');
  expect(shown(told).surprises).toEqual([]);
  return shown(told).text;
};

describe('/nutgraf', () => {
  it('shows what is set, and changes nothing', async () => {
    expect(await set()).toMatch(
      /In this channel\nQuestions are about every story.*\nI answer here\.\nAnswers are for everybody/,
    );
    expect(await room.ledger.settings.get('discord/channel/600')).toEqual({});
  });

  it('shows at once what was changed, letter for letter', async () => {
    const told = await set({ story: 'harbour', private: true, 'follow-ups': false, 'answer-here': false });
    expect(told).toMatch(/about “The harbour \*of\* @everyone”/);
    expect(told).toMatch(/private only.*\nAnswers are private.*\n.*needs a mention/s);
    expect(await room.ledger.settings.get('discord/channel/600')).toEqual({
      story: 'harbour',
      private: true,
      followUps: false,
      answers: false,
    });
  });

  it('is refused to people who may not manage the server, and outside of servers', async () => {
    for (const [person, sentence] of [
      [{ permissions: 0n }, /may manage this server/],
      [{ channel: '950' }, /in a server only/],
    ] as const) {
      const told = await room.command('nutgraf', { story: 'harbour' }, person);
      expect(told.to).toBe('300');
      expect(shown(told).text).toMatch(sentence);
    }
    expect(await room.ledger.settings.get('discord/channel/600')).toEqual({});
  });

  it('is for administrators, too', async () => {
    expect(await set({ private: true }, { permissions: PERMISSIONS.administrator })).toMatch(
      /Answers are private/,
    );
  });

  it.each(['closed', 'constructor', '<@1> @everyone', 'x'.repeat(3_000)])(
    'knows no story %s',
    async (story) => {
      expect(await set({ story, private: true })).toMatch(/no such story here/);
      expect(await room.ledger.settings.get('discord/channel/600')).toEqual({});
    },
  );

  it('sets a whole server, where a channel has nothing of its own', async () => {
    expect(await set({ story: 'ferry', 'whole-server': true })).toMatch(/In this server/);
    expect(shown(await room.ask(QUESTION)).text).toMatch(/12 berths/);
    await set({ story: 'harbour' });
    expect(shown(await room.ask(QUESTION, {}, { user: '301' })).text).not.toMatch(/12 berths/);
    expect(shown(await room.ask(QUESTION, {}, { channel: '601' })).text).toMatch(/12 berths/);
    expect(await set({ story: 'every story' })).toMatch(/every story/);
  });

  it('is of a channel for its threads, too', async () => {
    await set({ story: 'ferry' }, { channel: '700' });
    expect(await room.ledger.settings.get('discord/channel/600')).toEqual({ story: 'ferry' });
  });

  it('says that it failed, with an id, where it could not be kept', async () => {
    room.ledger.settings.change = async () => {
      throw new Error('the secret reason');
    };
    expect(await set({ private: true })).toMatch(/not done.*id [0-9a-f]{8}/);
  });

  it('is put off where the ledger is slow, and done then', async () => {
    const { until, release } = held();
    const change = room.ledger.settings.change;
    room.ledger.settings.change = async (...args) => {
      await until;
      await change(...args);
    };
    const telling = set({ private: true });
    await room.discord.until(() => room.discord.calls.some(({ body }) => body?.type === 5));
    release();
    expect(await telling).toMatch(/Answers are private/);
  });

  it('holds after a restart', async () => {
    await set({ private: true });
    const { ledger } = room;
    await room.started.stop();
    room = await openServerRoom((await libraryFolder(LIBRARY)).path, { ledger });
    expect((await room.ask(QUESTION)).to).toBe('300');
  });
});

describe('what is set for a place', () => {
  it('makes answers private, unless somebody wants it otherwise', async () => {
    await set({ private: true });
    expect((await room.ask(QUESTION)).to).toBe('300');
    expect((await room.ask(QUESTION, { private: false })).to).toBeNull();
  });

  it('keeps the bot silent to mentions, and to /ask private, whatever somebody wants', async () => {
    const before = await room.mention(QUESTION);
    await set({ 'answer-here': false });
    expect(await room.unheard(`<@201> ${QUESTION}`)).toEqual([]);
    expect(await room.unheard('and how many seats?', { replyTo: before })).toEqual([]);
    expect((await room.ask(QUESTION, { private: false })).to).toBe('300');
  });

  it('does not keep anybody from an answer when it cannot be read', async () => {
    room.ledger.settings.get = () => new Promise(() => undefined);
    expect(shown(await room.ask(QUESTION)).text).toMatch(/berths/);
    expect((await room.mention('How many seats does the ferry have?')).to).toBeNull();
  });
});
