import type { App } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { lost } from '../../lost.ts';
import { freshMessage, keepPosted, updateMessage } from '../calls/post.ts';
import { wasEditedSince } from '../calls/standing.ts';
import { tell } from '../calls/whisper.ts';
import { answerMessage } from '../message-path.ts';
import { type Changed, changedIn, deletedIn } from '../payloads/changes.ts';
import { askedBy } from '../payloads/heard.ts';
import type { Around, AroundOf } from '../workspace/around.ts';

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
  const newest = new LRUCache<string, number>(EDITS);
  /** What a message read before the first of the edits that were left out since it was answered. */
  const left = new LRUCache<string, string>(EDITS);

  /** One after the other: of two quick edits the later has to stay. */
  async function inOrder(key: string, work: () => Promise<void>): Promise<void> {
    const next = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, next);
    await next;
  }

  app.event('message', async ({ event, body, context }) => {
    const around = aroundOf(context);
    const gone = deletedIn(event);
    if (gone !== null) return inOrder(gone, () => withdraw(around, gone));
    const changed = changedIn(event, body, around.self);
    if (changed === null) return;
    const { heard, before, name } = changed;
    const [{ key }, at] = [heard, Number(name.slice(heard.key.length + 1))];
    if (heard.text !== before && at > (newest.get(key) ?? 0)) newest.set(key, at);
    const isOutdone = () => (newest.get(key) ?? 0) > at;
    await inOrder(key, async () => {
      const sinceAnswered = { ...changed, before: left.get(key) ?? before };
      left.delete(key);
      if (isOutdone()) left.set(key, sinceAnswered.before);
      else await change(around, sinceAnswered, isOutdone);
    });
  });
}

/**
 * `isOutdone`: whether a later edit waits for its turn, whose answer is shown instead. Slack takes some fifty changes
 * a minute in a workspace, and somebody who edits without an end shall not have all of them, nor ask as often.
 */
async function change(around: Around, changed: Changed, isOutdone: () => boolean): Promise<void> {
  const { heard, before, name } = changed;
  const isAsked = heard.direct || heard.mentionsUs;
  const { post, isClaimed } = await answerTo(around, heard.key);
  // An edit may be what turns a message into a question to us.
  if (post === null && isAsked) await answerMessage(around, heard);
  if (isClaimed) around.inbox.finish(heard.key);
  if (post === null || heard.text === before) return;
  // A process that died left this edit, and one that came after it may have been followed since.
  if (around.takenOver && (await wasEditedSince(around, changed))) return;
  const { desk, api } = around;
  const listener = { responseUrl: null, channel: heard.channel, user: heard.user, threadTs: heard.threadTs };
  await desk.handle(
    [name],
    async () => {
      const asked = await askedBy(around, heard);
      const { reply, asking } = await desk.find({ ...asked, instead: before });
      if (isOutdone()) return;
      await updateMessage(api, post, freshMessage(around, reply, asking));
      keepPosted(around, post, heard.threadTs, asked.place, heard.spot.workspace, reply, asking);
    },
    (reply) => tell(around, listener, reply),
  );
}

async function withdraw(around: Around, key: string): Promise<void> {
  const { postings, api, desk, inbox } = around;
  const { post, isClaimed } = await answerTo(around, key);
  if (isClaimed) inbox.finish(key);
  if (post === null) return;
  await desk.handle(
    [`${key}:deleted`],
    () => api.call('chat.delete', { channel: post.channel, ts: post.message }),
    // Whoever has deleted a question waits for nothing.
    async () => undefined,
  );
  // Last: whoever takes this over has to find it.
  postings.end(key);
  around.ledger.answers.remove({ bot: 'slack', ...post }).catch(lost(around.log));
}

/**
 * Where a message was answered. Another process may be about to answer it: that is waited for, and where nobody is,
 * nobody will, as its name is taken on here.
 */
async function answerTo({ postings, inbox }: Around, key: string) {
  const post = await postings.find(key);
  if (post !== null) return { post, isClaimed: false };
  if (await inbox.claim(key)) return { post: null, isClaimed: true };
  return { post: inbox.hasFinished(key) ? null : await postings.arrival(key), isClaimed: false };
}
