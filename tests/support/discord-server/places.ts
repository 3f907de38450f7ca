import { isThread } from './home.ts';
import { type Json, jsonOf, listOf } from './json.ts';
import { type Refusal, refusal } from './payload.ts';
import { ALL, type Member, PERMISSIONS, permissionsIn } from './permissions.ts';
import { BOT, type State } from './state.ts';

/** What the bot may do where. */

/** @returns the bot as a member of a server */
export function botMember(guild: Json): Member {
  return { user: BOT.id, roles: listOf(guild.bot_roles).map(String) };
}

/** Which server a channel is in; `null` for direct messages and for channels that nobody knows. */
export function guildOf(state: State, channel: string): Json | null {
  const place = state.channels.get(channel);
  return state.guilds.get(String(place?.guild_id)) ?? null;
}

/**
 * What somebody may do in a channel: everything where it is in no server.
 *
 * @param state of the server
 * @param channel its id
 * @param member who; the bot, unless said otherwise
 */
function permissionsAt(state: State, channel: string, member?: Member): bigint {
  const guild = guildOf(state, channel);
  if (guild === null) return ALL;
  const place = jsonOf(state.channels.get(channel));
  const ruling = isThread(place) ? jsonOf(state.channels.get(String(place.parent_id))) : place;
  return permissionsIn(guild, ruling, member ?? botMember(guild));
}

const MISSING = refusal(403, 50013, 'Missing Permissions');
const UNKNOWN = refusal(404, 10003, 'Unknown Channel');
const NO_ACCESS = refusal(403, 50001, 'Missing Access');

/** Why the bot may not see a channel; `null` when it may. */
export function hidden(state: State, channel: string): Refusal | null {
  const place = state.channels.get(channel);
  if (place === null) return UNKNOWN;
  if (place === undefined) return null;
  if (place.guild_id !== undefined && guildOf(state, channel) === null) return NO_ACCESS;
  return may(state, channel, 'viewChannel') ? null : NO_ACCESS;
}

/** Why the bot may not write in a channel; `null` when it may. */
export function closed(state: State, channel: string): Refusal | null {
  const no = hidden(state, channel);
  if (no !== null) return no;
  const place = jsonOf(state.channels.get(channel));
  if (place.closed === true) return refusal(403, 50007, 'Cannot send messages to this user');
  if (place.type === 15 || place.type === 16 || place.type === 4) {
    return refusal(400, 50008, 'Cannot send messages in a non-text channel');
  }
  if (!may(state, channel, isThread(place) ? 'sendMessagesInThreads' : 'sendMessages')) return MISSING;
  return shut(state, channel);
}

/** Why nothing can be changed in a thread; `null` when it can. */
function shut(state: State, channel: string): Refusal | null {
  const { archived, locked } = jsonOf(jsonOf(state.channels.get(channel)).thread_metadata);
  const stays = archived === true && locked === true && !may(state, channel, 'manageThreads');
  return stays ? refusal(400, 50083, 'Thread is archived') : null;
}

/** Whether the bot has a permission in a channel. */
export function may(state: State, channel: string, what: keyof typeof PERMISSIONS): boolean {
  return (permissionsAt(state, channel) & PERMISSIONS[what]) !== 0n;
}
