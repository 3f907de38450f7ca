import type { EarlierTurn, Place } from '../../../knowledge/index.ts';
import { keepAnswer } from '../../answers.ts';
import type { Asking } from '../../asking.ts';
import { carried } from '../../carried.ts';
import type { Reply } from '../../reply.ts';
import type { Around } from '../around.ts';
import { type DiscordMessage, renderReply } from '../render.ts';
import { freshView, type View } from './actions.ts';

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

/** A public answer. */
export interface Public {
  /** Where it stands. */
  readonly channel: string | null;
  /** Where it was asked, which what it shows has to be open to. */
  readonly place: Place;
  /** The question, as it was asked. */
  readonly text: string;
  /** Whether the same question again may be sent to it: the answer for one story is not that for all. */
  readonly isForAll: boolean;
  /** Whether the question stands in the message, which then does not stand under it. */
  readonly hasHeading: boolean;
}

/**
 * Remembers a public answer: replies to it are follow-ups, the same question again is sent to it, and it follows
 * corrections.
 *
 * @param around where it is remembered
 * @param answer what it is
 * @param message its id
 * @param reply what it shows
 * @param asking what finds it again
 * @param turns what follow-ups may lean on
 */
export function remember(
  { desk, ledger, log, repeats }: Pick<Around, 'desk' | 'ledger' | 'log' | 'repeats'>,
  { channel, place, text, isForAll, hasHeading }: Public,
  message: string,
  reply: Reply,
  asking: Asking | null,
  turns: readonly EarlierTurn[],
): void {
  if (turns.length > 0) desk.adopt(threadUnder(message), turns);
  if (channel === null) return;
  const story = asking?.story ?? null;
  if (isForAll && reply.kind === 'answer') repeats.add({ channel, story }, text, message);
  const view = hasHeading ? text : '';
  keepAnswer(ledger, log, { bot: 'discord', channel, message, workspace: null, view }, place, reply, asking);
}

/** @returns the address of a message, which a reader can follow */
export function messageLink(guild: string | null, channel: string, message: string): string {
  return `https://discord.com/channels/${guild ?? '@me'}/${channel}/${message}`;
}
