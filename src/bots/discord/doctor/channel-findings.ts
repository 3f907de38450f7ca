import { ChannelType, PermissionFlagsBits, RESTJSONErrorCodes } from 'discord.js';
import { type Finding, missing, notChecked, ok } from '../../doctor.ts';
import { oneLine } from '../../text.ts';
import type { Outcome } from '../register/calls.ts';
import { shownName } from './application.ts';
import { type Channel, isThread, type Room, type Visit } from './channel.ts';
import { permissionsInChannel, permissionsInServer } from './permissions.ts';

const NAME = 'Channel';

/** What is needed in a channel, by the name that the channel's own settings show. */
interface Need {
  readonly name: string;
  readonly bit: bigint;
  readonly why: string;
}

const VIEW = { name: 'View Channel', bit: PermissionFlagsBits.ViewChannel, why: 'to be told of mentions' };
const SEND = { name: 'Send Messages', bit: PermissionFlagsBits.SendMessages, why: 'to answer' };
const IN_THREADS = {
  name: 'Send Messages in Threads',
  bit: PermissionFlagsBits.SendMessagesInThreads,
  why: 'to answer in threads',
};
const IN_POSTS = { ...IN_THREADS, name: 'Send Messages in Posts', why: 'to answer in posts' };
const HISTORY = {
  name: 'Read Message History',
  bit: PermissionFlagsBits.ReadMessageHistory,
  why: 'to answer as a reply; without it an answer is a message of its own',
};
const CONNECT = { name: 'Connect', bit: PermissionFlagsBits.Connect, why: 'to write beside a voice channel' };

/** `null` where nobody can write. */
function needsOf(channel: Channel): readonly Need[] | null {
  if (isThread(channel)) return [VIEW, IN_THREADS, HISTORY];
  switch (channel.type) {
    case ChannelType.GuildForum:
    case ChannelType.GuildMedia:
      return [VIEW, IN_POSTS, HISTORY];
    case ChannelType.GuildVoice:
    case ChannelType.GuildStageVoice:
      return [VIEW, CONNECT, SEND, HISTORY];
    case ChannelType.GuildCategory:
    case ChannelType.GuildDirectory:
      return null;
    default:
      return [VIEW, SEND, IN_THREADS, HISTORY];
  }
}

/**
 * @param outcome of a visit to the channel
 * @returns what the bot may do there, and what it needs and may not
 */
export function channelFindings(outcome: Outcome<Visit>): readonly Finding[] {
  if (outcome.kind === 'away') return [notChecked(NAME, outcome.sentence)];
  if (outcome.kind === 'refused') return [refusedFinding(outcome.error)];
  const { result } = outcome;
  if (result.kind === 'conversation') return [ok(NAME, 'a direct conversation, which needs no permissions')];
  const { channel, server, isTimedOut } = result.room;
  const needs = needsOf(channel);
  const name = `${isThread(channel) ? '' : '#'}${shownName(channel.name, channel.id)} in ${shownName(server, 'a server')}`;
  if (needs === null) {
    return [missing(NAME, `Nobody can write in ${name}: give --channel the id of one of its channels.`)];
  }
  if (isTimedOut) {
    return [missing(NAME, `The bot is timed out in ${shownName(server, 'the server')}: end the time-out.`)];
  }
  return [ok(NAME, name), ...lockFindings(result.room), ...needFindings(result.room, needs)];
}

function needFindings(room: Room, needs: readonly Need[]): readonly Finding[] {
  const { overwrites, standing, channel } = room;
  const inServer = permissionsInServer(standing);
  const here = permissionsInChannel(standing, overwrites);
  const lacking = needs.filter(({ bit }) => (here & bit) === 0n);
  if (lacking.length === 0) return [ok('Permissions', `all ${needs.length} are there`)];
  // Whoever cannot see a channel has no other permission there: that would only be said over and over.
  const shown = lacking.some(({ bit }) => bit === VIEW.bit) ? [VIEW] : lacking;
  const where = isThread(channel) ? 'the channel that the thread belongs to' : 'the channel';
  return shown.map(({ name, bit, why }) =>
    missing(
      `Permission ${name}`,
      (inServer & bit) === 0n
        ? `Needed ${why}: allow it to the bot's role in "Server Settings", "Roles", or in "Permissions" of ${where}.`
        : `Needed ${why}, and taken away in the channel: allow it to the bot's role in "Permissions" of ${where}.`,
    ),
  );
}

/** Into a locked thread only those may write who manage threads. */
function lockFindings({ channel, overwrites, standing }: Room): readonly Finding[] {
  if (channel.thread_metadata?.locked !== true) return [];
  const manages = permissionsInChannel(standing, overwrites) & PermissionFlagsBits.ManageThreads;
  return manages === 0n
    ? [missing('Thread', 'It is locked, so that nobody can write in it: unlock it.')]
    : [];
}

function refusedFinding({ code, message }: Extract<Outcome<Visit>, { kind: 'refused' }>['error']): Finding {
  switch (code) {
    case RESTJSONErrorCodes.UnknownChannel:
      return missing(
        NAME,
        'There is no channel of that id: turn "Developer Mode" on in Discord\'s settings, and use "Copy Channel ID".',
      );
    case RESTJSONErrorCodes.MissingAccess:
      return missing(
        NAME,
        `The bot cannot see it: allow "${VIEW.name}" to the bot's role in "Permissions" of the channel, and see that the bot is in that server (in a private thread: mention it there).`,
      );
    default:
      return notChecked(
        NAME,
        `Discord does not show it (${oneLine(message, 60)}): run this again in a minute.`,
      );
  }
}
