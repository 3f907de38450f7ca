import { z } from 'zod';
import type { Changed } from '../payloads/changes.ts';
import type { Around } from '../workspace/around.ts';
import type { Destination, Posted } from './post.ts';

/** What an answer is to. */
export interface Naming {
  /** Of the question, or of what else it is posted for. */
  readonly name: string;
  /** Timestamp of a message that is older than the answer; `''` where none is known. */
  readonly since: string;
}

/** What a message of ours carries besides what it shows (https://docs.slack.dev/messaging/message-metadata). */
const EVENT_TYPE = 'nutgraf_answer';
/** Messages of a page; apps that are sold outside Slack's directory get 15 of them. */
const PAGE = 100;
/** A thread or a conversation with more messages since the question was asked is not looked through further. */
const PAGES = 5;
/** In ms: Slack may take one such call a minute (https://docs.slack.dev/apis/web-api/rate-limits). Nobody waits at a screen. */
const PATIENCE = 65_000;

const text = z.string().nullish();
const Page = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        user: text,
        bot_id: text,
        edited: z.object({ ts: text }).nullish().catch(null),
        metadata: z
          .object({ event_type: text, event_payload: z.object({ answers: text }).nullish() })
          .nullish()
          .catch(null),
      }),
    )
    .catch([]),
  response_metadata: z.object({ next_cursor: text }).nullish().catch(null),
});

/** @returns the argument of `chat.postMessage` by which {@link standing} finds a message */
export function metadataOf({ name }: Naming): Readonly<Record<string, unknown>> {
  return { metadata: { event_type: EVENT_TYPE, event_payload: { answers: name } } };
}

/**
 * Looks whether something was posted already, by a process that died before it could say so. Where that cannot be
 * found out it counts as not posted: an answer that comes twice is better than none.
 *
 * @param around the way to Slack, and the ledger
 * @param to where it would be
 * @param naming what it answers
 * @param isWaitedFor whether somebody waits for the answer: then Slack is given some seconds
 * @returns where it stands; `null` where it does not
 */
export async function standing(
  { api, self, ledger, log }: Pick<Around, 'api' | 'self' | 'ledger' | 'log'>,
  { channel, threadTs }: Destination,
  { name, since }: Naming,
  isWaitedFor = false,
): Promise<Posted | null> {
  const [method, where] = conversation(channel, threadTs);
  const which = { ...where, ...(since !== '' && { oldest: since }), limit: PAGE, include_all_metadata: true };
  try {
    const kept = await ledger.posts.get(name).catch(() => null);
    if (kept !== null) return kept;
    let cursor: string | null = null;
    for (let page = 0; page < PAGES; page += 1) {
      const next: object = cursor === null ? {} : { cursor };
      const args = { ...which, ...next };
      const { messages, response_metadata } = Page.parse(
        await (isWaitedFor ? api.ask(method, args) : api.call(method, args, PATIENCE)),
      );
      const found = messages.find(
        ({ user, bot_id, metadata }) =>
          metadata?.event_type === EVENT_TYPE &&
          metadata.event_payload?.answers === name &&
          (user === self.user || (self.bot !== null && bot_id === self.bot)),
      );
      if (found !== undefined) return { channel, message: found.ts };
      cursor = response_metadata?.next_cursor || null;
      if (cursor === null) return null;
    }
  } catch (error) {
    log.warn({ err: error }, 'Slack does not say whether an answer stands already: it is posted');
  }
  return null;
}

/**
 * @param around the way to Slack
 * @param changed an edit
 * @returns whether the message was edited once more after it; `false` where Slack does not say
 */
export async function wasEditedSince(
  { api, log }: Pick<Around, 'api' | 'log'>,
  { heard, name }: Changed,
): Promise<boolean> {
  const { channel, ts, key } = heard;
  const [method, where] = conversation(
    channel,
    heard.direct && !heard.inThread ? null : (heard.threadTs ?? ts),
  );
  try {
    const one = { ...where, oldest: ts, latest: ts, inclusive: true, limit: 1 };
    const { messages } = Page.parse(await api.call(method, one, PATIENCE));
    const edited = messages.find((message) => message.ts === ts)?.edited?.ts;
    return edited != null && name !== `${key}:${edited}`;
  } catch (error) {
    log.warn({ err: error }, 'Slack does not say how a message reads now');
    return false;
  }
}

/** A thread, or what stands in a channel itself. */
function conversation(channel: string, threadTs: string | null): readonly [string, Record<string, unknown>] {
  if (threadTs === null) return ['conversations.history', { channel }];
  return ['conversations.replies', { channel, ts: threadTs }];
}
