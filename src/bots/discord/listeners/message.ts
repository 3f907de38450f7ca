import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from '../../reply.ts';
import type { Around } from '../around.ts';
import { personOf } from '../commands/spot.ts';
import type { HeardMessage } from '../payloads/heard.ts';
import { mentions, questionText } from '../payloads/question-text.ts';
import { remembered, type Spot, whereabouts } from '../payloads/whereabouts.ts';
import { SAID } from '../rendering/messages.ts';
import { messageLink, threadUnder } from '../rendering/showing.ts';
import { settingsAt } from '../settings.ts';
import { postWords, wayBack } from './way-back.ts';

/** Discord answers a call within a tenth of a second, unless it is not well. */
const JUST_POSTED_MS = 250;

/** The server that a message was written in; `null` for a direct message. */
export function guildOf(client: Around['client'], message: HeardMessage): string | null {
  return message.guild_id ?? remembered(client, message.channel_id).guild;
}

/** The message of ours that a message replies to; `null` where it replies to none. */
export function answerRepliedTo(message: HeardMessage, botId: string): string | null {
  const { referenced_message: above, message_reference: reference, type } = message;
  // Discord may leave out the message that is replied to; a reply that pings us is one to us.
  const isOurs =
    above == null
      ? type === REPLY && message.mentions?.some(({ id }) => id === botId)
      : above.author?.id === botId;
  return isOurs ? (above?.id ?? reference?.message_id ?? null) : null;
}

/** `MessageType.Reply` */
const REPLY = 19;

/**
 * Answers a message, once, unless the place does not want that or it was answered there a moment ago.
 *
 * @param around what there is to work with
 * @param message the question
 * @param botId whose answers may be replied to
 */
export async function answerMessage(around: Around, message: HeardMessage, botId: string): Promise<void> {
  const { desk, ledger, log, limits, repeats } = around;
  const { channel_id: channel } = message;
  const spot = spotOf(around.client, message);
  const { place, thread } = whereabouts(spot);
  const under = answerRepliedTo(message, botId);
  const text = questionText(message.content ?? '');
  const isFollowUp = under !== null && !mentions(message.content ?? '', botId);
  const path = wayBack(around, message, place, text, isFollowUp);
  const told = (reply: Reply) => path.post(reply, null, []);

  async function answer(): Promise<void> {
    const { answers } = await settingsAt(ledger, log, place);
    if (answers === false) return;
    const busy = limits.take(spot.user, channel);
    // Once for all who ask there meanwhile.
    if (busy !== null) return say(SAID.tooMany(Math.ceil(busy / 1000)), `${channel}:${busy}`);
    const before = spot.direct || under !== null ? null : repeats.find(channel, text);
    if (before !== null) return say(SAID.again(messageLink(spot.guild, channel, before)), message.id);
    const leaning = under === null ? {} : { under: threadUnder(under) };
    // Somebody may reply before Discord has told us which message our answer is.
    if (under !== null && !(await desk.owns(threadUnder(under)))) await sleep(JUST_POSTED_MS);
    const person = personOf(spot);
    await desk.answer({ deliveries: [message.id], place, thread, text, person, ...leaning }, path);
  }

  /** One sentence under the message, once however often the same would be said. */
  function say(sentence: string, once: string): Promise<void> {
    return desk.handle([`said:${once}`], () => postWords(around, message, sentence), told);
  }

  // From here on, whoever stops the bot waits for it, and what breaks is told.
  await desk.handle([`heard:${message.id}`], answer, told);
}

function spotOf(client: Around['client'], message: HeardMessage): Spot {
  const guild = guildOf(client, message);
  return {
    guild,
    channel: message.channel_id,
    parent: remembered(client, message.channel_id).parent,
    direct: guild === null,
    user: message.author?.id ?? null,
  };
}
