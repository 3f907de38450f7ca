import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../support/discord-server/json.ts';
import type { Kept } from '../../support/discord-server/messages.ts';
import { from } from '../../support/discord-server/person.ts';
import { press } from '../../support/discord-server/press.ts';
import { say } from '../../support/discord-server/say.ts';
import { articleFile, libraryFolder } from '../../support/library-folder.ts';
import { openServerRoom, type ServerRoom, shown } from './server-room.ts';

const QUESTION = 'Who opened the sluice gate?';
const SECRET = /Quimby|Dorben/i;
const LIBRARY = {
  'sluice/story.yaml': 'title: The sluice of Dorben\naudience:\n  discord:\n    guilds: ["500"]\n',
  'sluice/post.md': articleFile('Engineer Ada Quimby opened the sluice gate on Monday. Dorben was dry.'),
  'harbour/story.yaml': 'title: The harbour\n',
  'harbour/post.md': articleFile('The harbour has 340 berths. A berth costs $12 a day.'),
};
const ACTIONS = [
  'more-context-0',
  'other-sources-0',
  'not-what-i-asked',
  'next',
  'helpful',
  'tell-the-desk',
  'share',
];
const OUTSIDE = { guild: '777', channel: '778' } as const;

let room: ServerRoom;
let answer: Kept;
beforeEach(async () => {
  room = await openServerRoom((await libraryFolder(LIBRARY)).path);
  answer = await room.ask(QUESTION, { private: true });
});
afterEach(async () => {
  expect(room.faults()).toEqual([]);
  await room.started.stop();
});

/** The press of a button whose state somebody wrote themselves, on a message of theirs. */
function pressed(custom_id: string, person = {}, message: Json = {}): Json {
  const { message: real, data } = press(room.discord, answer, 'Helpful');
  const { components: _, message_reference: __, referenced_message: ___, ...bare } = real as Json;
  return {
    ...from(room.discord, person),
    type: 3,
    message: { ...bare, ...message },
    data: { ...(data as Json), custom_id },
  };
}
const said = (kept: readonly Kept[]) => kept.map((each) => shown(each).text).join('\n');
const idOf = (kept: Kept) => shown(kept).buttons[0]?.custom_id?.split('|')[1] ?? '';
const everything = (since: number) => JSON.stringify(room.discord.calls.slice(since).map(({ body }) => body));

describe('state that somebody else wrote', () => {
  it('does nothing, and says so to that person alone', async () => {
    for (const custom_id of [
      '',
      '|',
      'more-context-0',
      'more-context-0|',
      'more-context-0||c0',
      'more-context-0|abc|x',
      'more-context--1|abc|',
      'more-context-0|abc|c0|',
      'more-context-NaN|abc|',
      'more-context-1e9|abc|',
      'constructor|abc|',
      '__proto__|abc|',
      'share|../../etc|',
      'nutgraf:v1:more-context',
      'x'.repeat(100),
      '\u0000\u202e@everyone',
    ]) {
      const told = await room.interact(pressed(custom_id));
      expect([custom_id, said(told)]).toEqual([
        custom_id,
        expect.stringMatching(/does nothing any more|no longer know/),
      ]);
      expect(told.every(({ to }) => to !== null)).toBe(true);
    }
  });

  it('may name a question that there is none of', async () => {
    for (const part of ['0', '9007199254740993', '9'.repeat(60)]) {
      await room.interact(pressed(`more-context-${part}|${idOf(answer)}|c${part}`.slice(0, 100)));
    }
    await room.started.settled();
    expect(room.discord.calls.every(({ status }) => status < 400)).toBe(true);
  });

  it('shows nothing of a closed story, whatever is kept under it', async () => {
    const before = room.discord.calls.length;
    for (const [what, kept] of [
      ['none of a story', 'not a story'],
      ['a closed story', { q: QUESTION, s: 'sluice' }],
      [
        'earlier turns in a closed story',
        { q: 'When was that?', e: [{ q: QUESTION, a: ['sluice', 'post', 0, 55] }] },
      ],
      ['sentences of a closed story', { q: QUESTION, x: [['sluice', 'post', 0, 55]] }],
      ['places that are none', { q: QUESTION, x: [['sluice', 'post', -1, 2 ** 53]] }],
      [
        'names of every object',
        { q: '__proto__', s: 'constructor', e: [{ q: 'x', a: ['__proto__', 'toString', 0, 1] }] },
      ],
      ['no question', {}],
      ['too long a question', { q: 'x'.repeat(50_000) }],
    ] as const) {
      await room.ledger.askings.set('forged', JSON.stringify(kept));
      for (const action of ACTIONS) {
        const person = { ...OUTSIDE, user: String(1_000 + what.length) };
        await room.interact(pressed(`${action}|forged|c0s0t`, person, { channel_id: OUTSIDE.channel }));
      }
    }
    expect(everything(before)).not.toMatch(SECRET);
  });

  it('tells nothing on a message that stands in another channel than the press', async () => {
    const before = room.discord.calls.length;
    // Somebody of the server presses as if there, with a message that all the world sees.
    const told = await room.interact(pressed(`more-context-0|${idOf(answer)}|`, {}, { channel_id: '778' }));
    expect(said(told)).toMatch(/does nothing any more/);
    expect(everything(before)).not.toMatch(SECRET);
  });

  it('makes us read no message of another channel', async () => {
    const elsewhere = say(room.discord, { text: 'How many berths does the harbour have?', channel: '950' });
    const reference = { message_id: elsewhere.id, channel_id: '950' };
    const told = await room.interact(
      pressed('helpful|unknown|', {}, { message_reference: reference, referenced_message: null }),
    );
    expect(said(told)).toMatch(/no longer know/);
    expect(room.discord.calls.filter(({ method }) => method === 'GET').map(({ path }) => path)).not.toContain(
      `/channels/950/messages/${String(elsewhere.id)}`,
    );
  });
});

it('presses without end are answered with when to go on, and keep nobody else waiting', async () => {
  for (let count = 0; count < 60; count += 1) await room.interact(press(room.discord, answer, 'Helpful'));
  const [told] = await room.interact(press(room.discord, answer, 'Helpful'));
  expect(said(told ? [told] : [])).toMatch(/lot of questions/);
  const others = await room.interact(press(room.discord, answer, 'Helpful', { user: '301', name: 'bob' }));
  expect(said(others)).toMatch(/Thank you/);
});
