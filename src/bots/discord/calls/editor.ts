import { type REST, Routes } from 'discord.js';
import type { Ledger, PostedAnswer } from '../../../ledger/ledger.ts';
import type { Log } from '../../../log.ts';
import type { Asking } from '../../asking.ts';
import type { Editor } from '../../corrections.ts';
import type { Reply } from '../../reply.ts';
import { freshMessage } from '../rendering/showing.ts';
import { callError } from './failure.ts';
import { patiently } from './patience.ts';
import { type Form, inEitherForm, PATIENCE_MS } from './post.ts';

/**
 * Refusals after which an answer cannot be changed: the message, the channel or our access is gone
 * (https://discord.com/developers/docs/topics/opcodes-and-status-codes#json). Answers to a command in a server without
 * us can be changed by the command's own token only, which lives for 15 minutes.
 */
const FOR_GOOD = new Set<unknown>([10_003, 10_004, 10_008, 50_001, 50_005, 50_013, 50_083]);

/**
 * @param rest the way to Discord
 * @param ledger where what buttons carry is kept
 * @param log where a refusal is told
 * @param withdrawn told of a message that answers nothing any more
 * @returns what changes answers in Discord
 */
export function discordEditor(
  rest: REST,
  ledger: Ledger,
  log: Log,
  withdrawn: (message: string) => void,
): Editor {
  async function tried(
    { message: id, view }: PostedAnswer,
    reply: Reply,
    asking: Asking,
    send: (form: Form, signal: AbortSignal) => Promise<unknown>,
  ): Promise<boolean> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const heading = view === '' ? null : view;
    if (reply.kind === 'gone') withdrawn(id);
    const message = freshMessage({ ledger, log }, reply, reply.kind === 'gone' ? null : asking, { heading });
    try {
      await inEitherForm(message, (form) => patiently(() => send(form, signal), signal), log);
      return true;
    } catch (thrown) {
      if (FOR_GOOD.has(callError(thrown).code)) return false;
      throw thrown;
    }
  }

  return {
    bot: 'discord',
    edit: (answer, reply, asking) =>
      tried(answer, reply, asking, (body, signal) =>
        rest.patch(Routes.channelMessage(answer.channel, answer.message), { body, signal }),
      ),
    follow: (answer, reply, asking) =>
      tried(answer, reply, asking, (form, signal) => {
        const to = { message_id: answer.message, fail_if_not_exists: false };
        const body = { ...form, message_reference: to };
        return rest.post(Routes.channelMessages(answer.channel), { body, signal });
      }),
  };
}
