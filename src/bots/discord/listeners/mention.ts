import type { Around } from '../around.ts';
import type { Ears } from '../payloads/heard.ts';
import { mentions } from '../payloads/question-text.ts';
import { answerMessage, guildOf } from './message.ts';

/** Answers who mentions the bot in a channel or a thread. */
export function onMention(ears: Ears, around: Around): void {
  ears.onMessage((message, botId) => {
    if (guildOf(around.client, message) === null || !mentions(message.content ?? '', botId)) return undefined;
    return answerMessage(around, message, botId);
  });
}
