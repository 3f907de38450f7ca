import { Routes } from 'discord.js';
import { keepAnswer } from '../../answers.ts';
import type { Around } from '../around.ts';
import { patiently } from '../calls/patience.ts';
import { inEitherForm, PATIENCE_MS } from '../calls/post.ts';
import type { AnswerUnder } from '../manners/questions.ts';
import type { Ears } from '../payloads/heard.ts';
import { questionText } from '../payloads/question-text.ts';
import { freshMessage } from '../rendering/showing.ts';

/**
 * What was asked is shown in an answer once the message above it reads otherwise: nobody turns a quotation into the
 * answer to something else by rewriting what they asked. It is not answered again.
 */
export function onEdited(ears: Ears, around: Around): void {
  ears.onEdited(({ id, content }) => {
    const answer = around.questions.edited(id);
    if (answer === null) return undefined;
    // Of what no longer speaks to us Discord does not tell the text.
    if (questionText(content ?? '') !== answer.text) return showQuestion(around, id, answer);
    around.questions.answered(id, answer);
    return undefined;
  });
}

/**
 * Shows in an answer what it answers.
 *
 * @param around what there is to work with
 * @param question the message that it stands under
 * @param answer the answer
 */
export async function showQuestion(around: Around, question: string, answer: AnswerUnder): Promise<void> {
  const { client, desk, ledger, log, repeats } = around;
  const { channel, message, place, text } = answer;
  // Who asks the same is not sent to it.
  repeats.drop(message);
  await desk.handle(
    [`edited:${question}`],
    async () => {
      const { reply, asking } = await desk.again(answer.asking, place);
      if (asking === null) throw new Error('the answer could not be found again');
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const route = Routes.channelMessage(channel, message);
      await inEitherForm(
        freshMessage(around, reply, asking, { heading: text }),
        (body) => patiently(() => client.rest.patch(route, { body, signal }), signal),
        log,
      );
      const standing = { bot: 'discord', channel, message, workspace: null, view: text } as const;
      keepAnswer(ledger, log, standing, place, reply, asking);
    },
    // Whoever has edited a question waits for nothing.
    async () => undefined,
  );
}
