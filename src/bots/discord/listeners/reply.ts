import type { Around } from '../around.ts';
import type { Ears, HeardMessage } from '../payloads/heard.ts';
import { mentions } from '../payloads/question-text.ts';
import { remembered, whereabouts } from '../payloads/whereabouts.ts';
import { settingsAt } from '../settings.ts';
import { answerMessage, answerRepliedTo, guildOf } from './message.ts';

/**
 * Answers a reply to one of our answers: a follow-up, which needs no mention unless the place wants one. Discord
 * tells its text where the reply pings us, as it does unless somebody turns that off.
 */
export function onReply(ears: Ears, around: Around): void {
  ears.onMessage((message, botId) => {
    if (guildOf(around.client, message) === null || mentions(message.content ?? '', botId)) return undefined;
    if (answerRepliedTo(message, botId) === null || (message.content ?? '').trim() === '') return undefined;
    return followUp(around, message, botId);
  });
}

async function followUp(around: Around, message: HeardMessage, botId: string): Promise<void> {
  const { client, ledger, log, questions } = around;
  const { channel_id: channel } = message;
  questions.begin(message.id);
  const spot = {
    guild: guildOf(client, message),
    channel,
    parent: remembered(client, channel).parent,
    direct: false,
    user: message.author?.id ?? null,
  };
  const { followUps } = await settingsAt(ledger, log, whereabouts(spot).place);
  if (followUps !== false) await answerMessage(around, message, botId);
}
