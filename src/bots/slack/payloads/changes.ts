import { z } from 'zod';
import type { Self } from '../workspace/identify.ts';
import { type Heard, heardIn } from './heard.ts';
import { mentions, questionText } from './question-text.ts';

/** A message that somebody has edited. */
export interface Changed {
  /** As it reads now. */
  readonly heard: Heard;
  /** The question that it was before. */
  readonly before: string;
  /** Of this edit: of several edits of one message, each has its own. */
  readonly name: string;
}

const text = z.string().nullish();
/** https://docs.slack.dev/reference/events/message/message_changed, …/message_deleted */
const ChangedEvent = z.object({
  subtype: z.literal('message_changed'),
  channel: z.string().min(1),
  channel_type: text,
  message: z.looseObject({
    ts: z.string().min(1),
    text,
    subtype: text,
    edited: z.object({ ts: text }).nullish(),
  }),
  previous_message: z.object({ text }).nullish(),
});
const DeletedEvent = z.object({
  subtype: z.literal('message_deleted'),
  channel: z.string().min(1),
  deleted_ts: z.string().min(1),
});

/** A message with replies, such as a question with our answer in its thread, leaves this when it is deleted. */
const TOMBSTONE = 'tombstone';

/**
 * @param event a `message`
 * @returns the name of the message that was deleted; `null` where none was
 */
export function deletedIn(event: unknown): string | null {
  const deleted = DeletedEvent.safeParse(event).data;
  if (deleted) return `slack:${deleted.channel}:${deleted.deleted_ts}`;
  const changed = ChangedEvent.safeParse(event).data;
  if (changed?.message.subtype !== TOMBSTONE) return null;
  return `slack:${changed.channel}:${changed.message.ts}`;
}

/**
 * @param event a `message`
 * @param body what it was delivered in
 * @param self who we are
 * @returns what somebody has edited, that may concern us; `null` where nobody has
 */
export function changedIn(event: unknown, body: unknown, self: Self): Changed | null {
  const changed = ChangedEvent.safeParse(event).data;
  // Slack tells of a preview that it adds to a message as a change, too.
  if (!changed?.message.edited || changed.message.text === changed.previous_message?.text) return null;
  const { channel, channel_type, message, previous_message } = changed;
  const heard = heardIn({ channel, channel_type, ...message }, body, self);
  if (heard === null) return null;
  // "Never mind": it no longer speaks to us, and what was answered stays.
  const spoke = mentions(previous_message?.text ?? '', self.user);
  if (spoke && !heard.mentionsUs && !heard.direct) return null;
  const before = questionText(previous_message?.text ?? '', self.user);
  return { heard, before, name: `${heard.key}:${message.edited?.ts ?? heard.text}` };
}
