import type { EarlierTurn } from '../../knowledge/index.ts';
import type { Asking } from '../asking.ts';
import { carried } from '../carried.ts';
import type { Reply } from '../reply.ts';
import { freshView, type View } from './actions.ts';
import type { Around } from './around.ts';
import { type DiscordMessage, renderReply } from './render.ts';

/** @returns a new message for a reply, with buttons where something finds its answer again */
export function freshMessage(
  { ledger, log }: Pick<Around, 'ledger' | 'log'>,
  reply: Reply,
  asking: Asking | null,
  view: Partial<View> = {},
): DiscordMessage {
  return renderReply(reply, asking === null ? null : freshView(carried(ledger, log, asking), view));
}

/** The name of the thread that replies to a message of ours belong to. */
export function threadUnder(message: string): string {
  return `discord:message:${message}`;
}

/**
 * Remembers a public answer: replies to it are follow-ups, and the same question again is sent to it.
 *
 * @param around where it is remembered
 * @param where the channel, the question, and what was asked before it
 * @param message the id of the answer
 * @param reply what it shows
 * @param turns what follow-ups may lean on
 */
export function remember(
  { desk, repeats }: Pick<Around, 'desk' | 'repeats'>,
  where: { readonly channel: string | null; readonly text: string },
  message: string,
  reply: Reply,
  turns: readonly EarlierTurn[],
): void {
  if (turns.length > 0) desk.adopt(threadUnder(message), turns);
  if (where.channel !== null && reply.kind === 'answer') repeats.add(where.channel, where.text, message);
}

/** @returns the address of a message, which a reader can follow */
export function messageLink(guild: string | null, channel: string, message: string): string {
  return `https://discord.com/channels/${guild ?? '@me'}/${channel}/${message}`;
}
