import type { App } from '@slack/bolt';
import { placeOf } from '../payloads/place.ts';
import { submittedIn } from '../payloads/submitted.ts';
import { INPUTS, storiesFor } from '../rendering/modals.ts';
import type { AroundOf } from '../workspace/around.ts';

/**
 * Offers stories in a menu that holds too many of them.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onStoryOptions(app: App, aroundOf: AroundOf): void {
  app.options(INPUTS.story, async ({ ack, body, payload, context }) => {
    const around = aroundOf(context);
    const opened = submittedIn(body);
    const place = opened === null ? null : await placeOf(around, opened.spot, 'asker');
    const stories = place === null ? [] : around.knowledge.storiesOpenTo(place);
    await ack({ options: storiesFor(stories, String(payload.value ?? '')) });
  });
}
