import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryLedger } from '../../../src/ledger/memory.ts';
import type { Json } from '../../support/discord-server/json.ts';
import type { Kept } from '../../support/discord-server/messages.ts';
import { press } from '../../support/discord-server/press.ts';
import { labels, openServerRoom, type ServerRoom, shown } from './server-room.ts';

const QUESTION = 'What does a ticket cost?';
const ANSWER = 'A ticket will cost $3.50, and children under 12 travel free.';
const BEFORE = 'Mayor Tomas Hale said that the boat would begin on June 1.';
const UNANSWERED = 'Who is the president of the union?';

let room: ServerRoom;
beforeEach(async () => {
  room = await openServerRoom();
});
afterEach(async () => {
  expect(room.faults()).toEqual([]);
  await room.started.stop();
});

/** The bot is started anew, beside a message that is there already. */
async function restarted(data?: string, ledger?: ServerRoom['ledger']): Promise<void> {
  const said = ['600', '950'].flatMap((channel) => room.discord.messages(channel, 'all'));
  await room.started.stop();
  room = await openServerRoom(data, ledger && { ledger });
  for (const { ours, more, message } of said) if (!ours) room.discord.note({ ...more, ...message });
}

/** What a press shows in place after a restart: the text of the message as it stands then. */
async function pressedLater(payload: Json): Promise<string> {
  await room.interact(payload);
  const { id } = payload.message as Json;
  const kept = room.discord.message(id);
  return kept === undefined ? '' : shown(kept).text;
}

const privateAsk = (question = QUESTION) => room.ask(question, { private: true });
const ways: readonly (readonly [string, () => Promise<Kept>])[] = [
  ['a public answer to /ask', () => room.ask(QUESTION)],
  ['a private answer to /ask', () => privateAsk()],
  ['an answer to a mention', () => room.mention(QUESTION)],
  ['an answer in a direct message', () => room.say(QUESTION, { channel: '950' })],
];

describe('the buttons under an answer', () => {
  it.each(ways)('are those that have something to show: %s', async (name, asked) => {
    const share = name.includes('private') ? ['Share'] : [];
    const all = ['More context', 'Not what I asked', ...share, 'Helpful', 'Not helpful'];
    expect(labels(await asked())).toEqual(all);
  });

  it.each(ways)(
    'open the sentences around the quotation in place, and close them again: %s',
    async (_, asked) => {
      const answer = await asked();
      expect(shown(answer).quotes).toEqual([ANSWER]);
      await room.press(answer, 'More context');
      const opened = room.now(answer);
      expect(shown(opened).text).toContain(`${BEFORE}\n${ANSWER}`);
      expect(shown(opened).bold).toEqual(expect.arrayContaining([...shown(answer).bold]));
      await room.press(opened, 'Less context');
      const closed = room.now(answer);
      expect(shown(closed).text).toBe(shown(answer).text);
      expect(labels(closed)).toEqual(labels(answer));
    },
  );

  it('can be pressed by others under a public answer', async () => {
    const answer = await room.ask(QUESTION);
    await room.press(answer, 'More context', { user: '301', name: 'bob' });
    expect(shown(room.now(answer)).text).toContain(BEFORE);
  });

  it('do a thing once, however often a press is delivered', async () => {
    const answer = await room.mention(QUESTION);
    const payload = press(room.discord, answer, 'More context');
    await room.interact(payload);
    room.discord.interact(payload);
    await room.started.settled();
    expect(labels(room.now(answer))).toContain('Less context');
    expect(room.now(answer).edits).toBe(1);
  });

  it.each(ways)('work after a restart with the same ledger: %s', async (_, asked) => {
    const payload = press(room.discord, await asked(), 'More context');
    await restarted(undefined, room.ledger);
    expect(await pressedLater(payload)).toContain(`${BEFORE}\n${ANSWER}`);
  });

  it.each(ways.slice(0, 3))(
    'work after a restart without the ledger where the question can be read: %s',
    async (_, asked) => {
      const payload = press(room.discord, await asked(), 'More context');
      await restarted();
      expect(await pressedLater(payload)).toContain(`${BEFORE}\n${ANSWER}`);
    },
  );

  it('keep question and name in the message that was pressed', async () => {
    const hostile = 'What does a *ticket* cost, <@301> @everyone 1. `now` \\o/?';
    const answer = await privateAsk(hostile);
    const heading = shown(answer).bold[0];
    expect(heading).toMatch(/^What does a \*ticket\* cost, @everyone 1\. `now` \\o\/\?$/);
    const [shared] = await room.press(answer, 'Share');
    if (shared === undefined) throw new Error('nothing was shared');
    await room.press(shared, 'More context', { user: '301' });
    const now = shown(room.now(shared));
    expect(now.bold[0]).toBe(heading);
    expect(now.text).toMatch(/Shared by ada/);
    expect(now.text).toContain(BEFORE);
  });

  it('keep the heading of a question that is too long for one', async () => {
    const long = `${QUESTION} ${'We wonder about the ferry of Port Ellery. '.repeat(8)}`;
    const answer = await room.ask(long);
    await room.press(answer, labels(answer)[0] ?? '');
    expect(shown(room.now(answer)).bold[0]).toBe(shown(answer).bold[0]);
  });

  it.each([
    ['leans on one before it', 'and when does it begin?'],
    ['is too long for a heading', `${QUESTION} ${'ferry '.repeat(40)}`],
  ])('say so after a restart without the ledger where the question %s', async (_, question) => {
    await room.ask('How many council members voted for the ferry?');
    const payload = press(room.discord, await room.ask(question), 'Not what I asked');
    await restarted();
    const [told] = await room.interact(payload);
    expect(shown(told ?? ({ message: {} } as Kept)).text).toMatch(
      /no longer know what that message was about/,
    );
    expect(told?.to).toBe('300');
  });

  it('work after the fifteen minutes that the first answer could be changed in', async () => {
    const answer = await room.ask(QUESTION);
    room.discord.pass(16 * 60_000);
    await room.press(answer, 'More context');
    expect(shown(room.now(answer)).text).toContain(BEFORE);
    const [others] = await room.press(answer, 'Not what I asked');
    expect(others?.to).toBe('300');
  });

  it('show nothing of a story that was closed since', async () => {
    for (const [ledger, label] of [
      [undefined, 'More context'],
      [room.ledger, 'More context'],
      [room.ledger, 'Not what I asked'],
    ] as const) {
      const payload = press(room.discord, await room.ask(QUESTION, { private: true }), label);
      await restarted('tests/fixtures/closed-library', ledger);
      await room.interact(payload);
      expect(JSON.stringify(room.discord.calls)).not.toMatch(/3\.50|Tomas Hale/);
      await restarted();
    }
  });

  it('lean on what was asked before, as the answer did', async () => {
    const first = await room.mention('How many council members voted for the ferry?');
    const second = await room.say('and when does it begin?', { replyTo: first });
    expect(shown(second).quotes).toEqual([BEFORE]);
    await room.press(second, 'More context');
    expect(shown(room.now(second)).text).toContain(`${BEFORE}\n${ANSWER}`);
  });

  it('say that they do nothing any more when another version wrote them', async () => {
    const answer = await room.ask(QUESTION);
    for (const custom_id of ['more-context-0|x', 'sing|abc|', '', 'more-context-0|abc|zz9', '__proto__|a|']) {
      const payload = press(room.discord, answer, 'More context');
      const [told] = await room.interact({ ...payload, data: { component_type: 2, custom_id } });
      expect(told?.to).toBe('300');
    }
  });
});

describe('“Not what I asked”', () => {
  it('shows the next best sentences to the one who presses, and then those after them', async () => {
    const answer = await room.ask(QUESTION);
    const [others] = await room.press(answer, 'Not what I asked', { user: '301' });
    if (others === undefined) throw new Error('nothing was shown');
    expect(others.to).toBe('301');
    expect(room.now(answer)).toEqual(answer);
    const seen = new Set([ANSWER]);
    let now = others;
    for (let page = 0; page < 20 && labels(now).includes('Show the next ones'); page += 1) {
      const { quotes, bold } = shown(now);
      expect(quotes.length).toBeGreaterThan(0);
      for (const quote of quotes) expect(seen).not.toContain(quote);
      for (const quote of quotes) seen.add(quote);
      expect(bold).toEqual([]);
      await room.press(now, 'Show the next ones');
      now = room.now(others);
    }
    expect(seen.size).toBeGreaterThan(4);
    expect(shown(now).text).toMatch(/Nothing else in the story comes close/);
    expect(await room.ledger.journal.list('feedback', 5)).toMatchObject([
      { outcome: 'not-what-i-asked', question: QUESTION },
    ]);
  });

  it('goes on after the desk was told', async () => {
    const [others] = await room.press(await room.ask(QUESTION), 'Not what I asked');
    if (others === undefined) throw new Error('nothing was shown');
    await room.press(others, 'Tell the desk');
    expect(shown(room.now(others)).text).toMatch(/editors have been told/);
    const { quotes } = shown(room.now(others));
    expect(quotes).toEqual(shown(others).quotes);
    await room.press(room.now(others), 'Show the next ones');
    expect(shown(room.now(others)).quotes).not.toEqual(quotes);
  });
});

describe('“Share”', () => {
  it('posts for everybody what only one person sees, with the question and who shares it', async () => {
    const [shared] = await room.press(await privateAsk(), 'Share');
    expect(shared?.to).toBeNull();
    const { text, quotes } = shown(shared as Kept);
    expect(text.split('\n').slice(0, 2)).toEqual([QUESTION, 'Shared by ada']);
    expect(quotes).toEqual([ANSWER]);
    expect(labels(shared as Kept)).not.toContain('Share');
  });

  it('is there once: it goes from what was shared, also when more is opened', async () => {
    const answer = await privateAsk();
    await room.press(answer, 'Share');
    await room.discord.until(() => !labels(room.now(answer)).includes('Share'));
    await room.press(room.now(answer), 'More context');
    expect(labels(room.now(answer))).not.toContain('Share');
  });

  it('posts once, however quickly it is pressed, and after a restart', async () => {
    const answer = await privateAsk();
    const [first, second, third] = [1, 2, 3].map(() => press(room.discord, answer, 'Share'));
    await Promise.all([room.interact(first as Json), room.interact(second as Json)]);
    await room.started.settled();
    expect(room.discord.messages('600')).toHaveLength(1);
    await restarted(undefined, room.ledger);
    const [told] = await room.interact(third as Json);
    expect(told?.to).toBe('300');
    expect(shown(told as Kept).text).toMatch(
      /shared already: https:\/\/discord\.com\/channels\/500\/600\/\d+/,
    );
    expect(room.discord.messages('600').filter(({ interaction }) => interaction !== null)).toEqual([]);
  });

  it('can be pressed again where it failed', async () => {
    const answer = await privateAsk();
    const refuse = { status: 400, body: { code: 50035, message: 'Invalid Form Body' } };
    room.discord.plan(/^PATCH .*@original/, refuse, refuse);
    await room.press(answer, 'Share');
    await room.press(answer, 'Share');
    expect(room.discord.messages('600').filter((kept) => shown(kept).quotes.includes(ANSWER))).toHaveLength(
      1,
    );
  });

  it('is not there in a direct message, nor where answers are private by the will of the server', async () => {
    expect(labels(await room.ask(QUESTION, { private: true }, { channel: '950' }))).not.toContain('Share');
    const before = await privateAsk();
    await room.ledger.settings.change('discord/channel/600', { answers: false });
    expect(labels(await privateAsk())).not.toContain('Share');
    const [told] = await room.press(before, 'Share');
    expect(shown(told as Kept).text).toMatch(/private here/);
    expect(room.discord.messages('600')).toEqual([]);
  });

  it('posts nothing of what is no longer told there', async () => {
    const payload = press(room.discord, await privateAsk(), 'Share');
    await restarted('tests/fixtures/closed-library', room.ledger);
    const [told] = await room.interact(payload);
    expect(told?.to).toBe('300');
    expect(JSON.stringify(room.discord.calls)).not.toMatch(/3\.50/);
  });

  it('shares nothing of what somebody asked before', async () => {
    await privateAsk('How many council members voted for the ferry?');
    await room.press(await privateAsk(), 'Share');
    const told = JSON.stringify(room.discord.messages('600'));
    expect(told).toContain('3.50');
    expect(told).not.toMatch(/council members/);
  });
});

describe('“Tell the desk”', () => {
  it('keeps what was not answered, once, and says so in the message', async () => {
    const unanswered = await room.mention(UNANSWERED);
    expect(labels(unanswered)).toContain('Tell the desk');
    await Promise.all([
      room.press(unanswered, 'Tell the desk'),
      room.press(unanswered, 'Tell the desk', { user: '301' }),
    ]);
    expect(shown(room.now(unanswered)).text).toMatch(/editors have been told/);
    expect(labels(room.now(unanswered))).not.toContain('Tell the desk');
    expect(await room.ledger.journal.list('for-the-desk', 5)).toMatchObject([
      { question: UNANSWERED, place: 'discord:500/600' },
    ]);
  });

  it('says that it failed, with an id, where it could not be kept', async () => {
    const unanswered = await room.ask(UNANSWERED);
    const { journal } = room.ledger;
    const add = journal.add.bind(journal);
    journal.add = async () => {
      throw new Error('the secret reason');
    };
    const [told] = await room.press(unanswered, 'Tell the desk');
    expect(told?.to).toBe('300');
    expect(shown(told as Kept).text).toMatch(/was not done.*id [0-9a-f]{8}/);
    journal.add = add;
    await room.press(unanswered, 'Tell the desk');
    expect(shown(room.now(unanswered)).text).toMatch(/editors have been told/);
    expect(await room.ledger.journal.list('for-the-desk', 5)).toHaveLength(1);
  });
});

describe('feedback', () => {
  it.each([
    ['Helpful', 'helpful'],
    ['Not helpful', 'not-helpful'],
  ])('is kept, and thanked for to that person: %s', async (label, outcome) => {
    const answer = await room.mention(QUESTION);
    const [thanks] = await room.press(answer, label, { user: '301' });
    expect(thanks?.to).toBe('301');
    expect(shown(thanks as Kept).text).toMatch(/^Thank you/);
    expect(await room.ledger.journal.list('feedback', 5)).toMatchObject([{ outcome, question: QUESTION }]);
    expect(room.now(answer)).toEqual(answer);
  });
});

it('a ledger that lost everything does not keep the bot from answering', async () => {
  const ledger = await memoryLedger(null);
  ledger.askings.get = async () => {
    throw new Error('away');
  };
  await room.started.stop();
  room = await openServerRoom(undefined, { ledger });
  const answer = await room.ask(QUESTION);
  await room.press(answer, 'More context');
  expect(shown(room.now(answer)).text).toContain(BEFORE);
});
