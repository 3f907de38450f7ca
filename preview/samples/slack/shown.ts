import type { KnownBlock } from '@slack/types';
import { renderReply, type SlackMessage } from '../../../src/bots/slack/render.ts';
import type { View } from '../../../src/bots/slack/rendering/actions.ts';
import type { Place } from '../../../src/knowledge/index.ts';
import type { Message } from '../../slack/message.ts';
import type { Surface } from '../../slack/surface.ts';
import type { Shown } from '../asked.ts';
import { DORA, NUTGRAF } from '../people.ts';
import { MENTION } from './ids.ts';

/** Where the samples' questions are asked: in some channel, of which nothing is known. */
export const SOMEWHERE: Place = { bot: 'slack', workspace: null, channel: null };

const CHANNEL = '# night-desk';
const ASKED_AT = '10:24 AM';

/** A mention in a channel, answered in its thread. */
export function inThread(shown: Shown): Surface {
  const question = said(`${MENTION} ${shown.question}`);
  return { kind: 'thread', title: CHANNEL, messages: [question, ours(message(shown))] };
}

/** A direct message, answered beside it. */
export function directly(shown: Shown): Surface {
  return {
    kind: 'channel',
    title: NUTGRAF.name,
    messages: [said(shown.question), ours(message(shown))],
  };
}

/** What `/ask` brings: seen by one person, who may share it. The command itself is seen by nobody. */
export function toOne(shown: Shown): Surface {
  const answer = ours(renderReply(shown.reply, viewOf(shown, true)));
  return { kind: 'channel', title: CHANNEL, messages: [{ ...answer, ephemeral: true }] };
}

/** A message of ours that stands in a channel by itself. */
export function alone(shared: SlackMessage): Surface {
  return { kind: 'channel', title: CHANNEL, messages: [ours(shared)] };
}

/** A mention as the channel shows it, with the answer under "1 reply". */
export function inChannel(question: string): Surface {
  const asked = { ...said(`${MENTION} ${question}`), replies: [NUTGRAF] };
  return { kind: 'channel', title: CHANNEL, messages: [asked] };
}

/** A link that somebody pasted, and what stands under it. */
export function unfurled(url: string, blocks: readonly KnownBlock[]): Surface {
  const message = { ...said(`<${url}>`), attachments: [{ blocks: [...blocks] }] };
  return { kind: 'channel', title: CHANNEL, messages: [message] };
}

/** @returns the same as in a thread, as a message by itself */
export function message(shown: Shown): SlackMessage {
  return renderReply(shown.reply, viewOf(shown, false));
}

/** @returns how it is shown, with the buttons that it has when it is posted */
export function viewOf({ question, opened = [] }: Omit<Shown, 'reply'>, shareable: boolean): View {
  const asking = { text: question, story: null, earlier: [] };
  return { state: { asking, opened: new Set(opened), kept: null }, shareable };
}

function said(text: string): Message {
  return { author: DORA, time: ASKED_AT, text };
}

function ours({ blocks, text }: SlackMessage): Message {
  return { author: NUTGRAF, time: ASKED_AT, text, blocks };
}
