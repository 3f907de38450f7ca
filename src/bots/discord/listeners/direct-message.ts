import type { Around } from '../around.ts';
import type { Ears } from '../payloads/heard.ts';
import { answerMessage, guildOf } from './message.ts';

/** Answers who writes to the bot alone, where no mention is needed. */
export function onDirectMessage(ears: Ears, around: Around): void {
  ears.onMessage((message, botId) => {
    return guildOf(around.client, message) === null ? answerMessage(around, message, botId) : undefined;
  });
}
