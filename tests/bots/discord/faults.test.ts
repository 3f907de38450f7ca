import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { autocompletion, typedCommand } from '../../support/discord-server/interactions.ts';
import { jsonOf } from '../../support/discord-server/json.ts';
import type { Kept } from '../../support/discord-server/messages.ts';
import { refusal } from '../../support/discord-server/payload.ts';
import { PERMISSIONS } from '../../support/discord-server/permissions.ts';
import { press } from '../../support/discord-server/press.ts';
import { say } from '../../support/discord-server/say.ts';
import { BOT } from '../../support/discord-server/server.ts';
import { held, holdable } from '../../support/held.ts';
import { articleFile, libraryFolder } from '../../support/library-folder.ts';
import type { Ask } from './harness.ts';
import { labels, openServerRoom, type ServerRoom, shown } from './server-room.ts';

const QUESTION = 'What does a ticket cost?';
const ANSWER = 'A ticket will cost $3.50, and children under 12 travel free.';
const BEFORE = 'Mayor Tomas Hale said that the boat would begin on June 1.';
const CALLBACK = /^POST \/interactions\//;
const ORIGINAL = /^PATCH \/webhooks\/.*@original$/;
const CREATE = /^POST \/channels\/600\/messages$/;
const DOWN = { status: 503, body: '<html>503</html>' };
const LIMITED = (global: boolean) => ({
  status: 429,
  body: { message: 'You are being rate limited.', retry_after: 0.2, global },
  headers: {
    'retry-after': '0.2',
    ...(global
      ? { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' }
      : { 'x-ratelimit-scope': 'user' }),
  },
});

let room: ServerRoom;
let desk: ReturnType<typeof holdable<Parameters<Ask>[0], Awaited<ReturnType<Ask>>>>;
let broken = false;
beforeEach(async () => {
  broken = false;
  room = await openServerRoom(undefined, {
    ask: (usual) => {
      desk = holdable(async (question) => {
        if (broken) throw new Error('the secret reason');
        return usual(question);
      });
      return desk.find;
    },
  });
});
afterEach(async () => {
  expect(room.faults()).toEqual([]);
  await room.started.stop();
});

const ours = (channel = '600') => room.discord.messages(channel);
const quoting = (all: readonly Kept[]) => all.filter((kept) => shown(kept).quotes.includes(ANSWER));

describe('while an answer takes long', () => {
  it('a command is put off at once, and answered then', async () => {
    const { reached, release } = desk.hold();
    const asking = room.ask(QUESTION, { private: true });
    await reached;
    const [call] = room.discord.calls.filter(({ path }) => path.endsWith('/callback'));
    expect(call?.body).toMatchObject({ type: 5, data: { flags: 64 } });
    expect(call?.afterMs).toBeLessThan(3_000);
    release();
    expect(shown(await asking).quotes).toEqual([ANSWER]);
  });

  it.each([
    ['More context', 6],
    ['Not what I asked', 5],
    ['Share', 5],
  ])('a press is put off within three seconds, and done then: %s', async (label, type) => {
    const answer = await room.ask(QUESTION, { private: true });
    const { release } = desk.hold();
    const pressing = room.press(answer, label);
    await room.discord.until(() =>
      room.discord.calls.some(
        ({ body }) =>
          body?.type === type &&
          body !== null &&
          room.discord.calls.filter(({ path }) => path.endsWith('/callback')).length === 2,
      ),
    );
    const call = room.discord.calls.filter(({ path }) => path.endsWith('/callback'))[1];
    expect(call?.body?.type).toBe(type);
    expect(call?.afterMs).toBeLessThan(3_000);
    release();
    const [shownThen = room.now(answer)] = await pressing;
    expect(shown(shownThen).quotes.length).toBeGreaterThan(0);
  });

  it('a press is done once where putting it off is answered late', async () => {
    const answer = await room.ask(QUESTION);
    const { until, release: let_ } = held();
    room.discord.plan(CALLBACK, { after: until });
    const { release } = desk.hold();
    const pressing = room.press(answer, 'More context');
    await new Promise((resolve) => setTimeout(resolve, 1_700));
    release();
    await room.started.settled();
    let_();
    await pressing;
    expect(shown(room.now(answer)).text).toContain(BEFORE);
    expect(room.discord.calls.filter(({ code }) => code === 40060)).toEqual([]);
  });
});

describe('what fails is told with an id', () => {
  it('when no answer can be made, by a press, to that person alone', async () => {
    const answer = await room.ask(QUESTION);
    broken = true;
    await room.press(answer, 'More context');
    expect(shown(room.now(answer)).text).toMatch(/went wrong.*id [0-9a-f]{8}/);
    broken = false;
  });

  it('when the answer is refused in every form', async () => {
    const bad = refusal(400, 50035, 'Invalid Form Body', { components: {} });
    room.discord.sayNext(ORIGINAL, bad);
    room.discord.sayNext(ORIGINAL, bad);
    expect(shown(await room.ask(QUESTION)).text).toMatch(/could not be posted here.*id [0-9a-f]{8}/);
  });

  it('when the bot may not write in the channel, in a direct message without the answer', async () => {
    const deny = String(PERMISSIONS.sendMessages);
    const overwrite = { id: '500', type: 0, allow: '0', deny };
    room.discord.channels.set('600', {
      ...jsonOf(room.discord.channels.get('600')),
      permission_overwrites: [overwrite],
    });
    const { id } = say(room.discord, { text: `<@${BOT.id}> ${QUESTION}` });
    await room.discord.until(() => ours('9300').length > 0);
    const [told] = ours('9300');
    expect(shown(told as Kept).text).toMatch(/could not be posted here.*id [0-9a-f]{8}/s);
    expect(shown(told as Kept).text).toContain(`https://discord.com/channels/500/600/${String(id)}`);
    expect(shown(told as Kept).text).not.toContain(ANSWER);
    expect((await room.ask(QUESTION)).to).toBeNull();
  });
});

describe('an interaction', () => {
  it.each([
    ['is over', refusal(404, 10062, 'Unknown interaction')],
    [
      'was acknowledged by another process',
      refusal(400, 40060, 'Interaction has already been acknowledged.'),
    ],
  ])('that %s does no harm to the next', async (_, said) => {
    room.discord.sayNext(CALLBACK, said);
    room.discord.interact(typedCommand(room.discord, 'ask', { question: QUESTION }));
    const answer = await room.ask('How many council members voted for the ferry?');
    room.discord.sayNext(CALLBACK, said);
    room.discord.interact(press(room.discord, answer, 'More context'));
    room.discord.sayNext(CALLBACK, said);
    room.discord.interact(autocompletion(room.discord, 'ask', { question: 'f' }, 'question'));
    await room.started.settled();
    expect(shown(await room.ask(QUESTION, { private: true })).quotes).toEqual([ANSWER]);
  });

  it('that is over is not done: its token has expired', async () => {
    const { reached, release } = desk.hold();
    room.discord.interact(typedCommand(room.discord, 'ask', { question: QUESTION }));
    await reached;
    room.discord.pass(16 * 60_000);
    release();
    await room.discord.until(() => room.discord.calls.some(({ code }) => code === 50027));
    await room.started.settled();
    expect(room.started.lines.some(({ level, message }) => level === 'error' && /posted/.test(message))).toBe(
      true,
    );
  });
});

describe('when Discord is not well', () => {
  const lost = { status: 502, body: '<html>502</html>', done: true };

  it.each([
    ['503 first', CALLBACK, ORIGINAL, DOWN],
    ['the answer to what it did is lost', CALLBACK, ORIGINAL, lost],
    ['the connection breaks', CALLBACK, ORIGINAL, { hangUp: true, done: true }],
    ['429', CALLBACK, ORIGINAL, LIMITED(false)],
    ['429 for everything', CALLBACK, ORIGINAL, LIMITED(true)],
  ] as const)('a command and a button are answered once: %s', async (_, callback, original, turn) => {
    for (const call of [callback, original]) room.discord.plan(call, turn);
    const answer = await room.ask(QUESTION);
    expect(shown(answer).quotes).toEqual([ANSWER]);
    room.discord.plan(callback, turn);
    await room.press(answer, 'More context');
    await room.started.settled();
    expect(shown(room.now(answer)).text).toContain(BEFORE);
    room.discord.plan(callback, turn);
    await room.press(answer, 'Helpful');
    await room.started.settled();
    expect(ours()).toHaveLength(1);
    expect(room.discord.ephemerals('600')).toHaveLength(1);
  });

  it.each([
    ['503 first', DOWN],
    ['the answer to what it did is lost', lost],
    ['429', LIMITED(false)],
    ['429 for everything', LIMITED(true)],
  ] as const)('a mention is answered once: %s', async (_, turn) => {
    room.discord.plan(CREATE, turn);
    await room.mention(QUESTION);
    await room.started.settled();
    expect(quoting(ours())).toHaveLength(1);
  });

  it('what is shared is shared once', async () => {
    const answer = await room.ask(QUESTION, { private: true });
    room.discord.plan(CALLBACK, lost);
    room.discord.plan(ORIGINAL, lost);
    await room.press(answer, 'Share');
    await room.started.settled();
    expect(quoting(ours())).toHaveLength(1);
  });

  it('what is shared is shared although the button cannot be taken away', async () => {
    const answer = await room.ask(QUESTION, { private: true });
    room.discord.sayNext(/^PATCH .*\/messages\/\d+$/, refusal(404, 10008, 'Unknown Message'));
    await room.press(answer, 'Share');
    await room.started.settled();
    expect(quoting(ours())).toHaveLength(1);
    expect(labels(room.now(answer))).toContain('Share');
    const [told] = await room.press(answer, 'Share');
    expect(shown(told as Kept).text).toMatch(/shared already/);
  });
});

it('Chinese articles stay within the bytes that Discord bears', async () => {
  const sentence = (index: number) => `第${index}号渡轮${'票价为三元五角并且儿童免费乘坐'.repeat(40)}。`;
  const files = Object.fromEntries(
    Array.from({ length: 4 }, (_, index) => [
      `ferry/a${index}.md`,
      articleFile(`${sentence(0)}${sentence(index + 1)}`, {
        outlet: `报纸${index}`,
        headline: '渡轮'.repeat(60),
      }),
    ]),
  );
  await room.started.stop();
  room = await openServerRoom((await libraryFolder({ 'ferry/story.yaml': 'title: 渡轮\n', ...files })).path);
  for (const text of ['第0号渡轮票价为三元五角', '渡轮 票价', '第1号渡轮? 第2号渡轮? 第3号渡轮?']) {
    const answer = await room.ask(text, { private: true });
    for (const label of labels(answer)) {
      if (labels(room.now(answer)).includes(label)) await room.press(room.now(answer), label);
    }
  }
});
