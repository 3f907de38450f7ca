import { ChannelType, type Client, Routes } from 'discord.js';
import type { Log } from '../../../log.ts';
import type { Asked } from '../../desk.ts';
import { callError } from '../calls/failure.ts';

/** Types of threads. */
export const THREADS: readonly unknown[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** Where something was asked, as far as Discord says. */
export interface Spot {
  readonly guild: string | null;
  readonly channel: string | null;
  /** The channel that a thread belongs to; `null` where it is no thread, or not known to be one. */
  readonly parent: string | null;
  /** Whether it is a conversation with the bot alone. */
  readonly direct: boolean;
  readonly user: string | null;
}

/**
 * What discord.js remembers of a channel.
 *
 * @param client what is connected to Discord
 * @param id the channel's id
 * @returns its server and, for a thread, the channel that it belongs to; `null` where unknown
 */
export function remembered(client: Client, id: string): Pick<Spot, 'guild' | 'parent'> {
  const channel = client.channels.cache.get(id);
  return {
    guild: channel !== undefined && 'guildId' in channel ? channel.guildId : null,
    parent: channel?.isThread() ? channel.parentId : null,
  };
}

/** Discord answers within a tenth of a second; what takes longer is not waited for. */
const ASK_MS = 1_000;

/**
 * Asks Discord for the channel that a thread belongs to. discord.js knows it of the servers of this process; a message
 * that another process has missed may come from others.
 *
 * @param client what is connected to Discord
 * @param id the channel's id
 * @param log where it is told that Discord does not say
 * @returns `null` where it is no thread, or not known to be one
 */
export async function askForParent(client: Client, id: string, log: Log): Promise<string | null> {
  try {
    const found = await client.rest.get(Routes.channel(id), { signal: AbortSignal.timeout(ASK_MS) });
    const { type, parent_id } = found as { readonly type?: unknown; readonly parent_id?: string | null };
    return THREADS.includes(type) ? (parent_id ?? null) : null;
  } catch (error) {
    log.debug({ err: callError(error) }, 'Discord does not say where a message was written');
    return null;
  }
}

/**
 * Whose stories may be told there, and which questions belong together: all of a thread and of a direct
 * conversation; in a channel, where many talk at a time, each person's own.
 *
 * @param spot where something was asked
 * @returns for the desk
 */
export function whereabouts(spot: Spot): Pick<Asked, 'place' | 'thread'> {
  const { guild, channel, parent, direct, user } = spot;
  const shared = direct || parent !== null;
  return {
    place: { bot: 'discord', guild, channel: parent ?? channel },
    thread: channel === null ? null : shared ? `discord:${channel}` : user && `discord:${channel}:${user}`,
  };
}
