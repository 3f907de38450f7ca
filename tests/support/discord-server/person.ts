import { randomBytes } from 'node:crypto';
import { isThread } from './home.ts';
import { type Json, jsonOf } from './json.ts';
import { permissionsIn, USUAL } from './permissions.ts';
import { botMember } from './places.ts';
import type { DiscordServer } from './server-types.ts';

/** Who does it, and where. */
export interface Person {
  readonly user?: string;
  readonly name?: string;
  /** `600` unless said otherwise. A channel that the server does not know is one of direct messages. */
  readonly channel?: string;
  /** A server that the bot is not in. */
  readonly guild?: string;
  readonly roles?: readonly string[];
  /** Instead of what the person's roles give. */
  readonly permissions?: bigint;
  /** Instead of what the bot's roles give. */
  readonly appPermissions?: bigint;
  readonly locale?: string;
  /** Direct messages with others, not with the bot. */
  readonly amongOthers?: boolean;
  /** Who has the app; the server, unless the bot is not in it. */
  readonly installed?: 'guild' | 'user' | 'both';
}

/** What knows of places, commands and ids. */
export type Discord = Pick<DiscordServer, 'guilds' | 'channels' | 'commands' | 'application' | 'snowflake'>;

/** A person as Discord describes them. */
export function userOf({ user = '300', name = 'ada' }: Person): Json {
  return { id: user, username: name, global_name: name, discriminator: '0', avatar: null, public_flags: 0 };
}

const GUILD = 0;
const BOT_DM = 1;
const PRIVATE_CHANNEL = 2;

/**
 * What every interaction has.
 *
 * @param discord makes ids, and knows the place
 * @param person who it is, and where
 * @returns the payload, without `type` and `data`
 */
export function from(discord: Discord, person: Person): Json {
  const { channel = '600', locale = 'en-US', roles = [] } = person;
  const place = discord.channels.get(channel) ?? null;
  const guildId = person.guild ?? (place?.guild_id === undefined ? null : String(place.guild_id));
  const guild = guildId === null ? null : (discord.guilds.get(guildId) ?? null);
  const user = userOf(person);
  const ruling = place !== null && isThread(place) ? discord.channels.get(String(place.parent_id)) : place;
  const own =
    person.permissions ??
    (guild === null ? USUAL : permissionsIn(guild, ruling ?? null, { user: String(user.id), roles }));
  const bots =
    person.appPermissions ??
    (guild === null ? USUAL : permissionsIn(guild, ruling ?? null, botMember(guild)));
  return {
    id: discord.snowflake(),
    application_id: discord.application.id,
    token: `t${randomBytes(12).toString('hex')}`,
    version: 1,
    channel_id: channel,
    channel: channelSeen(channel, place, guildId, own),
    ...(guildId === null
      ? { user, context: person.amongOthers === true ? PRIVATE_CHANNEL : BOT_DM }
      : {
          guild_id: guildId,
          guild: { id: guildId, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: memberSeen(user, roles, own),
          context: GUILD,
        }),
    locale,
    app_permissions: String(bots),
    authorizing_integration_owners: owners(person, guildId, guild !== null, String(user.id)),
    entitlements: [],
    attachment_size_limit: 10_485_760,
  };
}

function memberSeen(user: Json, roles: readonly string[], permissions: bigint): Json {
  return {
    user,
    roles,
    permissions: String(permissions),
    nick: null,
    avatar: null,
    joined_at: '2024-01-02T00:00:00Z',
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

function channelSeen(id: string, place: Json | null, guild: string | null, permissions: bigint): Json {
  const direct = { id, type: 1, last_message_id: null, flags: 0 };
  if (guild === null) return place === null ? direct : { ...direct, ...place };
  const known = place ?? { id, type: 0, name: 'elsewhere', position: 0, guild_id: guild };
  const { permission_overwrites: _, ...seen } = jsonOf(known);
  return { ...seen, permissions: String(permissions) };
}

function owners(person: Person, guild: string | null, member: boolean, user: string): Json {
  const { installed = member || (guild === null && person.amongOthers !== true) ? 'guild' : 'user' } = person;
  return {
    ...(installed === 'user' ? {} : { 0: guild ?? '0' }),
    ...(installed === 'guild' ? {} : { 1: user }),
  };
}
