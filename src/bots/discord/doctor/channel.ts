import { ChannelType } from 'discord.js';
import { z } from 'zod';
import type { Call, Outcome } from '../register/calls.ts';
import type { Overwrite, Standing } from './permissions.ts';

const text = z.string().nullish().catch(null);
const bits = z.string().regex(/^\d+$/).catch('0');

/** https://discord.com/developers/docs/resources/channel#channel-object, as far as we look. */
const Channel = z.object({
  id: z.string(),
  type: z.number(),
  name: text,
  guild_id: text,
  parent_id: text,
  permission_overwrites: z.array(z.object({ id: z.string(), allow: bits, deny: bits })).catch([]),
  thread_metadata: z
    .object({ locked: z.boolean().nullish().catch(null) })
    .nullish()
    .catch(null),
});
/** A channel or a thread. */
export type Channel = Readonly<z.infer<typeof Channel>>;

const Guild = z.object({
  name: text,
  owner_id: text,
  roles: z.array(z.object({ id: z.string(), permissions: bits })),
});
const Member = z.object({ roles: z.array(z.string()), communication_disabled_until: text });

/** A channel of a server, with all that decides what the bot may do there. */
export interface Room {
  readonly channel: Channel;
  readonly server: string | null;
  /** What the channel says of roles and members; a thread has nothing of its own to say. */
  readonly overwrites: readonly Overwrite[];
  readonly standing: Standing;
  /** Nobody who is timed out may write anywhere in the server. */
  readonly isTimedOut: boolean;
}

/** A conversation has no permissions. */
export type Visit = { readonly kind: 'conversation' } | { readonly kind: 'room'; readonly room: Room };

const THREADS: readonly number[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** @returns whether it belongs to another channel, which decides who may do what */
export function isThread({ type }: Channel): boolean {
  return THREADS.includes(type);
}

/**
 * Reads a channel, and where it stands.
 *
 * @param call the way to Discord
 * @param id of the channel or thread
 * @param bot id of the bot's user
 * @returns what there is, or how Discord said no
 */
export async function visit(call: Call, id: string, bot: string): Promise<Outcome<Visit>> {
  const found = await call(Channel, `/channels/${id}`);
  if (found.kind !== 'done') return found;
  const channel = found.result;
  const { guild_id: guild, parent_id: parent } = channel;
  if (!guild) return { kind: 'done', result: { kind: 'conversation' } };
  const [above, server, member] = await Promise.all([
    isThread(channel) && parent ? call(Channel, `/channels/${parent}`) : found,
    call(Guild, `/guilds/${guild}`),
    call(Member, `/guilds/${guild}/members/${bot}`),
  ]);
  if (above.kind !== 'done') return above;
  if (server.kind !== 'done') return server;
  if (member.kind !== 'done') return member;
  const until = Date.parse(member.result.communication_disabled_until ?? '');
  const standing: Standing = {
    guild,
    owner: server.result.owner_id ?? null,
    roles: server.result.roles,
    member: bot,
    memberRoles: member.result.roles,
  };
  const { permission_overwrites: overwrites } = above.result;
  return {
    kind: 'done',
    result: {
      kind: 'room',
      room: {
        channel,
        server: server.result.name ?? null,
        overwrites,
        standing,
        isTimedOut: until > Date.now(),
      },
    },
  };
}
