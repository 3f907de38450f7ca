import { type Knowledge, openKnowledge } from '../../../src/knowledge/index.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { CALLBACK } from '../../support/discord-server/callback-rules.ts';
import {
  autocompletion,
  type Given,
  messageCommand,
  typedCommand,
} from '../../support/discord-server/interactions.ts';
import { type Json, jsonOf, listOf } from '../../support/discord-server/json.ts';
import type { Kept } from '../../support/discord-server/messages.ts';
import type { Person } from '../../support/discord-server/person.ts';
import { press } from '../../support/discord-server/press.ts';
import { type Saying, say } from '../../support/discord-server/say.ts';
import { BOT, type DiscordServer } from '../../support/discord-server/server.ts';
import { pingsIn, type Seen, seen } from '../../support/discord-server/shown.ts';
import { type Ask, type Started, startBot } from './harness.ts';

/** A server with the real bot in it, which answers from a real library. */
export interface ServerRoom {
  readonly started: Started;
  readonly discord: DiscordServer;
  readonly ledger: Ledger;
  readonly knowledge: Knowledge;
  /** Delivers an interaction; resolves with the messages that answer it, once they are there. */
  interact(interaction: Json): Promise<readonly Kept[]>;
  /** Somebody uses a command; resolves with what answers it first. */
  command(name: string, options?: Readonly<Record<string, Given>>, person?: Person): Promise<Kept>;
  /** Somebody uses `/ask`. */
  ask(question: string, options?: Readonly<Record<string, Given>>, person?: Person): Promise<Kept>;
  /** Somebody uses the command on a message. */
  find(message: Kept | Json, person?: Person): Promise<Kept>;
  /** Somebody mentions the bot; resolves with what stands under that. */
  mention(text: string, saying?: Partial<Saying>): Promise<Kept>;
  /** Somebody writes something; resolves with what stands under it. */
  say(text: string, saying?: Partial<Saying>): Promise<Kept>;
  /** The same, where nothing is to stand under it; resolves with what does all the same. */
  unheard(text: string, saying?: Partial<Saying>): Promise<readonly Kept[]>;
  /** Somebody presses a button; resolves with the messages that answer that, if it was not done in place. */
  press(kept: Kept, label: string, person?: Person): Promise<readonly Kept[]>;
  /** Somebody types; resolves with what is offered, names and values. */
  offered(
    name: string,
    options: Readonly<Record<string, Given>>,
    focused: string,
    person?: Person,
  ): Promise<readonly { readonly name: string; readonly value: string }[]>;
  /** A message as it stands now. */
  now(kept: Kept): Kept;
  /** What Discord did not take, and whatever could notify anyone: nothing, whatever was done. */
  faults(): readonly unknown[];
}

export const shown = ({ message }: Kept): Seen => seen(message);
export const labels = (kept: Kept): readonly string[] => shown(kept).buttons.map(({ label }) => label);

/** Opens a server around a library's folder. */
export async function openServerRoom(
  data = 'tests/fixtures/library',
  { ledger, ask }: { readonly ledger?: Ledger; readonly ask?: (usual: Ask) => Ask } = {},
): Promise<ServerRoom> {
  const knowledge = await openKnowledge({ data });
  const started = await startBot(ask?.(knowledge.ask) ?? knowledge.ask, {
    storiesOpenTo: knowledge.storiesOpenTo,
    ...(ledger && { ledger }),
  });
  const { discord } = started;
  const under = (id: unknown) =>
    [...discord.channels.keys(), ...discord.calls.map(({ path }) => path.split('/')[2] ?? '')]
      .filter((channel, index, all) => all.indexOf(channel) === index)
      .flatMap((channel) => discord.messages(channel))
      .filter(({ reference }) => reference?.message_id === id);

  async function handled(interaction: Json): Promise<void> {
    const token = String(interaction.token);
    await discord.until(() => {
      const responded = discord.interaction(token)?.responded ?? null;
      if (responded !== CALLBACK.defer && responded !== CALLBACK.deferUpdate) return responded !== null;
      return discord.calls.some(
        ({ path, status }) => path.startsWith('/webhooks') && path.includes(token) && status < 300,
      );
    });
  }

  function only(all: readonly Kept[]): Kept {
    const [first] = all;
    if (first === undefined) throw new Error('nothing answered');
    return first;
  }

  const room: ServerRoom = {
    started,
    discord,
    ledger: started.ledger,
    knowledge,
    async interact(interaction) {
      discord.interact(interaction);
      await handled(interaction);
      return discord.answers(interaction);
    },
    command: async (name, options = {}, person = {}) =>
      only(await room.interact(typedCommand(discord, name, options, person))),
    ask: (question, options = {}, person = {}) => room.command('ask', { question, ...options }, person),
    find: async (message, person = {}) =>
      only(await room.interact(messageCommand(discord, 'Find this in our stories', message, person))),
    mention: (text, saying = {}) => room.say(`<@${BOT.id}> ${text}`, saying),
    async say(text, saying = {}) {
      const { id } = say(discord, { text, ...saying });
      await discord.until(() => under(id).length > 0);
      return only(under(id));
    },
    async unheard(text, saying = {}) {
      const { id } = say(discord, { text, ...saying });
      await started.settled();
      return under(id);
    },
    press: (kept, label, person) => room.interact(press(discord, kept, label, person)),
    async offered(name, options, focused, person = {}) {
      const interaction = autocompletion(discord, name, options, focused, person);
      await room.interact(interaction);
      const call = discord.calls.find(({ path }) => path.includes(`/${String(interaction.token)}`));
      return listOf(jsonOf(call?.body?.data).choices) as { name: string; value: string }[];
    },
    now({ id }) {
      const kept = discord.message(id);
      if (kept === undefined) throw new Error('the message is gone');
      return kept;
    },
    faults: () => [
      ...discord.calls.filter(({ why }) => why !== null).map(({ path, why }) => `${path}: ${why}`),
      ...discord.calls.flatMap(({ body }) => (body === null ? [] : pingsIn(body))),
    ],
  };
  return room;
}
