import { type Json, jsonOf, listOf } from './json.ts';
import type { Kept } from './messages.ts';
import { messageOf } from './messages.ts';
import { type Discord, from, type Person } from './person.ts';

/**
 * What Discord sends when somebody uses a command
 * (https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object).
 */

/** The value of an option; an object for those whose type cannot be seen of it: `{ type: 7, value: '600' }`. */
export type Given = string | number | boolean | { readonly type: number; readonly value: string | number };

const CHANNEL = 7;

/**
 * Somebody has typed a command.
 *
 * @param discord makes ids, and knows the registered commands
 * @param name of the command, with those of group and subcommand: `nutgraf settings`
 * @param options by name
 * @param person who, and where
 * @returns for `interact`
 */
export function typedCommand(
  discord: Discord,
  name: string,
  options: Readonly<Record<string, Given>> = {},
  person: Person = {},
): Json {
  return { ...from(discord, person), type: 2, data: dataOf(discord, name, options, null, person) };
}

/**
 * Somebody is typing a command, and is to be offered completions.
 *
 * @param discord makes ids, and knows the registered commands
 * @param name of the command, with those of group and subcommand
 * @param options what has been typed so far, by name
 * @param focused the option that is being typed
 * @param person who, and where
 * @returns for `interact`
 */
export function autocompletion(
  discord: Discord,
  name: string,
  options: Readonly<Record<string, Given>>,
  focused: string,
  person: Person = {},
): Json {
  return { ...from(discord, person), type: 4, data: dataOf(discord, name, options, focused, person) };
}

/**
 * Somebody has chosen a command in the menu of a message.
 *
 * @param discord makes ids
 * @param name of the command
 * @param message as it is kept, or as Discord sends it
 * @param person who; where the message is
 * @returns for `interact`
 */
export function messageCommand(
  discord: Discord,
  name: string,
  message: Kept | Json,
  person: Person = {},
): Json {
  const sent =
    'ours' in message ? messageOf(message as Kept, { application: String(discord.application.id) }) : message;
  const { id, channel_id } = sent;
  const base = from(discord, { channel: String(channel_id), ...person });
  const data = {
    id: commandOf(discord, name, person)?.id ?? '801',
    name,
    type: 3,
    target_id: id,
    resolved: { messages: { [String(id)]: sent } },
  };
  return { ...base, type: 2, data };
}

function commandOf(discord: Discord, name: string | undefined, { guild = '500' }: Person): Json | undefined {
  const all = [...(discord.commands.get('') ?? []), ...(discord.commands.get(guild) ?? [])];
  return all.find((command) => command.name === name);
}

function dataOf(
  discord: Discord,
  names: string,
  given: Readonly<Record<string, Given>>,
  focused: string | null,
  person: Person,
): Json {
  const [name, ...inside] = names.split(' ');
  const command = commandOf(discord, name, person);
  const { id = '800', guild_id } = command ?? {};
  // The registered types of the options, where the command is registered.
  const described = inside.reduce<Json | undefined>((parent, each) => optionIn(parent, each), command);
  const values = Object.entries(given).map(([option, value]) => ({
    ...typedValue(value, optionIn(described, option)?.type),
    name: option,
    ...(option === focused ? { focused: true } : {}),
  }));
  const options = inside.reduceRight<readonly Json[]>(
    (within, each, depth) => [{ name: each, type: inside.length - depth === 1 ? 1 : 2, options: within }],
    values,
  );
  const channels = values.filter(({ type }) => type === CHANNEL).map(({ value }) => String(value));
  const resolved = Object.fromEntries(
    channels.map((channel) => [
      channel,
      { id: channel, type: 0, name: 'unknown', ...jsonOf(discord.channels.get(channel)) },
    ]),
  );
  return {
    id,
    name,
    type: 1,
    ...(guild_id === undefined ? {} : { guild_id }),
    ...(options.length === 0 ? {} : { options }),
    ...(channels.length === 0 ? {} : { resolved: { channels: resolved } }),
  };
}

function optionIn(parent: Json | undefined, name: string): Json | undefined {
  return listOf(parent?.options)
    .map(jsonOf)
    .find((option) => option.name === name);
}

function typedValue(given: Given, registered: unknown): { type: unknown; value: unknown } {
  if (typeof given === 'object') return given;
  const seen = { string: 3, number: Number.isInteger(given) ? 4 : 10, boolean: 5 };
  return { type: registered ?? seen[typeof given as keyof typeof seen], value: given };
}
