import { type APIInteraction, ApplicationCommandType, InteractionType } from 'discord.js';
import type { Around } from '../around.ts';
import type { HeardInteraction } from '../payloads/heard.ts';
import { questionText } from '../payloads/question-text.ts';
import { answerQuestion } from './ask.ts';

/** @returns whether it is the use of a command on a message; ours is the only one */
export function isFind({ type, data }: HeardInteraction): boolean {
  return (
    type === InteractionType.ApplicationCommand &&
    data !== undefined &&
    'type' in data &&
    data.type === ApplicationCommandType.Message
  );
}

/**
 * Looks for what a message says in the stories, for the one who wants to know.
 *
 * @param around what there is to work with
 * @param interaction the use of the command
 */
export async function answerFind(around: Around, interaction: APIInteraction): Promise<void> {
  const text = questionText(contentIn(interaction));
  await answerQuestion(around, interaction, { text, story: undefined, isPrivate: true });
}

/** Discord sends the message along. */
function contentIn({ data }: APIInteraction): string {
  if (data === undefined || !('target_id' in data) || !('resolved' in data)) return '';
  const { resolved, target_id } = data;
  if (!('messages' in resolved) || resolved.messages === undefined) return '';
  return resolved.messages[target_id]?.content ?? '';
}
