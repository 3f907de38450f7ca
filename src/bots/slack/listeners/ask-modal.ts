import type { App } from '@slack/bolt';
import type { Found } from '../../conversation.ts';
import { deferred } from '../../deferred.ts';
import type { Around, AroundOf } from '../around.ts';
import { personIn } from '../heard.ts';
import { ASKING, STATUS } from '../messages.ts';
import { answerModal, MODALS } from '../modals.ts';
import { placeOf } from '../place.ts';
import { freshMessage } from '../post.ts';
import { type Submitted, submittedIn } from '../submitted.ts';
import { notice } from '../surface.ts';
import { tell } from '../whisper.ts';

type Shown = Pick<Found, 'reply' | 'asking'>;

/** Slack waits three seconds for what comes in the place of the modal. */
const READY_MS = 2_000;

/**
 * Answers what was asked in the modal, in its place.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onAsked(app: App, aroundOf: AroundOf): void {
  app.view(MODALS.ask, async ({ ack, body, context }) => {
    const around = aroundOf(context);
    const submitted = submittedIn(body);
    if (submitted === null) return ack();
    const { put, view, deliveries, listener } = submitted;
    const showing = ({ reply, asking }: Shown) => answerModal(put.question, freshMessage(reply, asking));
    const found = deferred<Shown>();
    const working = around.desk.handle(
      deliveries,
      async () => found.resolve(await find(around, submitted)),
      async (reply) => found.resolve({ reply, asking: null }),
    );
    const early = await Promise.race([found.promise, lateAfter(READY_MS)]);
    if (early !== null) {
      await ack({ response_action: 'update', view: showing(early) });
    } else {
      const waiting = { reply: notice(`${ASKING.answer}: ${STATUS}`), asking: null };
      await ack({ response_action: 'update', view: showing(waiting) });
      try {
        await around.api.call('views.update', { view_id: view, view: showing(await found.promise) });
      } catch (error) {
        around.log.error({ err: error }, 'a modal could not show its answer');
        await tell(around, listener, (await found.promise).reply).catch(() => undefined);
      }
    }
    await working;
  });
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
