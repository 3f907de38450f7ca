import type { Json } from './json.ts';
import { USUAL } from './permissions.ts';

/** A server with two channels, a thread and a forum, before a test changes it. */
export const GUILD: Json = {
  id: '500',
  name: 'Newsroom',
  icon: null,
  owner_id: '1',
  member_count: 3,
  large: false,
  unavailable: false,
  roles: [{ id: '500', name: '@everyone', permissions: String(USUAL), position: 0 }],
  bot_roles: [],
};

const CHANNEL = { type: 0, guild_id: '500', permission_overwrites: [] };

/**
 * A thread or a forum post.
 *
 * @param id of the thread
 * @param parent the channel or the forum that it belongs to
 * @param more what differs; `thread_metadata` as a whole
 * @returns Discord's channel object
 */
export function threadOf(id: string, parent: string, more: Json = {}): Json {
  return {
    id,
    type: 11,
    name: 'the vote',
    parent_id: parent,
    guild_id: '500',
    owner_id: '1',
    thread_metadata: {
      archived: false,
      locked: false,
      auto_archive_duration: 60,
      archive_timestamp: '2024-03-03T00:00:00Z',
    },
    ...more,
  };
}

export const HOME_CHANNELS: readonly Json[] = [
  { id: '600', name: 'general', position: 0, ...CHANNEL },
  { id: '601', name: 'desk', position: 1, ...CHANNEL },
  { id: '602', name: 'questions', position: 2, ...CHANNEL, type: 15, available_tags: [] },
  threadOf('700', '600'),
];

/** What Discord says of a server beside the server itself. */
const REST_OF_GUILD: Json = {
  members: [],
  emojis: [],
  stickers: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
};

/**
 * A server as Discord tells of it when a bot connects: archived threads are not among the others.
 *
 * @param guild the server
 * @param channels those of all servers
 * @param member the bot
 * @returns for GUILD_CREATE
 */
export function guildCreate(guild: Json, channels: readonly Json[], member: Json): Json {
  const { bot_roles: _, ...own } = guild;
  const here = channels.filter(({ guild_id }) => guild_id === guild.id);
  const threads = here.filter(isThread);
  return {
    ...own,
    joined_at: '2024-01-01T00:00:00Z',
    ...REST_OF_GUILD,
    members: [member],
    channels: here.filter((channel) => !isThread(channel)),
    threads: threads.filter(
      ({ thread_metadata }) => (thread_metadata as Json | undefined)?.archived !== true,
    ),
  };
}

/** Whether a channel is a thread or a forum post. */
export function isThread({ type }: Json): boolean {
  return type === 10 || type === 11 || type === 12;
}
