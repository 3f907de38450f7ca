import { type REST, Routes } from 'discord.js';
import type { Log } from '../../../log.ts';
import type { ReplyPath } from '../../desk.ts';
import { LIMITS } from '../limits.ts';
import { callError, isAboutTheReply } from './failure.ts';
import type { Showing } from './interaction-path.ts';
import { patiently } from './patience.ts';
import { inEitherForm, messageIdIn, PATIENCE_MS } from './post.ts';
import { answerUnder } from './standing.ts';

/**
 * The way back to somebody who wrote a message: a reply to it, or, where that is not allowed, a message
 * beside it.
 *
 * @param rest the way to Discord
 * @param message what they wrote
 * @param showing how the answer is shown
 * @param log where a refusal is told
 * @param bot our id, where a process that is gone may have answered: that is looked for, and not posted again
 * @returns the way back
 */
export function messagePath(
  rest: REST,
  message: { readonly id: string; readonly channel_id: string },
  showing: Omit<Showing, 'isPrivate'>,
  log: Log,
  bot: string | null = null,
): ReplyPath {
  // With a nonce, Discord posts once, within some minutes, what we may send twice: after a timeout, or by two
  // processes. The id of the question will do.
  const nonce = message.id.slice(-LIMITS.nonce);
  let reference = true;

  return {
    async post(reply, asking, turns) {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const create = (body: object) =>
        patiently(() => rest.post(Routes.channelMessages(message.channel_id), { body, signal }), signal);
      const standing = bot === null ? null : await answerUnder(rest, message, bot, log);
      if (standing !== null) return showing.posted(standing, reply, asking, turns);
      const answer = await inEitherForm(
        showing.message(reply, asking),
        async (form) => {
          const body = { ...form, nonce, enforce_nonce: true };
          if (!reference) return create(body);
          try {
            const to = { message_id: message.id, fail_if_not_exists: false };
            return await create({ ...body, message_reference: to });
          } catch (thrown) {
            const error = callError(thrown);
            if (!isAboutTheReply(error)) throw error;
            log.warn({ err: error }, 'Discord refused a reply, which is sent as a message instead');
            reference = false;
            return create(body);
          }
        },
        log,
      );
      const id = messageIdIn(answer);
      if (id !== null) showing.posted(id, reply, asking, turns);
    },
  };
}
