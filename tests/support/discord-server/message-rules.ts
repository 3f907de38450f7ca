import { COMPONENTS_V1, COMPONENTS_V2, textsIn } from './components.ts';
import { EMBEDS } from './embeds.ts';
import { FLAGS, has } from './flags.ts';
import { isJson, type Json, jsonOf, listOf } from './json.ts';
import {
  ANY,
  choice,
  flag,
  inTurn,
  list,
  type Mistake,
  nullable,
  object,
  type Rule,
  snowflake,
  text,
  twiceIn,
  whole,
  wrong,
} from './rules.ts';

/** Messages (https://docs.discord.com/developers/resources/message#create-message). */

/** How a message comes about: by the bot itself, as the response to an interaction or after it, or as an edit. */
export type Making = 'post' | 'response' | 'edit';

/** What may be set when a message is made, and when it is edited. */
const SETTABLE: Readonly<Record<Making, number>> = {
  post: FLAGS.suppressEmbeds | FLAGS.suppressNotifications | FLAGS.componentsV2,
  response: FLAGS.suppressEmbeds | FLAGS.suppressNotifications | FLAGS.componentsV2 | FLAGS.ephemeral,
  edit: FLAGS.suppressEmbeds | FLAGS.componentsV2,
};

function settable(making: Making, already: number): Rule {
  return (value, path) => {
    const all = whole(0, 2 ** 31)(value, path);
    if (all.length > 0) return all;
    // An edit may name what is set already.
    const foreign = Number(value) & ~(SETTABLE[making] | (making === 'edit' ? already : 0));
    if (foreign !== 0)
      return wrong(path, 'MESSAGE_FLAGS_NOT_SETTABLE', `The flags ${foreign} cannot be set here`);
    return making === 'edit' && has(already, FLAGS.componentsV2) && !has(value, FLAGS.componentsV2)
      ? wrong(path, 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG', 'The IS_COMPONENTS_V2 flag cannot be removed')
      : [];
  };
}

const exclusive: Rule = (value, path) => {
  const { parse } = jsonOf(value);
  const both = ['users', 'roles'].find(
    (kind) => listOf(parse).includes(kind) && listOf(jsonOf(value)[kind]).length > 0,
  );
  return both === undefined
    ? []
    : wrong(
        path,
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse: ["${both}"] and ${both}: [ids...] are mutually exclusive.`,
      );
};

const distinct: Rule = (value, path) =>
  twiceIn(listOf(value)) === undefined
    ? []
    : wrong(path, 'SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value');

const IDS = inTurn(list(snowflake, 100, 0), distinct);
const ALLOWED_MENTIONS = object(
  {},
  {
    parse: inTurn(list(choice('roles', 'users', 'everyone'), 3, 0), distinct),
    users: nullable(IDS),
    roles: nullable(IDS),
    replied_user: flag,
  },
  exclusive,
);

const REFERENCE = object(
  { message_id: snowflake },
  { type: choice(0), channel_id: snowflake, guild_id: snowflake, fail_if_not_exists: flag },
);

/** A string or a number of at most 25 characters. */
const NONCE: Rule = (value, path) =>
  typeof value === 'number' ? whole(0, Number.MAX_SAFE_INTEGER)(value, path) : text(25, 0)(value, path);

const ATTACHMENTS = list(
  object({ id: ANY }, { filename: text(1_024), description: text(1_024), title: text(1_024) }),
  10,
  0,
);

const LEGACY = ['content', 'embeds', 'poll', 'sticker_ids'] as const;

/** What there is of that which Components V2 take the place of, in a message that has their flag. */
export function legacyIn(message: Json): readonly Mistake[] {
  if (!has(message.flags, FLAGS.componentsV2)) return [];
  return LEGACY.filter((name) => holds(message[name])).flatMap((name) =>
    wrong(
      [name],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    ),
  );
}

function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
}

/**
 * What Discord finds wrong with a message.
 *
 * @param message what was sent
 * @param making how it comes about
 * @param already the flags of the message that is edited
 * @returns every mistake
 */
export function mistakesIn(message: Json, making: Making, already = 0): readonly Mistake[] {
  const { flags } = message;
  const v2 = has(already, FLAGS.componentsV2) || has(flags, FLAGS.componentsV2);
  const components = v2 && !isEmptied(message.components) ? COMPONENTS_V2 : COMPONENTS_V1;
  const fields: Readonly<Record<string, Rule>> = {
    content: nullable(text(2_000, 0)),
    embeds: nullable(EMBEDS),
    components: nullable(components),
    flags: nullable(settable(making, already)),
    allowed_mentions: nullable(ALLOWED_MENTIONS),
    attachments: nullable(ATTACHMENTS),
    tts: flag,
    nonce: nullable(NONCE),
    enforce_nonce: flag,
    poll: nullable(ANY),
    sticker_ids: nullable(list(snowflake, 3, 0)),
    ...(making === 'post' ? { message_reference: nullable(REFERENCE) } : {}),
  };
  const mistakes = object({}, fields)(message, []);
  return mistakes.length > 0 || !v2 ? mistakes : legacyIn({ ...message, flags: FLAGS.componentsV2 });
}

function isEmptied(components: unknown): boolean {
  return components === undefined || components === null;
}

/** Whether nothing of a message would be seen. */
export function isEmpty({ content, embeds, components, sticker_ids, poll, attachments }: Json): boolean {
  const written = typeof content === 'string' && content.trim() !== '';
  return !written && ![embeds, components, sticker_ids, attachments].some(holds) && !isJson(poll);
}

/**
 * Discord answers with HTTP 500 to Components V2 whose text displays are longer than this in UTF-8, with 12
 * bytes for each of them (https://github.com/discord/discord-api-docs/issues/8554, August 2026). 4,000
 * characters of Japanese are.
 */
const MOST_BYTES = 10_170;

/** Whether the text displays of a message are too long for Discord's servers. */
export function breaksDiscord({ components }: Json): boolean {
  const texts = textsIn(components);
  const bytes = Buffer.byteLength(texts.join(''), 'utf8');
  return bytes + 12 * texts.length > MOST_BYTES;
}
