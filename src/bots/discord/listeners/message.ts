import { Routes } from 'discord.js';
import type { Around } from '../around.ts';
import { callError } from '../failure.ts';
import type { HeardMessage } from '../heard.ts';
import { messagePath } from '../message-path.ts';
import { SAID } from '../messages.ts';
import { plainForm } from '../post.ts';
import { questionText } from '../question-text.ts';
import { settingsAt } from '../settings.ts';
import { freshMessage, messageLink, remember, threadUnder } from '../showing.ts';
import { remembered, type Spot, whereabouts } from '../whereabouts.ts';

/** The server that a message was written in; `null` for a direct message. */
export function guildOf(client: Around['client'], message: HeardMessage): string | null {
  return message.guild_id ?? remembered(client, message.channel_id).guild;
}

/** The message of ours that a message replies to; `null` where it replies to none. */
export function answerRepliedTo(message: HeardMessage, botId: string): string | null {
  const { referenced_message: above, message_reference: reference } = message;
  if (above?.author?.id !== botId) return null;
  return above.id ?? reference?.message_id ?? null;
}

/**
 * Answers a message, unless the place does not want that or it was answered there a moment ago.
 *
 * @param around what there is to work with
 * @param message the question
 * @param botId whose mention is no part of it
 */
export async function answerMessage(around: Around, message: HeardMessage, botId: string): Promise<void> {
  const { client, desk, ledger, log, repeats } = around;
  const spot = spotOf(around, message);
  const { place, thread } = whereabouts(spot);
  const under = answerRepliedTo(message, botId);
  const { answers } = await settingsAt(ledger, log, place);
  if (answers === false) return;
  const text = questionText(message.content ?? '', botId);
  const busy = around.limits.take(spot.user, message.channel_id);
  if (busy !== null)
    return say(around, message, SAID.tooMany(Math.ceil(busy / 1000)), `${spot.user}:${busy}`);
  const before = spot.direct || under !== null ? null : repeats.find(message.channel_id, text);
  if (before !== null) {
    return say(around, message, SAID.again(messageLink(spot.guild, message.channel_id, before)), message.id);
  }
  await desk.answer(
    {
      deliveries: [message.id],
      place,
      thread: under === null ? thread : threadUnder(under),
      text,
      person: spot.user === null ? null : `discord:${spot.user}`,
    },
    messagePath(
      client.rest,
      message,
      {
        message: (reply, asking) => freshMessage(around, reply, asking),
        posted: (id, reply, turns) =>
          remember(around, { channel: message.channel_id, text }, id, reply, turns),
      },
      log,
    ),
  );
}

function spotOf({ client }: Around, message: HeardMessage): Spot {
  const guild = guildOf(client, message);
  return {
    guild,
    channel: message.channel_id,
    parent: remembered(client, message.channel_id).parent,
    direct: guild === null,
    user: message.author?.id ?? null,
  };
}

/** One sentence under a message, said once however often the same would be said. */
async function say(
  { client, desk, log }: Around,
  message: HeardMessage,
  sentence: string,
  once: string,
): Promise<void> {
  const body = {
    ...plainForm(sentence),
    message_reference: { message_id: message.id, fail_if_not_exists: false },
  };
  await desk.handle(
    [`said:${once}`],
    () => client.rest.post(Routes.channelMessages(message.channel_id), { body }),
    async () => log.warn({ err: callError(new Error('nothing could be said')) }, 'a sentence was not posted'),
  );
}
