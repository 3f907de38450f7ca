import type { Asking } from '../../asking.ts';
import type { Reply } from '../../reply.ts';
import type { SlackMessage } from '../render.ts';
import type { Around } from '../workspace/around.ts';
import { failureOf } from './failure.ts';
import { freshMessage, inEitherForm, postMessage } from './post.ts';

/** The one person who shall see something. */
export interface Listener {
  /** Takes five messages within 30 minutes (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses). */
  readonly responseUrl: string | null;
  readonly channel: string | null;
  readonly user: string | null;
  /** A thread that has messages already: elsewhere nobody would see it (https://docs.slack.dev/reference/methods/chat.postEphemeral). */
  readonly threadTs: string | null;
}

/** One way to reach somebody; `null` where what it needs is not known. */
type Way = (() => Promise<unknown>) | null;

/**
 * Shows a message to one person: by the address that came with what they did, and where that is used up or broken,
 * by their name.
 *
 * @param around the way to Slack
 * @param listener who
 * @param message what
 * @throws what the last way threw
 */
export async function whisper(around: Around, listener: Listener, message: SlackMessage): Promise<void> {
  await firstOpen(byAddress(around, listener, message), byName(around, listener, message));
}

/**
 * Tells somebody that what they asked for could not be done where they asked: beside it, and where that is not
 * possible either, in a direct message.
 *
 * @param around the way to Slack
 * @param listener who
 * @param reply what
 * @throws what the last way threw
 */
export async function tell(around: Around, listener: Listener, reply: Reply): Promise<void> {
  const message = freshMessage(around, reply, null);
  await firstOpen(
    byAddress(around, listener, message),
    byName(around, listener, message),
    byDirectMessage(around, listener, message),
  );
}

/** A path that answers one person, who may share the answer. */
export function whisperPath(around: Around, listener: Listener) {
  return {
    post: (reply: Reply, asking: Asking | null) =>
      whisper(around, listener, freshMessage(around, reply, asking, canShare(listener))),
    tell: (reply: Reply) => tell(around, listener, reply),
  };
}

/** @returns whether there is a channel to share with; a conversation with us alone is none */
export function canShare({ channel }: Listener): boolean {
  return channel !== null && !channel.startsWith('D');
}

function byAddress({ api }: Around, { responseUrl, threadTs }: Listener, message: SlackMessage): Way {
  if (responseUrl === null) return null;
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  const how = { response_type: 'ephemeral', replace_original: false, ...thread };
  const quiet = { unfurl_links: false, unfurl_media: false };
  return () => inEitherForm(message, (form) => api.respond(responseUrl, { ...how, ...form, ...quiet }));
}

function byName({ api }: Around, { channel, user, threadTs }: Listener, message: SlackMessage): Way {
  if (channel === null || user === null) return null;
  const where = { channel, user, ...(threadTs === null ? {} : { thread_ts: threadTs }) };
  return () => inEitherForm(message, (form) => api.call('chat.postEphemeral', { ...where, ...form }));
}

/** A message to a person's id reaches them in their conversation with us. */
function byDirectMessage(around: Around, { user }: Listener, message: SlackMessage): Way {
  return user === null ? null : () => postMessage(around, { channel: user, threadTs: null }, message);
}

async function firstOpen(...ways: readonly Way[]): Promise<void> {
  let last: unknown = new Error('there is no way to reach the person');
  for (const way of ways) {
    if (way === null) continue;
    try {
      await way();
      return;
    } catch (error) {
      // It may have come through, only late.
      if (failureOf(error).kind === 'timeout') throw error;
      last = error;
    }
  }
  throw last;
}
