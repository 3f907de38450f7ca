import { setTimeout as sleep } from 'node:timers/promises';
import type { Around } from '../around.ts';
import { personOf } from '../commands/spot.ts';
import type { TakenMessage } from '../inbox/taken.ts';
import type { HeardMessage } from '../payloads/heard.ts';
import { mentions, questionText } from '../payloads/question-text.ts';
import { askForParent, remembered, type Spot, whereabouts } from '../payloads/whereabouts.ts';
import { renderReply } from '../render.ts';
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
  const { client, intake, ledger, limits, log, questions } = around;
  const { channel_id: channel } = message;
  const at = Date.now();
  // At once: an edit may come next.
  questions.begin(message.id);
  const guild = guildOf(client, message);
  const isKnown = guild === null || client.channels.cache.has(channel);
  const parent = isKnown ? remembered(client, channel).parent : await askForParent(client, channel, log);
  const spot = { ...spotIn(message, guild), parent };
  const { answers } = await settingsAt(ledger, log, whereabouts(spot).place);
  if (answers === false) return;
  const busy = limits.take(spot.user, channel);
  // Nothing is kept of a flood.
  if (busy !== null && !limits.isNews(channel, busy)) return;
  await intake.take({ kind: 'message', at, message, guild, parent }, () =>
    busy === null
      ? reply(around, message, botId, spot, false)
      : say(around, message, SAID.tooMany(Math.ceil(busy / 1000))),
  );
}

/**
 * Answers a message that a process has taken on and left. An answer that stands already is not posted again.
 *
 * @param around what there is to work with
 * @param taken the message, and where it stands
 */
export async function answerAgain(
  around: Around,
  { message, guild, parent }: Pick<TakenMessage, 'message' | 'guild' | 'parent'>,
): Promise<void> {
  const { client, ledger, log, questions } = around;
  const spot = { ...spotIn(message, guild), parent };
  questions.begin(message.id);
  const { answers } = await settingsAt(ledger, log, whereabouts(spot).place);
  if (answers !== false) await reply(around, message, client.user?.id ?? '', spot, true);
}

async function reply(
  around: Around,
  message: HeardMessage,
  botId: string,
  spot: Spot,
  mayStand: boolean,
): Promise<void> {
  const { desk, ledger, log, repeats } = around;
  const { channel_id: channel } = message;
  const { place, thread } = whereabouts(spot);
  const under = answerRepliedTo(message, botId);
  const text = questionText(message.content ?? '');
  const isFollowUp = under !== null && !mentions(message.content ?? '', botId);
  const path = wayBack(around, message, { place, text, isFollowUp, mayStand });

  async function answer(): Promise<void> {
    const { story = null } = await settingsAt(ledger, log, place);
    const before = spot.direct || under !== null ? null : repeats.find({ channel, story }, text);
    if (before !== null) return say(around, message, SAID.again(messageLink(spot.guild, channel, before)));
    const leaning = under === null ? {} : { under: threadUnder(under) };
    // Somebody may reply before Discord has told us which message our answer is.
    const isKnown = under === null || (await desk.owns(threadUnder(under)).catch(() => false));
    if (!isKnown) await sleep(JUST_POSTED_MS);
    const person = personOf(spot);
    await desk.answer({ deliveries: [message.id], place, thread, text, person, ...leaning }, path);
  }

  // From here on, whoever stops the bot waits for it, and what breaks is told.
  await desk.handle([`heard:${message.id}`], answer, (told) => path.post(told, null, []));
}

/** One sentence under the message. */
async function say(around: Around, message: HeardMessage, sentence: string): Promise<void> {
  await around.desk.handle(
    [`said:${message.id}`],
    () => postWords(around, message, sentence),
    (told) => postWords(around, message, renderReply(told).content),
  );
}

function spotIn(message: HeardMessage, guild: string | null): Omit<Spot, 'parent'> {
  const user = message.author?.id ?? null;
  return { guild, channel: message.channel_id, direct: guild === null, user };
}
