import type { Place } from '../../../knowledge/index.ts';
import { keepAnswer } from '../../answers.ts';
import type { Asking } from '../../asking.ts';
import { type Reply, TOO_LONG_TO_SHOW } from '../../reply.ts';
import { LIMITS } from '../limits.ts';
import { renderReply, type SlackMessage } from '../render.ts';
import type { View } from '../rendering/actions.ts';
import { freshState } from '../state.ts';
import type { Around } from '../workspace/around.ts';
import type { SlackApi } from './api.ts';
import { failureOf } from './failure.ts';
import { postOnce } from './post-once.ts';
import { type Naming, standing } from './standing.ts';

/** Where a message of ours goes. */
export interface Destination {
  readonly channel: string;
  /** `null` to post beside the question. */
  readonly threadTs: string | null;
}

/** A message of ours that is there. */
export interface Posted {
  readonly channel: string;
  /** Its timestamp, which names it in its channel. */
  readonly message: string;
}

/** One of the forms of a message. */
export type Fields = Readonly<Record<string, unknown>>;

/** Refusals that another form of the message does not change. */
const NOT_THE_FORM =
  /^(?:account_|cannot_|cant_|channel_|edit_window_|ekm_|invalid_auth|is_|message_not_found|missing_|not_|org_|restricted_|team_|token_|user_|used_url|expired_url|no_permission|http_404|http_410)/;

/** How a message is shown when it is new; `null` for one without buttons. */
export function freshView(
  around: Pick<Around, 'ledger' | 'log'>,
  asking: Asking | null,
  shareable = false,
): View | null {
  return asking === null ? null : { state: freshState(around, asking), shareable };
}

/**
 * Posts a reply where everybody in the channel sees it, in the channel's turn; not where it stands already.
 *
 * @param around the way to Slack
 * @param to where
 * @param message what
 * @param naming what it is posted for, once; `null` for what nobody does again
 * @returns where it is
 * @throws what Slack's client throws when it takes the message in no form
 */
export async function postMessage(
  around: Pick<Around, 'api' | 'self' | 'pace' | 'echoes' | 'ledger' | 'log' | 'mayBeDone'>,
  to: Destination,
  message: SlackMessage,
  naming: Naming | null = null,
): Promise<Posted> {
  const before = naming !== null && around.mayBeDone() ? await standing(around, to, naming) : null;
  if (before !== null) return before;
  const { channel, ts } = await around.pace.inTurn(to.channel, () =>
    inEitherForm(message, (form) => postOnce(around, to, form, naming)),
  );
  // A message to a person's id is posted in a channel with another name.
  return { channel: String(channel ?? to.channel), message: String(ts ?? '') };
}

/** `chat.update` refuses longer texts, where `chat.postMessage` cuts them; some count bytes of UTF-8. */
function shortened(text: string): string {
  if (Buffer.byteLength(text) <= LIMITS.updateText) return text;
  const [first = ''] = text.split('\n');
  return Buffer.byteLength(first) <= LIMITS.updateText ? first : TOO_LONG_TO_SHOW;
}

/**
 * Shows something else in the place of a message of ours.
 *
 * @param api the way to Slack
 * @param posted the message
 * @param message what is shown now
 * @throws what Slack's client throws when it takes it in no form
 */
export async function updateMessage(api: SlackApi, posted: Posted, message: SlackMessage): Promise<void> {
  const at = { channel: posted.channel, ts: posted.message };
  const short = { ...message, text: shortened(message.text), plain: shortened(message.plain) };
  // chat.update knows no `mrkdwn`; without empty blocks, those of the old form would stay. Unlike chat.postMessage it
  // looks for names and channels in what it is given, unless told not to.
  await inEitherForm(short, ({ mrkdwn, blocks = [], ...form }) =>
    api.call('chat.update', { ...at, ...form, blocks, parse: 'none' }),
  );
}

/**
 * Renders a reply that has just been found.
 *
 * @param around where what buttons have no room for is kept
 * @param reply what to show
 * @param asking what finds it again; `null` where nothing does
 * @param shareable whether only one person sees it, who may share it
 */
export function freshMessage(
  around: Pick<Around, 'ledger' | 'log'>,
  reply: Reply,
  asking: Asking | null,
  shareable = false,
): SlackMessage {
  return renderReply(reply, freshView(around, asking, shareable));
}

/** With blocks; where Slack refuses those, as plain text. */
export async function inEitherForm<T>(
  { blocks, text, plain }: SlackMessage,
  send: (form: Fields) => Promise<T>,
): Promise<T> {
  try {
    return await send({ text, blocks });
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== 'refused' || NOT_THE_FORM.test(failure.code)) throw error;
    return send({ text: plain, mrkdwn: false });
  }
}

/** Keeps an answer that everybody in a channel can read, with its thread, so that it can follow corrections. */
export function keepPosted(
  { ledger, log, installedIn }: Pick<Around, 'ledger' | 'log' | 'installedIn'>,
  posted: Posted,
  threadTs: string | null,
  place: Place,
  workspace: string | null,
  reply: Reply,
  asking: Asking | null,
): void {
  keepAnswer(
    ledger,
    log,
    { bot: 'slack', ...posted, workspace: installedIn ?? workspace, view: threadTs ?? posted.message },
    place,
    reply,
    asking,
  );
}
