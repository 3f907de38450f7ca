import type { Reply } from '../reply.ts';
import type { SlackApi } from './api.ts';
import { failureOf } from './failure.ts';
import { renderReply, type SlackMessage } from './render.ts';

/** Where a message of ours goes. */
export interface Spot {
  readonly channel: string;
  /** `null` to post beside the question. */
  readonly threadTs: string | null;
}

/** The one person who shall see an answer. */
export interface Asker {
  /** Takes five messages within 30 minutes (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses). */
  readonly responseUrl: string | null;
  readonly channel: string | null;
  readonly user: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

/** Refusals that another form of the message does not change. */
const NOT_THE_FORM =
  /^(?:account_|cannot_|channel_|ekm_|invalid_auth|is_|missing_|not_|org_|restricted_|team_|token_|user_|used_url|expired_url|no_permission|http_404|http_410)/;

/**
 * Posts a reply where everybody in the channel sees it.
 *
 * @param api the way to Slack
 * @param spot where
 * @param reply what
 * @throws what Slack's client throws when it takes the reply in no form
 */
export async function postMessage(api: SlackApi, { channel, threadTs }: Spot, reply: Reply): Promise<void> {
  const where = { channel, ...(threadTs === null ? {} : { thread_ts: threadTs }) };
  await inEitherForm(renderReply(reply), (form) =>
    api.call('chat.postMessage', { ...where, ...form, unfurl_links: false, unfurl_media: false }),
  );
}

/**
 * Posts a reply that only the person who asked sees: by the command's own address, and where that is used
 * up or broken, by our name.
 *
 * @param api the way to Slack
 * @param asker who asked
 * @param reply what
 * @throws what the last try threw
 */
export async function postToAsker(api: SlackApi, asker: Asker, reply: Reply): Promise<void> {
  const message = renderReply(reply);
  const { responseUrl, channel, user } = asker;
  try {
    if (responseUrl === null) throw new Error('the command has no response_url');
    await inEitherForm(message, (form) =>
      api.respond(responseUrl, {
        response_type: 'ephemeral',
        replace_original: false,
        ...form,
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
  } catch (error) {
    // It may have come through, only late.
    if (channel === null || user === null || failureOf(error).kind === 'timeout') throw error;
    await inEitherForm(message, (form) => api.call('chat.postEphemeral', { channel, user, ...form }));
  }
}

/** With blocks; where Slack refuses those, as plain text. */
async function inEitherForm(
  { blocks, text, plain }: SlackMessage,
  send: (form: Fields) => Promise<void>,
): Promise<void> {
  try {
    await send({ text, blocks });
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== 'refused' || NOT_THE_FORM.test(failure.code)) throw error;
    await send({ text: plain, mrkdwn: false });
  }
}
