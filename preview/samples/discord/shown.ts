import { FIND } from '../../../src/bots/discord/commands/definitions/names.ts';
import { type DiscordMessage, renderReply } from '../../../src/bots/discord/render.ts';
import { freshView, type View } from '../../../src/bots/discord/rendering/actions.ts';
import type { Message } from '../../discord/message.ts';
import type { Surface } from '../../discord/surface.ts';
import { nameOf } from '../../names.ts';
import type { Shown } from '../asked.ts';
import { DORA, NUTGRAF } from '../people.ts';
import { CHANNEL, KNOWN, MENTION } from './ids.ts';
import type { Sent } from './sent.ts';

/** The channel that the samples stand in. */
export const TITLE = nameOf(KNOWN.names, CHANNEL);
const ASKED_AT = '10:24 AM';

/** A mention in a channel, and the reply to it. */
export function replied(shown: Shown): Surface {
  return inChannel([said(`${MENTION} ${shown.question}`), answered(shown, `${MENTION} ${shown.question}`)]);
}

/** A direct message, and the reply to it. */
export function directly(shown: Shown): Surface {
  return {
    kind: 'direct',
    other: NUTGRAF,
    messages: [said(shown.question), answered(shown, shown.question)],
  };
}

/** What `/ask` brings, for everybody. */
export function byCommand(shown: Shown): Surface {
  return inChannel([commanded('/ask', viewed(shown, { heading: shown.question }), false)]);
}

/** What `/ask` brings where it is to be private: one person sees it, who may share it. */
export function toOne(shown: Shown): Surface {
  return inChannel([commanded('/ask', viewed(shown, { heading: shown.question, shareable: true }), true)]);
}

/** What the menu of a message brings: only the person sees it. */
export function byMenu(shown: Shown): Surface {
  const message = viewed(shown, { heading: shown.question, shareable: true });
  return inChannel([commanded(FIND, message, true)]);
}

/** What a command brings to one person, as it was sent. */
export function told(command: string, { content = '', ...sent }: Sent): Surface {
  const message: Message = { author: NUTGRAF, time: ASKED_AT, content, ...sent };
  return inChannel([{ ...message, command: { by: DORA, name: `/${command}` }, ephemeral: true }]);
}

/** What a button under an answer brings for one person. */
export function pressed(first: Shown, message: DiscordMessage): Surface {
  const answer = answered(first, `${MENTION} ${first.question}`);
  const line = { author: NUTGRAF, content: '' };
  return inChannel([answer, { ...ours(message), replyTo: line, ephemeral: true }]);
}

/** An answer that was private, and then shared. */
export function shared(shown: Shown): Surface {
  const message = viewed(shown, { heading: shown.question, by: DORA.name });
  return inChannel([ours(message)]);
}

/** A message of somebody's, as it stands in a channel. */
export function said(content: string): Message {
  return { author: DORA, time: ASKED_AT, content };
}

/** @returns how a message is shown, with the buttons that it has when it is posted */
export function viewOf(more: Partial<View>): View {
  return freshView('preview', more);
}

function viewed({ reply, opened = [] }: Shown, more: Partial<View> = {}): DiscordMessage {
  return renderReply(reply, viewOf({ opened: new Set(opened), ...more }));
}

function answered(shown: Shown, question: string): Message {
  return { ...ours(viewed(shown)), replyTo: { author: DORA, content: question } };
}

function commanded(name: string, message: DiscordMessage, ephemeral: boolean): Message {
  return { ...ours(message), command: { by: DORA, name }, ephemeral };
}

function ours({ components }: DiscordMessage): Message {
  return { author: NUTGRAF, time: ASKED_AT, content: '', components };
}

function inChannel(messages: readonly Message[]): Surface {
  return { kind: 'channel', title: TITLE, messages };
}
