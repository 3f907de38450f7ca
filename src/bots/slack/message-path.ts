import { deferred } from '../deferred.ts';
import { freshMessage, keepPosted, type Posted, postMessage } from './calls/post.ts';
import { showStatus } from './calls/status.ts';
import { tell, whisper } from './calls/whisper.ts';
import { askedBy, type Heard } from './payloads/heard.ts';
import type { Around } from './workspace/around.ts';

/**
 * Answers a message where it was written.
 *
 * @param around what there is to work with
 * @param heard the message
 * @param unasked whether it did not speak to us: then only a real answer is for everybody to see
 */
export async function answerMessage(around: Around, heard: Heard, unasked = false): Promise<void> {
  const { channel, threadTs, user, key, spot } = heard;
  const listener = { responseUrl: null, channel, user, threadTs: heard.inThread ? threadTs : null };
  if (spot.isShared !== null) around.channels.told(channel, spot.isShared);
  const posting = deferred<Posted | null>();
  // At once: an edit or a deletion that comes next waits for it.
  around.postings.begin(key, posting.promise);
  try {
    const asked = await askedBy(around, heard);
    await around.desk.answer(asked, {
      acknowledge: async () => showStatus(around, heard, posting.promise),
      async post(reply, asking) {
        const message = freshMessage(around, reply, asking);
        const isForAll = !unasked || reply.kind === 'answer' || reply.kind === 'several';
        if (isForAll) {
          const posted = await postMessage(around, { channel, threadTs }, message, {
            name: key,
            since: heard.ts,
          });
          posting.resolve(posted);
          keepPosted(around, posted, threadTs, asked.place, spot.workspace, reply, asking);
        } else await whisper(around, listener, message);
      },
      tell: (reply) => tell(around, listener, reply),
    });
  } finally {
    posting.resolve(null);
  }
}
