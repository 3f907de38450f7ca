import { z } from 'zod';
import type { Asked } from '../../desk.ts';
import type { Around } from '../workspace/around.ts';
import type { Self } from '../workspace/identify.ts';
import { placeOf, type Spot } from './place.ts';
import { mentions, mentionsOthers, questionText } from './question-text.ts';

/** A message that a person wrote. */
export interface Heard {
  readonly deliveries: readonly string[];
  /** The name of the message, by which its answer is found again. */
  readonly key: string;
  readonly spot: Spot;
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  /** The thread that it is part of, for follow-ups. */
  readonly thread: string;
  /** The message without mentions of us. */
  readonly text: string;
  /** The thread to answer in; `null` to answer beside the question. */
  readonly threadTs: string | null;
  /** In a direct message every message is a question; elsewhere only what mentions us is. */
  readonly direct: boolean;
  readonly mentionsUs: boolean;
  /** Whether it speaks to somebody else by name. */
  readonly mentionsOthers: boolean;
  /** Whether it stands in a thread that it does not begin. */
  readonly inThread: boolean;
}

/**
 * Kinds of messages that people write. All others tell of something (edited, deleted, joined, …) or come
 * from an app (https://docs.slack.dev/reference/events/message#subtypes).
 */
const BY_PEOPLE = new Set(['file_share', 'me_message', 'thread_broadcast']);
/** Slack's own bot, which has no bot id (https://docs.slack.dev/reference/events/message). */
const SLACKBOT = 'USLACKBOT';

const text = z.string().nullish();
const Message = z.object({
  channel: z.string().min(1),
  channel_type: text,
  ts: z.string().min(1),
  thread_ts: text,
  user: z.string().min(1),
  user_team: text,
  source_team: text,
  text,
  subtype: text,
  hidden: z.boolean().nullish(),
  bot_id: text,
  app_id: text,
  bot_profile: z.unknown().optional(),
});
const Envelope = z.object({
  event_id: text,
  team_id: text,
  is_ext_shared_channel: z.boolean().nullish(),
  enterprise_id: text,
  authorizations: z.array(z.object({ team_id: text, enterprise_id: text })).nullish(),
});

/**
 * Reads an event, whatever Slack leaves out of it or adds.
 *
 * @param event an `app_mention` or a `message`
 * @param body what it was delivered in
 * @param self who we are
 * @returns what a person wrote; `null` when no person wrote it
 */
export function heardIn(event: unknown, body: unknown, self: Self): Heard | null {
  const parsed = Message.safeParse(event);
  if (!parsed.success || !isByPerson(parsed.data, self)) return null;
  const message = parsed.data;
  const { channel, ts, user } = message;
  const envelope = Envelope.safeParse(body).data;
  const direct =
    message.channel_type === 'im' || (message.channel_type !== 'mpim' && channel.startsWith('D'));
  const threadTs = message.thread_ts || (direct ? null : ts);
  const key = `slack:${channel}:${ts}`;
  const written = message.text ?? '';
  return {
    deliveries: envelope?.event_id ? [key, envelope.event_id] : [key],
    key,
    spot: {
      workspace: workspaceOf(envelope),
      organisation: envelope?.enterprise_id || envelope?.authorizations?.[0]?.enterprise_id || null,
      channel,
      user,
      userTeam: message.user_team || message.source_team || null,
      isShared: envelope?.is_ext_shared_channel ?? null,
    },
    channel,
    ts,
    user,
    thread: threadTs === null ? `slack:${channel}` : `slack:${channel}:${threadTs}`,
    text: questionText(written, self.user),
    threadTs,
    direct,
    mentionsUs: mentions(written, self.user),
    mentionsOthers: mentionsOthers(written, self.user),
    inThread: Boolean(message.thread_ts) && message.thread_ts !== ts,
  };
}

/**
 * The question that somebody has asked by a message.
 *
 * @param around what knows people and channels
 * @param heard the message
 * @returns what the desk answers
 */
export async function askedBy(around: Around, heard: Heard): Promise<Asked> {
  const { deliveries, thread, text, spot, user, direct, inThread, mentionsUs } = heard;
  const begins = mentionsUs && !inThread;
  return {
    deliveries,
    place: await placeOf(around, spot, 'channel'),
    thread,
    text,
    person: personIn(spot.workspace, user),
    opens: direct || begins,
    fresh: begins && !direct,
  };
}

/** @returns a person's name in the ledger: a user's id is only unique within a workspace */
export function personIn(workspace: string | null, user: string): string {
  return `slack:${workspace ?? '-'}/${user}`;
}

function isByPerson(message: z.infer<typeof Message>, self: Self): boolean {
  const { user, subtype, hidden, bot_id, app_id, bot_profile } = message;
  if (user === self.user || user === SLACKBOT || hidden) return false;
  if (bot_id || app_id || bot_profile) return false;
  return !subtype || BY_PEOPLE.has(subtype);
}

function workspaceOf(envelope: z.infer<typeof Envelope> | undefined): string | null {
  // In a channel that is shared, `team_id` may be the other's: we are in where we are authorised.
  return envelope?.authorizations?.[0]?.team_id || envelope?.team_id || null;
}
