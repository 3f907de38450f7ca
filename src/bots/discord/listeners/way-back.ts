import { Routes } from 'discord.js';
import type { Place } from '../../../knowledge/index.ts';
import type { ReplyPath } from '../../desk.ts';
import { looksLikeQuestion } from '../../follow-up.ts';
import type { Reply } from '../../reply.ts';
import type { Around } from '../around.ts';
import { callError } from '../calls/failure.ts';
import { messagePath } from '../calls/message-path.ts';
import { plainForm } from '../calls/post.ts';
import type { HeardMessage } from '../payloads/heard.ts';
import { renderReply, renderWords } from '../render.ts';
import { SAID } from '../rendering/messages.ts';
import { freshMessage, messageLink, remember } from '../rendering/showing.ts';
import { showQuestion } from './edited.ts';

/** A message that asks something. */
export interface Asking {
  /** Where it was written. */
  readonly place: Place;
  /** The question. */
  readonly text: string;
  /** Whether it replies to an answer of ours, without a mention: then "thanks" asks for nothing. */
  readonly isFollowUp: boolean;
  /** Whether a process that is gone may have answered it: that answer is looked for. */
  readonly mayStand: boolean;
}

/**
 * The way back to somebody who wrote a message: under it, and where we may not write there, a word of it to them alone.
 *
 * @param around what there is to work with
 * @param message what they wrote
 * @param asking what it asks
 * @returns the way back
 */
export function wayBack(
  around: Around,
  message: HeardMessage,
  { place, text, isFollowUp, mayStand }: Asking,
): ReplyPath {
  const { client, log } = around;
  const { channel_id: channel } = message;
  const path = messagePath(
    client.rest,
    message,
    {
      message: (reply, asking) => freshMessage(around, reply, asking),
      posted: (id, reply, asking, turns) => {
        const answer = { channel, place, text, isForAll: true, hasHeading: false };
        remember(around, answer, id, reply, asking, turns);
        if (asking === null) return;
        const under = { channel, message: id, place, text, asking };
        if (around.questions.answered(message.id, under)) void showQuestion(around, message.id, under);
      },
    },
    log,
    mayStand ? (client.user?.id ?? null) : null,
  );
  return {
    async post(reply, asking, turns) {
      if (isFollowUp && asking !== null && reply.kind === 'notice' && !looksLikeQuestion(text)) return;
      // A reply to an answer goes on with what was asked before it, for whoever replies next.
      const before = isFollowUp ? (asking?.earlier ?? []) : [];
      try {
        await path.post(reply, asking, [...before, ...turns]);
      } catch (error) {
        // An answer that cannot be posted is followed by the word that it cannot.
        if (asking !== null || reply.kind !== 'notice') throw error;
        log.warn({ err: callError(error) }, 'nothing can be posted there, which the person is told alone');
        await tellAlone(around, message, reply);
      }
    },
  };
}

/** Posts a sentence of ours, which is Markdown, under a message. */
export async function postWords(
  { client, log }: Around,
  message: HeardMessage,
  words: string,
): Promise<void> {
  const showing = { message: () => renderWords(words), posted: () => undefined };
  await messagePath(client.rest, message, showing, log).post(NOTHING, null, []);
}

/** What is shown does not depend on it. */
const NOTHING: Reply = { kind: 'notice', sentence: '', suggestions: [] };

/** In a direct message: a sentence of ours only, since stories that are open there may not be open here. */
async function tellAlone({ client }: Around, message: HeardMessage, reply: Reply): Promise<void> {
  const { author, guild_id, channel_id } = message;
  if (author === undefined || guild_id === undefined) throw new Error('there is no other way to that person');
  const { id } = (await client.rest.post(Routes.userChannels(), { body: { recipient_id: author.id } })) as {
    readonly id: string;
  };
  const where = SAID.elsewhere(messageLink(guild_id, channel_id, message.id));
  const content = `${renderReply(reply).content}\n${where}`;
  await client.rest.post(Routes.channelMessages(id), { body: plainForm(content) });
}
