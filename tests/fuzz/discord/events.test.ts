import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openServerRoom, type ServerRoom } from '../../bots/discord/server-room.ts';
import { autocompletion, messageCommand, typedCommand } from '../../support/discord-server/interactions.ts';
import type { Json } from '../../support/discord-server/json.ts';
import type { Kept } from '../../support/discord-server/messages.ts';
import { press } from '../../support/discord-server/press.ts';
import { BOT } from '../../support/discord-server/server.ts';
import { pingsIn } from '../../support/discord-server/shown.ts';
import { holdsLater } from '../support/holds.ts';
import { hostileText } from '../support/hostile.ts';
import { anything, changes, mutated } from './mutated.ts';

const QUESTION = 'What does a ticket cost?';

let room: ServerRoom;
let answer: Kept;
beforeAll(async () => {
  room = await openServerRoom();
  answer = await room.ask(QUESTION, { private: true });
});
// A promise that nobody minds, or an exception that nobody catches, makes the run fail.
afterAll(() => room.started.stop());

let count = 0;
/** Nobody asks too often, and nothing was asked before. */
const somebody = () => {
  count += 1;
  return { user: String(10_000_000 + count), name: 'ada' };
};

function message(content: string, more: Json = {}): Json {
  const { user, name } = somebody();
  return {
    id: room.discord.snowflake(),
    type: 0,
    channel_id: '600',
    guild_id: '500',
    member: { roles: [], joined_at: null },
    author: { id: user, username: name, discriminator: '0', avatar: null },
    content: `<@${BOT.id}> ${content}`,
    mentions: [BOT],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    embeds: [],
    components: [],
    timestamp: '2024-03-03T12:00:00Z',
    edited_timestamp: null,
    ...more,
  };
}

/** What people do, as Discord tells it. */
const DONE: Readonly<Record<string, (text: string) => readonly [event: string, data: Json]>> = {
  mention: (text) => ['MESSAGE_CREATE', message(text)],
  'direct message': (text) => {
    const { guild_id: _, member: __, ...direct } = message(text, { channel_id: '950', channel_type: 1 });
    return ['MESSAGE_CREATE', direct];
  },
  reply: (text) => [
    'MESSAGE_CREATE',
    message(text, {
      type: 19,
      message_reference: { message_id: answer.id, channel_id: '600', guild_id: '500' },
      referenced_message: { id: answer.id, channel_id: '600', author: BOT, content: '' },
    }),
  ],
  edit: (text) => ['MESSAGE_UPDATE', message(text)],
  command: (text) => [
    'INTERACTION_CREATE',
    typedCommand(room.discord, 'ask', { question: text, story: 'ferry-vote', private: true }, somebody()),
  ],
  typing: (text) => [
    'INTERACTION_CREATE',
    autocompletion(room.discord, 'ask', { question: text, story: text }, 'question', somebody()),
  ],
  settings: (text) => [
    'INTERACTION_CREATE',
    typedCommand(
      room.discord,
      'nutgraf',
      { story: text },
      { ...somebody(), permissions: 1n << 5n, channel: '601' },
    ),
  ],
  find: (text) => [
    'INTERACTION_CREATE',
    messageCommand(room.discord, 'Find this in our stories', message(text), somebody()),
  ],
  ...Object.fromEntries(
    ['More context', 'Not what I asked', 'Share', 'Helpful'].map((label) => [
      label,
      () => ['INTERACTION_CREATE', press(room.discord, answer, label, somebody())] as const,
    ]),
  ),
  thread: () => [
    'THREAD_UPDATE',
    { id: '700', guild_id: '500', type: 11, thread_metadata: { archived: true } },
  ],
  threads: () => ['THREAD_LIST_SYNC', { guild_id: '500', threads: [], members: [] }],
  channel: () => ['CHANNEL_UPDATE', { id: '601', guild_id: '500', type: 0, name: 'other' }],
  server: () => ['GUILD_UPDATE', { id: '500', name: 'A server', roles: [] }],
  joined: () => ['GUILD_CREATE', { id: '501', name: 'Another', channels: [], threads: [], members: [] }],
  deleted: () => ['MESSAGE_DELETE', { id: answer.id, channel_id: '600', guild_id: '500' }],
  'deleted together': () => ['MESSAGE_DELETE_BULK', { ids: ['1'], channel_id: '600', guild_id: '500' }],
};

const event = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      done: fc.constantFrom(...Object.keys(DONE)),
      text: hostileText(),
      changes: changes(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      t: fc.oneof(
        fc.constantFrom(
          'MESSAGE_CREATE',
          'INTERACTION_CREATE',
          'GUILD_CREATE',
          'error',
          '__proto__',
          'constructor',
          'RESUMED',
          'VOICE_STATE_UPDATE',
        ),
        fc.string(),
      ),
      d: anything(),
    }),
  },
);

/** Delivers it as it is; what the server cannot take note of itself goes straight to the bot. */
function deliver(t: string, d: Json): void {
  try {
    if (t === 'INTERACTION_CREATE') room.discord.interact(d);
    else room.discord.gateway.dispatch(t, d);
  } catch {
    room.discord.gateway.send({ op: 0, t, s: null, d });
  }
}

/** Everything that was delivered before has been taken up by then. */
async function settled(): Promise<void> {
  const { id, ...said } = message(QUESTION);
  const { guild_id: _, member: __, ...direct } = said;
  const channel_id = room.discord.snowflake();
  const data = { ...direct, id, channel_id, channel_type: 1, content: QUESTION, mentions: [] };
  room.discord.gateway.dispatch('MESSAGE_CREATE', data);
  await room.discord.until(() => room.discord.calls.some(({ body }) => body?.nonce === id));
}

/** How often each was answered: a message by its nonce, an interaction by its token. */
function answersTo(): readonly number[] {
  const answers = new Map<string, number>();
  for (const { method, path, body, status } of room.discord.calls) {
    if (status >= 400 || method !== 'POST') continue;
    const of = path.endsWith('/callback') ? path : body?.nonce;
    if (of !== undefined) answers.set(String(of), (answers.get(String(of)) ?? 0) + 1);
  }
  return [...answers.values()];
}

it('whatever Discord tells, nothing breaks, nobody is answered twice or pinged, and the next one is answered', async () => {
  await holdsLater(
    fc.array(event, { minLength: 1, maxLength: 6 }),
    async (events) => {
      room.discord.forget();
      room.discord.note(answer.message);
      for (const each of events) {
        if ('t' in each) {
          deliver(each.t, each.d as Json);
          continue;
        }
        const [t, d] = DONE[each.done]?.(each.text) ?? ['', {}];
        deliver(t, mutated(d, each.changes));
      }
      await settled();
      // To what is no interaction at all, every answer is wrong.
      expect(room.faults().filter((fault) => !/one of \{\}/.test(String(fault)))).toEqual([]);
      expect(room.discord.calls.flatMap(({ body }) => (body === null ? [] : pingsIn(body)))).toEqual([]);
      expect(Math.max(...answersTo())).toBe(1);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
    { share: 0.15 },
  );
});
