import { ApplicationCommandType, ApplicationIntegrationType } from 'discord.js';

/** Any JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** Everywhere that the application may be used, or in one server alone. */
export type Place = 'everywhere' | { readonly guild: string };

/** What people can tell about a command or an option, each by a name, without what is as if it were not said. */
export type Facts = ReadonlyMap<string, string>;

/** As Discord would take it if nothing was said of it. */
const LEAST_LENGTH = 0;
const MOST_LENGTH = 6_000;

/**
 * Reads a command, ours or one of Discord's, so that two can be compared. What Discord adds (ids, versions, what
 * holds when nothing is said) is passed over, and nothing is made of the order of keys.
 *
 * @param command as Discord takes or gives it
 * @param place where it is up; where it may be used counts everywhere only
 * @returns what is said of it, without its options
 */
export function commandFacts(command: Json, place: Place): Facts {
  const { default_member_permissions, nsfw, integration_types, contexts } = command;
  const installs = integration_types ?? [ApplicationIntegrationType.GuildInstall];
  return facts([
    ...textFacts(command),
    ['permissions that members need', default_member_permissions],
    ['age restriction', nsfw === true ? true : null],
    ...(place === 'everywhere'
      ? ([
          ['ways to install', sorted(installs)],
          ['where it may be used', sorted(contexts)],
        ] as const)
      : []),
  ]);
}

/**
 * @param option of a command
 * @returns what is said of it
 */
export function optionFacts(option: Json): Facts {
  const { type, required, autocomplete, min_length, max_length } = option;
  return facts([
    ...textFacts(option),
    ['type', type],
    ['required', required === true ? true : null],
    ['autocomplete', autocomplete === true ? true : null],
    ['min_length', min_length === LEAST_LENGTH ? null : min_length],
    ['max_length', max_length === MOST_LENGTH ? null : max_length],
    ['min_value', option.min_value],
    ['max_value', option.max_value],
    ['channel_types', sorted(option.channel_types)],
    ['choices', filled(option.choices)],
    ['options', filled(option.options)],
  ]);
}

/** @returns the options of a command */
export function optionsOf({ options }: Json): readonly Json[] {
  return (Array.isArray(options) ? options : []).filter(isObject);
}

/** @returns what a command is among others: two of one name and type cannot be up in one place */
export function keyOf({ type, name }: Json): string {
  return `${type ?? ApplicationCommandType.ChatInput} ${name}`;
}

/** @returns how people know a command */
export function labelOf({ type, name }: Json): string {
  return (type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput
    ? `/${name}`
    : String(name);
}

function textFacts(from: Json): readonly (readonly [string, unknown])[] {
  // Commands of menus have no description, which Discord gives as an empty one.
  const { name, description } = from;
  return [
    ['description', description === '' ? null : description],
    ...translations('name', name, from.name_localizations),
    ...translations('description', description, from.description_localizations),
  ];
}

function translations(what: string, text: unknown, by: unknown): readonly (readonly [string, unknown])[] {
  if (!isObject(by)) return [];
  return Object.entries(by).map(
    ([locale, said]) => [`${what} in ${locale}`, said === text ? null : said] as const,
  );
}

function facts(said: readonly (readonly [string, unknown])[]): Facts {
  return new Map(
    said
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

function sorted(list: unknown): unknown {
  return Array.isArray(list) && list.length > 0 ? [...list].map(Number).sort((a, b) => a - b) : null;
}

/** A list in which nothing stands is as good as none. Within it, nothing is said of what is `null`. */
function filled(list: unknown): unknown {
  return Array.isArray(list) && list.length > 0 ? canonical(list) : null;
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, said]) => said !== null && said !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, said]) => [key, canonical(said)]),
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
