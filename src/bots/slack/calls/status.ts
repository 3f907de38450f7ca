import type { Heard } from '../payloads/heard.ts';
import { STATUS } from '../rendering/messages.ts';
import type { Around } from '../workspace/around.ts';

/** An answer is there within milliseconds as a rule, and then a status would only flicker. */
const AFTER_MS = 700;

/**
 * Shows that an answer is looked for, once that takes longer than it should. Slack takes it away when the answer is
 * posted (https://docs.slack.dev/reference/methods/assistant.threads.setStatus). It is worth no second try.
 *
 * @param around the way to Slack
 * @param heard the question
 * @param answered settles once the answer is posted, or is not coming
 */
export function showStatus({ api, log }: Around, heard: Heard, answered: Promise<unknown>): void {
  if (!heard.direct) return;
  const { channel, threadTs, ts } = heard;
  const late = setTimeout(() => {
    const args = { channel_id: channel, thread_ts: threadTs ?? ts, status: STATUS };
    api.call('assistant.threads.setStatus', args, 0).catch((error: unknown) => {
      log.debug({ err: error }, 'Slack does not show that an answer is on its way');
    });
  }, AFTER_MS);
  late.unref();
  void answered.finally(() => clearTimeout(late));
}
