import type { Ears } from '../heard.ts';
import { mentions } from '../question-text.ts';
import { answerMessage, guildOf, type Surroundings } from './message.ts';

/** Answers who mentions the bot in a channel or a thread. */
export function onMention(ears: Ears, around: Surroundings): void {
  ears.onMessage((message, botId) => {
    if (guildOf(around.client, message) === null || !mentions(message.content ?? '', botId)) return;
    answerMessage(around, message, botId);
  });
}
