import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { threadOf } from '../../support/discord-server/home.ts';
import type { Kept } from '../../support/discord-server/messages.ts';
import { say } from '../../support/discord-server/say.ts';
import { labels, openServerRoom, type ServerRoom, shown } from './server-room.ts';

const QUESTION = 'What does a ticket cost?';
const ANSWER = 'A ticket will cost $3.50, and children under 12 travel free.';
const BEGIN = 'Mayor Tomas Hale said that the boat would begin on June 1.';
const VOTE = 'How many council members voted for the ferry?';
/** Replies as Discord delivers them. */
const BOB = { user: '301', name: 'bob' };

let room: ServerRoom;
beforeEach(async () => {
  room = await openServerRoom();
});
afterEach(async () => {
  expect(room.faults()).toEqual([]);
  await room.started.stop();
});

const restarted = async () => {
  await room.started.stop();
  room = await openServerRoom(undefined, { ledger: room.ledger });
};

describe('/ask', () => {
  it('answers for everybody, under the question', async () => {
    const answer = await room.ask(QUESTION);
    expect(answer.to).toBeNull();
    expect(shown(answer).text).toMatch(/^What does a ticket cost\?\n/);
    expect(shown(answer).bold[0]).toBe(QUESTION);
    expect(shown(answer).quotes).toEqual([ANSWER]);
    expect(shown(answer).links).toHaveLength(1);
    expect(shown(answer).timestamps.length).toBeGreaterThan(0);
  });

  it('answers in private who wants that, and says so from the first moment on', async () => {
    const answer = await room.ask(QUESTION, { private: true });
    expect(answer.to).toBe('300');
    expect(labels(answer)).toContain('Share');
    expect(room.discord.calls.find(({ path }) => path.endsWith('/callback'))?.body).toMatchObject({
      type: 5,
      data: { flags: 64 },
    });
  });

  it.each([
    ['ferry-vote', ANSWER],
    ['constructor', 'There is no such story here.'],
    ['../ferry-vote @everyone', 'There is no such story here.'],
  ])('is about the story that is chosen: %s', async (story, expected) => {
    expect(shown(await room.ask(QUESTION, { story })).text).toContain(expected);
  });

  it('shows a question with whatever Discord would act on as it was written, and pings nobody', async () => {
    const hostile = '@everyone **ticket** [x](https://evil.example) <@300> <@&500> <#600> # cost ||?||';
    const answer = await room.ask(hostile);
    expect(shown(answer).text).toMatch(
      /^@everyone \*\*ticket\*\* \[x\]\(https:\/\/evil\.example\) # cost \|\|\?\|\|\n/,
    );
    expect(shown(answer).surprises).toEqual([]);
    expect(shown(answer).links.join()).not.toMatch(/evil/);
  });

  it('takes the longest question that Discord does with a clear sentence', async () => {
    expect(shown(await room.ask('ferry '.repeat(1_000).trim())).text).toMatch(/at most 1,000 characters/);
  });
});

describe('“Find this in our stories”', () => {
  const said = (text: string, by: 'person' | 'bot' | 'webhook' = 'person') =>
    say(room.discord, { text, by, ...BOB });

  it.each(['person', 'bot', 'webhook'] as const)('answers who used it on the message of a %s', async (by) => {
    const answer = await room.find(said(QUESTION, by));
    expect(answer.to).toBe('300');
    expect(shown(answer).quotes).toEqual([ANSWER]);
    expect(labels(answer)).toContain('Share');
    expect(room.discord.messages('600')).toEqual([]);
  });

  it('reads of emoji and mentions no more than the words beside them', async () => {
    const { bold, quotes } = shown(
      await room.find(said('They want $3.50 for a ticket <:scream:123456> <@302>')),
    );
    expect(bold[0]).toBe('They want $3.50 for a ticket');
    expect(quotes).toEqual([ANSWER]);
  });

  it.each(['!!! …', '<:scream:123456>', ''])('says so where there is no word in it: %j', async (text) => {
    expect(shown(await room.find(said(text))).text).toMatch(/no word in that question|Ask me a question/);
  });
});

describe('a reply to an answer', () => {
  it('is a follow-up that needs no mention, of whoever writes it, and leans on that answer', async () => {
    const first = await room.mention(VOTE);
    await room.mention('What did Ruth Odalys say about fog?', BOB);
    const second = await room.say('and when does it begin?', { replyTo: first, ...BOB });
    expect(shown(second).quotes).toEqual([BEGIN]);
    const third = await room.say('and what does a ticket cost?', { replyTo: second });
    expect(shown(third).quotes).toEqual([ANSWER]);
  });

  it('leans on its own answer, not on what another has replied to it meanwhile', async () => {
    const asked: string[][] = [];
    await room.started.stop();
    room = await openServerRoom(undefined, {
      ask: (usual) => (question) => {
        asked.push(question.earlier.map((turn) => turn.question));
        return usual(question);
      },
    });
    const first = await room.mention(VOTE);
    await room.say('and when does it begin?', { replyTo: first });
    const third = await room.say('how many were against?', { replyTo: first, ...BOB });
    await room.say('and who was absent?', { replyTo: third });
    expect(asked).toEqual([[], [VOTE], [VOTE], [VOTE, 'how many were against?']]);
  });

  it.each([
    ['to a command', () => room.ask(VOTE)],
    ['to a mention', () => room.mention(VOTE)],
    [
      'that was shared',
      async () => (await room.press(await room.ask(VOTE, { private: true }), 'Share'))[0] as Kept,
    ],
  ] as const)('is a follow-up after a restart, too: an answer %s', async (_, ask) => {
    const first = await ask();
    await restarted();
    expect(shown(await room.say('and when does it begin?', { replyTo: first, ...BOB })).quotes).toEqual([
      BEGIN,
    ]);
  });

  it('is one where Discord leaves out what it replies to', async () => {
    const first = await room.mention(VOTE);
    const more = { referenced_message: undefined };
    const second = await room.say('and when does it begin?', { replyTo: first, more });
    expect(shown(second).quotes).toEqual([BEGIN]);
  });

  it.each(['thanks!', 'ok cool', '👍'])('is left alone where it asks nothing: %s', async (text) => {
    expect(await room.unheard(text, { replyTo: await room.mention(VOTE) })).toEqual([]);
  });

  it('is left alone where the place does not want it, unless it mentions the bot', async () => {
    await room.ledger.settings.change('discord/channel/600', { followUps: false });
    const first = await room.mention(VOTE);
    expect(await room.unheard('and when does it begin?', { replyTo: first })).toEqual([]);
    const second = await room.mention('and when does it begin?', { replyTo: first });
    expect(shown(second).quotes).toEqual([BEGIN]);
  });

  it('is left alone where it replies to somebody else, or comes from a bot', async () => {
    const other = say(room.discord, { text: 'hello', ...BOB });
    expect(await room.unheard('and when does it begin?', { replyTo: other })).toEqual([]);
    const first = await room.mention(VOTE);
    for (const by of ['bot', 'webhook', 'the bot itself'] as const) {
      expect(await room.unheard('and when does it begin?', { replyTo: first, by })).toEqual([]);
    }
  });

  it('is one in a direct message', async () => {
    const first = await room.say(VOTE, { channel: '950' });
    const second = await room.say('and when does it begin?', { replyTo: first, channel: '950' });
    expect(shown(second).quotes).toEqual([BEGIN]);
  });
});

describe('threads and posts of forums', () => {
  beforeEach(() => {
    room.discord.gateway.dispatch('THREAD_CREATE', threadOf('701', '602'));
  });

  it.each(['700', '701'])('are answered in place, whoever asks further there: %s', async (channel) => {
    const first = await room.mention(VOTE, { channel });
    expect(first.channel).toBe(channel);
    const second = await room.mention('and when does it begin?', { channel, ...BOB });
    expect(shown(second).quotes).toEqual([BEGIN]);
    expect((await room.ask(QUESTION, {}, { channel })).channel).toBe(channel);
  });

  it('have what is set for their channel, also when they were archived at the start', async () => {
    await room.started.stop();
    room = await openServerRoom();
    const archived = {
      archived: true,
      locked: false,
      auto_archive_duration: 60,
      archive_timestamp: '2024-03-03T00:00:00Z',
    };
    room.discord.channels.set('702', threadOf('702', '601', { thread_metadata: archived }));
    await room.ledger.settings.change('discord/channel/601', { answers: false });
    const awake = threadOf('702', '601', { thread_metadata: { ...archived, archived: false } });
    room.discord.gateway.dispatch('THREAD_UPDATE', awake);
    expect(await room.unheard(`<@201> ${QUESTION}`, { channel: '702' })).toEqual([]);
    expect((await room.ask(QUESTION, {}, { channel: '702' })).to).toBe('300');
  });
});

describe('where the bot is not a member', () => {
  const foreign = { guild: '777', channel: '778' };

  it('a person who has installed it asks, presses and shares', async () => {
    const answer = await room.ask(QUESTION, {}, foreign);
    expect(answer.to).toBeNull();
    await room.press(answer, 'More context', foreign);
    expect(shown(room.now(answer)).text).toContain(BEGIN);
    const [shared] = await room.press(await room.ask(VOTE, { private: true }, foreign), 'Share', foreign);
    expect(shared?.to).toBeNull();
  });

  it('is answered in private where the server wants no apps from outside, which nobody else is sent to', async () => {
    const hushed = { ...foreign, appPermissions: 0n };
    expect((await room.ask(QUESTION, {}, hushed)).to).toBe('300');
    const other = await room.ask(QUESTION, {}, { ...hushed, ...BOB });
    expect(shown(other).quotes).toEqual([ANSWER]);
  });

  it('is answered in a conversation between people', async () => {
    const among = { channel: '960', amongOthers: true };
    const answer = await room.ask(QUESTION, { private: true }, among);
    expect(answer.to).toBe('300');
    const [shared] = await room.press(answer, 'Share', among);
    expect(shared?.to).toBeNull();
  });
});
