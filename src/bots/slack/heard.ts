import { z } from 'zod';
import type { Asked } from '../conversation.ts';
import type { Self } from './api.ts';
import { mentions, questionText } from './question-text.ts';

/** A message that a person wrote. */
export interface Heard {
  readonly asked: Asked;
  readonly channel: string;
  /** The thread to answer in; `null` to answer beside the question. */
  readonly threadTs: string | null;
  /** In a direct message every message is a question; elsewhere only what mentions us is. */
  readonly direct: boolean;
  readonly mentionsUs: boolean;
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
  authorizations: z.array(z.object({ team_id: text })).nullish(),
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
  const { channel, ts } = message;
  const envelope = Envelope.safeParse(body).data;
  const direct =
    message.channel_type === 'im' || (message.channel_type !== 'mpim' && channel.startsWith('D'));
  const threadTs = message.thread_ts || (direct ? null : ts);
  const deliveries = [`${channel}:${ts}`];
  if (envelope?.event_id) deliveries.push(envelope.event_id);
  return {
    asked: {
      deliveries,
      place: { bot: 'slack', workspace: workspaceOf(envelope), channel },
      thread: threadTs === null ? `slack:${channel}` : `slack:${channel}:${threadTs}`,
      text: questionText(message.text ?? '', self.user),
    },
    channel,
    threadTs,
    direct,
    mentionsUs: mentions(message.text ?? '', self.user),
  };
}

function isByPerson(message: z.infer<typeof Message>, self: Self): boolean {
  const { user, subtype, hidden, bot_id, app_id, bot_profile } = message;
  if (user === self.user || user === SLACKBOT || hidden) return false;
  if (bot_id || app_id || bot_profile) return false;
  return !subtype || BY_PEOPLE.has(subtype);
}

/**
 * The workspace that a story must be open to. In a channel that is shared with another organisation there
 * is none: what is open to our workspace is not open to theirs. Such a channel can be listed itself.
 */
function workspaceOf(envelope: z.infer<typeof Envelope> | undefined): string | null {
  if (envelope === undefined || envelope.is_ext_shared_channel) return null;
  return envelope.team_id || envelope.authorizations?.[0]?.team_id || null;
}
