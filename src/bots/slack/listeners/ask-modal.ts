import type { App } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { deferred } from '../../deferred.ts';
import type { Found } from '../../desk.ts';
import { freshMessage } from '../calls/post.ts';
import { tell } from '../calls/whisper.ts';
import { personIn } from '../payloads/heard.ts';
import { placeOf } from '../payloads/place.ts';
import { type Submitted, submittedIn } from '../payloads/submitted.ts';
import { ASKING } from '../rendering/messages.ts';
import { answerModal, MODALS } from '../rendering/modals.ts';
import { notice } from '../surface.ts';
import type { Around, AroundOf } from '../workspace/around.ts';

type Shown = Pick<Found, 'reply' | 'asking'>;

/** Slack waits three seconds for what comes in the place of the modal. */
const READY_MS = 2_000;
/** Submissions that may be delivered again. */
const SUBMITTED = { max: 2_000, ttl: 10 * 60_000 };

/**
 * Answers what was asked in the modal, in its place.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onAsked(app: App, aroundOf: AroundOf): void {
  const answers = new LRUCache<string, Promise<Shown>>(SUBMITTED);

  /** The same submission delivered again has the same answer: anything else would take its place. */
  function answerTo(around: Around, submitted: Submitted): Promise<Shown> {
    const name = submitted.deliveries.join(' ');
    const known = answers.get(name);
    if (known !== undefined) return known;
    const found = deferred<Shown>();
    answers.set(name, found.promise);
    void around.desk.handle(
      submitted.deliveries,
      async () => found.resolve(await find(around, submitted)),
      async (reply) => found.resolve({ reply, asking: null }),
    );
    return found.promise;
  }

  app.view(MODALS.ask, async ({ ack, body, context }) => {
    const around = aroundOf(context);
    const submitted = submittedIn(body);
    if (submitted === null) return ack();
    const answer = answerTo(around, submitted);
    // Slack has closed its ears: what was acknowledged says that the answer comes.
    if (around.takenOver) return update(around, submitted, await answer);
    const early = await Promise.race([answer, lateAfter(READY_MS)]);
    const view = modalOf(around, submitted, early ?? WAITING);
    const isThere = await ack({ response_action: 'update', view }).then(
      () => early !== null,
      (error: unknown) => around.log.warn({ err: error }, 'Slack could not be given the answer to a modal'),
    );
    if (isThere !== true) await update(around, submitted, await answer);
  });
}

const WAITING: Shown = { reply: notice(ASKING.waiting), asking: null };

function modalOf(around: Around, { put }: Submitted, { reply, asking }: Shown) {
  return answerModal(put.question, freshMessage(around, reply, asking));
}

/** Where the modal is gone, the person is told in another way. */
async function update(around: Around, submitted: Submitted, shown: Shown): Promise<void> {
  const { view: view_id, listener } = submitted;
  try {
    await around.api.ask('views.update', { view_id, view: modalOf(around, submitted, shown) });
  } catch (error) {
    around.log.error({ err: error }, 'a modal could not show its answer');
    await tell(around, listener, shown.reply).catch(() => undefined);
  }
}

async function find(around: Around, { put, spot, user }: Submitted): Promise<Found> {
  return around.desk.find({
    place: await placeOf(around, spot, 'asker'),
    thread: null,
    text: put.question.trim(),
    story: put.story,
    person: personIn(spot.workspace, user),
  });
}

function lateAfter(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms).unref());
}
