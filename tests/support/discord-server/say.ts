import { has } from './flags.ts';
import { type Json, jsonOf } from './json.ts';
import { type Kept, messageOf } from './messages.ts';
import { type Person, userOf } from './person.ts';
import type { DiscordServer } from './server-types.ts';
import { BOT } from './state.ts';

/** What somebody writes, and how. */
export interface Saying extends Pick<Person, 'user' | 'name' | 'channel' | 'roles'> {
  readonly text: string;
  /** What it replies to. */
  readonly replyTo?: Kept | Json;
  /** Whether the reply notifies who it replies to; it does unless it is turned off. */
  readonly pings?: boolean;
  readonly by?: 'person' | 'bot' | 'webhook' | 'system' | 'the bot itself';
  /** Of Discord's message object, what differs. */
  readonly more?: Json;
}

const INTENTS = { guildMessages: 1 << 9, directMessages: 1 << 12, messageContent: 1 << 15 } as const;

/**
 * Writes a message.
 *
 * @param discord tells the bot of it, as far as its intents go: where it may not read what is said, `content` is
 *   empty
 * @param saying what, where, and in reply to what
 * @returns the message, whole
 */
export function say(discord: DiscordServer, saying: Saying): Json {
  const message = messageSaid(discord, saying);
  discord.note(message);
  tell(discord, 'MESSAGE_CREATE', message);
  return message;
}

/** Changes what somebody wrote. */
export function editSaid(discord: DiscordServer, message: Json, content: string): Json {
  const edited = { ...message, ...mentionsOf(content), content, edited_timestamp: new Date().toISOString() };
  tell(discord, 'MESSAGE_UPDATE', edited);
  // Whole, after the bot's share of it.
  discord.note(edited);
  return edited;
}

/** Deletes a message. */
export function unsay(discord: DiscordServer, { id, channel_id, guild_id }: Json): void {
  discord.gateway.dispatch('MESSAGE_DELETE', {
    id,
    channel_id,
    ...(guild_id === undefined ? {} : { guild_id }),
  });
}

function messageSaid(discord: DiscordServer, saying: Saying): Json {
  const { text, channel = '600', roles = [], replyTo, pings = true, by = 'person', more = {} } = saying;
  const place = discord.channels.get(channel);
  const guild_id = place?.guild_id;
  const replied = replyTo === undefined ? null : sentOf(discord, replyTo);
  const mentioned = mentionsOf(text, replied !== null && pings ? jsonOf(replied.author) : null);
  return {
    id: discord.snowflake(),
    type: by === 'system' ? 6 : replied === null ? 0 : 19,
    channel_id: channel,
    ...(guild_id === undefined ? { channel_type: 1 } : { guild_id, member: { roles, joined_at: null } }),
    author: authorOf(saying, by),
    ...(by === 'webhook' ? { webhook_id: '900' } : {}),
    content: text,
    ...mentioned,
    attachments: [],
    embeds: [],
    components: [],
    flags: 0,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    ...(replied === null
      ? {}
      : {
          message_reference: {
            type: 0,
            message_id: replied.id,
            channel_id: channel,
            ...(guild_id === undefined ? {} : { guild_id }),
          },
          referenced_message: replied,
        }),
    ...more,
  };
}

function sentOf(discord: DiscordServer, message: Kept | Json): Json {
  return 'ours' in message
    ? messageOf(message as Kept, { application: String(discord.application.id) })
    : message;
}

function authorOf(person: Person, by: NonNullable<Saying['by']>): Json {
  if (by === 'the bot itself') return BOT;
  return {
    ...userOf(person),
    ...(by === 'person' ? {} : { bot: true }),
    ...(by === 'system' ? { system: true } : {}),
  };
}

function mentionsOf(text: string, replied: Json | null = null): Json {
  const ids = [...text.matchAll(/<@!?(\d+)>/g)].map(([, id]) => String(id));
  const others = ids.filter((id) => id !== replied?.id);
  const users = [...new Set(others)].map((id) =>
    id === BOT.id ? BOT : userOf({ user: id, name: `user${id}` }),
  );
  return {
    mentions: [...users, ...(replied === null ? [] : [replied])],
    mention_roles: [...text.matchAll(/<@&(\d+)>/g)].map(([, id]) => id),
    mention_everyone: /@everyone|@here/.test(text),
  };
}

function tell(discord: DiscordServer, event: string, message: Json): void {
  const intents = discord.gateway.intents() ?? 0;
  const direct = message.guild_id === undefined;
  if (!has(intents, direct ? INTENTS.directMessages : INTENTS.guildMessages)) return;
  const author = jsonOf(message.author);
  const readable =
    direct ||
    author.id === BOT.id ||
    has(intents, INTENTS.messageContent) ||
    (message.mentions as readonly Json[]).some(({ id }) => id === BOT.id);
  const hidden = { content: '', embeds: [], attachments: [], components: [] };
  discord.gateway.dispatch(event, readable ? message : { ...message, ...hidden });
}
