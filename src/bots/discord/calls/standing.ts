import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Log } from '../../../log.ts';
import { callError } from './failure.ts';
import { patiently } from './patience.ts';

/** Discord gives as many messages at once: those that were written just after the question. */
const MOST = 100;
/** How long it may take to look, in ms. */
const LOOK_MS = 10_000;

/**
 * Looks for our answer to a message: by a process that died before it could say that it had answered.
 *
 * @param rest the way to Discord
 * @param question the message
 * @param bot our id
 * @param log where it is told that nothing can be seen: then the nonce alone keeps the answer from standing twice
 * @returns the id of the answer; `null` where none is seen
 */
export async function answerUnder(
  rest: REST,
  question: { readonly id: string; readonly channel_id: string },
  bot: string,
  log: Log,
): Promise<string | null> {
  const signal = AbortSignal.timeout(LOOK_MS);
  const query = new URLSearchParams({ after: question.id, limit: String(MOST) });
  try {
    const route = Routes.channelMessages(question.channel_id);
    const found = Messages.parse(await patiently(() => rest.get(route, { query, signal }), signal));
    const isAnswer = ({ author, message_reference: to }: (typeof found)[number]) =>
      author.id === bot && to?.message_id === question.id;
    return found.find(isAnswer)?.id ?? null;
  } catch (error) {
    log.debug({ err: callError(error) }, 'it cannot be seen whether a question was answered');
    return null;
  }
}

const Messages = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    message_reference: z.object({ message_id: z.string().optional() }).nullish(),
  }),
);
