import { deferred } from '../deferred.ts';
import type { Around } from './around.ts';
import { askedBy, type Heard } from './heard.ts';
import { freshMessage, type Posted, postMessage } from './post.ts';
import { showStatus } from './status.ts';
import { tell } from './whisper.ts';

/**
 * Answers a message where it was written.
 *
 * @param around what there is to work with
 * @param heard the message
 */
export async function answerMessage(around: Around, heard: Heard): Promise<void> {
  const { channel, threadTs, user, key, spot } = heard;
  if (spot.isShared !== null) around.channels.told(channel, spot.isShared);
  const posting = deferred<Posted | null>();
  const asked = await askedBy(around, heard);
  await around.desk.answer(asked, {
    async acknowledge() {
      around.postings.begin(key, posting.promise);
      showStatus(around, heard, posting.promise);
    },
    async post(reply, asking) {
      posting.resolve(await postMessage(around, { channel, threadTs }, freshMessage(reply, asking)));
    },
    tell: (reply) =>
      tell(around, { responseUrl: null, channel, user, threadTs: heard.inThread ? threadTs : null }, reply),
  });
  posting.resolve(null);
}
