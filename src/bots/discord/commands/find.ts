import { type APIInteraction, ApplicationCommandType, InteractionType } from 'discord.js';
import { z } from 'zod';
import type { Around } from '../around.ts';
import type { HeardInteraction } from '../payloads/heard.ts';
import { questionText } from '../payloads/question-text.ts';
import { answerQuestion } from './ask.ts';
import { isObject } from './options.ts';

/** @returns whether it is the use of a command on a message; ours is the only one */
export function isFind({ type, data }: HeardInteraction): boolean {
  return (
    type === InteractionType.ApplicationCommand &&
    isObject(data) &&
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

/** Discord sends the message along; one that only passes another on has that in it. */
function contentIn({ data }: APIInteraction): string {
  const { data: found } = Target.safeParse(data);
  const message = found?.resolved.messages.get(found.target_id);
  const { content = '', message_snapshots: passedOn } = Written.safeParse(message).data ?? {};
  return content === '' ? (passedOn?.[0]?.message.content ?? '') : content;
}

const Target = z.object({
  target_id: z.string(),
  resolved: z.object({
    messages: z.record(z.string(), z.unknown()).transform((all) => new Map(Object.entries(all))),
  }),
});
const Content = z.object({ content: z.string() });
const Written = Content.extend({
  message_snapshots: z
    .array(z.object({ message: Content }))
    .nullish()
    .catch(null),
});
