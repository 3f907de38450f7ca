import type { Ears } from '../heard.ts';
import { answerMessage, guildOf, type Surroundings } from './message.ts';

/** Answers who writes to the bot alone, where no mention is needed. */
export function onDirectMessage(ears: Ears, around: Surroundings): void {
  ears.onMessage((message, botId) => {
    if (guildOf(around.client, message) === null) answerMessage(around, message, botId);
  });
}
