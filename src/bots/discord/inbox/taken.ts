import { z } from 'zod';
import type { Delivery } from '../../../ledger/ledger.ts';
import type { HeardInteraction, HeardMessage } from '../payloads/heard.ts';

/** A message that asks us something, and where it stands: whoever does it again may not know the place. */
export interface TakenMessage {
  readonly kind: 'message';
  /** When it was heard, in ms since the epoch. */
  readonly at: number;
  readonly message: HeardMessage;
  readonly guild: string | null;
  /** The channel that its thread belongs to; `null` where it stands in none. */
  readonly parent: string | null;
}

/** A command that was used, or a button that was pressed. */
export interface TakenInteraction {
  readonly kind: 'interaction';
  /** When it was heard, in ms since the epoch. */
  readonly at: number;
  readonly interaction: HeardInteraction;
}

/** A session with Discord, which tells whoever resumes it what was missed. */
export interface TakenSession {
  readonly kind: 'session';
  readonly id: string;
  /** The inbox keeps a thing for a day: longer sessions are put in again. */
  readonly turn: number;
}

/** What a process has taken on. */
export type Taken = TakenMessage | TakenInteraction | TakenSession;

/** @returns its name in the inbox: Discord's own ids, each unique */
export function nameOf(taken: Taken): string {
  switch (taken.kind) {
    case 'message':
      return `discord:message:${taken.message.id}`;
    case 'interaction':
      return `discord:interaction:${taken.interaction.id}`;
    case 'session':
      return `discord:session:${taken.id}:${taken.turn}`;
  }
}

/** @returns for the inbox; of a message only what answering it needs */
export function deliveryOf(taken: Taken): Delivery {
  const kept = taken.kind === 'message' ? { ...taken, message: needed(taken.message) } : taken;
  return { bot: 'discord', names: [nameOf(taken)], payload: JSON.stringify(kept) };
}

/** @returns what was taken on; `null` where another version of this program wrote it */
export function readTaken({ payload }: Delivery): Taken | null {
  try {
    const { data } = Kept.safeParse(JSON.parse(payload));
    // Discord's documentation promises the rest; what we use of it is checked where it is used.
    return data === undefined ? null : (data as Taken);
  } catch {
    return null;
  }
}

const Kept = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('message'),
    at: z.number(),
    message: z.looseObject({ id: z.string(), channel_id: z.string() }),
    guild: z.string().nullable(),
    parent: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('interaction'),
    at: z.number(),
    interaction: z.looseObject({ id: z.string(), token: z.string(), type: z.number() }),
  }),
  z.object({ kind: z.literal('session'), id: z.string(), turn: z.number() }),
]);

/** Neither names nor pictures of people, nor what a message shows besides its text. */
function needed(message: HeardMessage) {
  const { id, channel_id, guild_id, type, content, author, mentions, message_reference } = message;
  const { referenced_message: above } = message;
  return {
    ...{ id, channel_id, guild_id, type, content, message_reference },
    author: author && { id: author.id },
    mentions: mentions?.map((user) => ({ id: user.id })),
    ...(above == null ? {} : { referenced_message: { id: above.id, author: { id: above.author?.id } } }),
  };
}
