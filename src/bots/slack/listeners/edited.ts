import type { App } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { lost } from '../../lost.ts';
import { freshMessage, keepPosted, updateMessage } from '../calls/post.ts';
import { tell } from '../calls/whisper.ts';
import { answerMessage } from '../message-path.ts';
import { askedBy, type Heard, heardIn } from '../payloads/heard.ts';
import { mentions, questionText } from '../payloads/question-text.ts';
import type { Around, AroundOf } from '../workspace/around.ts';

const text = z.string().nullish();
/** https://docs.slack.dev/reference/events/message/message_changed, …/message_deleted */
const Changed = z.object({
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
const Deleted = z.object({
  subtype: z.literal('message_deleted'),
  channel: z.string().min(1),
  deleted_ts: z.string().min(1),
});

/** A message with replies, such as a question with our answer in its thread, leaves this when it is deleted. */
const TOMBSTONE = 'tombstone';
/** Edits of one message follow one another; those of a minute ago are done. */
const EDITS = { max: 5_000, ttl: 60_000 };

/**
 * Answers follow their questions: when a question is edited its answer changes with it, and when it is deleted the
 * answer goes.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onEdited(app: App, aroundOf: AroundOf): void {
  const last = new LRUCache<string, Promise<void>>(EDITS);

  /** One after the other: of two quick edits the later has to stay. */
  async function inOrder(key: string, work: () => Promise<void>): Promise<void> {
    const next = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, next);
    await next;
  }

  app.event('message', async ({ event, body, context }) => {
    const around = aroundOf(context);
    const gone = deletedIn(event);
    if (gone !== null) return inOrder(gone.key, () => withdraw(around, gone.key));
    const changed = Changed.safeParse(event).data;
    // Slack tells of a preview that it adds to a message as a change, too.
    if (!changed?.message.edited || changed.message.text === changed.previous_message?.text) return;
    const { channel, channel_type, message, previous_message } = changed;
    const heard = heardIn({ channel, channel_type, ...message }, body, around.self);
    if (heard === null) return;
    const before = questionText(previous_message?.text ?? '', around.self.user);
    // "Never mind": it no longer speaks to us, and what was answered stays.
    const spoke = mentions(previous_message?.text ?? '', around.self.user);
    if (spoke && !heard.mentionsUs && !heard.direct) return;
    const name = `${heard.key}:${message.edited?.ts ?? heard.text}`;
    await inOrder(heard.key, () => change(around, heard, before, name));
  });
}

function deletedIn(event: unknown): { readonly key: string } | null {
  const deleted = Deleted.safeParse(event).data;
  if (deleted) return { key: `slack:${deleted.channel}:${deleted.deleted_ts}` };
  const changed = Changed.safeParse(event).data;
  if (changed?.message.subtype !== TOMBSTONE) return null;
  return { key: `slack:${changed.channel}:${changed.message.ts}` };
}

async function change(around: Around, heard: Heard, before: string, name: string): Promise<void> {
  const post = await around.postings.find(heard.key);
  if (post === null) {
    // An edit may be what turns a message into a question to us.
    if (heard.direct || heard.mentionsUs) await answerMessage(around, heard);
    return;
  }
  if (heard.text === before) return;
  const { desk, api } = around;
  const listener = { responseUrl: null, channel: heard.channel, user: heard.user, threadTs: heard.threadTs };
  await desk.handle(
    [name],
    async () => {
      const asked = await askedBy(around, heard);
      const { reply, asking } = await desk.find({ ...asked, instead: before });
      await updateMessage(api, post, freshMessage(around, reply, asking));
      keepPosted(around, post, heard.threadTs, asked.place, heard.spot.workspace, reply, asking);
    },
    (reply) => tell(around, listener, reply),
  );
}

async function withdraw(around: Around, key: string): Promise<void> {
  const { postings, api, desk } = around;
  const post = await postings.find(key);
  if (post === null) return;
  postings.end(key);
  around.ledger.answers.remove({ bot: 'slack', ...post }).catch(lost(around.log));
  await desk.handle(
    [`${key}:deleted`],
    () => api.call('chat.delete', { channel: post.channel, ts: post.message }),
    // Whoever has deleted a question waits for nothing.
    async () => undefined,
  );
}
