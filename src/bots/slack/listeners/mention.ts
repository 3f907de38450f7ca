import type { App } from '@slack/bolt';
import { answerMessage } from '../message-path.ts';
import { heardIn } from '../payloads/heard.ts';
import type { AroundOf } from '../workspace/around.ts';

/**
 * Answers who mentions us, in the thread of the mention. Where the app is subscribed to messages as well,
 * the same mention comes as a `message` too: either will do, and the desk answers one of them.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onMention(app: App, aroundOf: AroundOf): void {
  app.event('app_mention', async ({ event, body, context }) => {
    const around = aroundOf(context);
    const heard = heardIn(event, body, around.self);
    if (heard === null) return;
    // Slack tells of an edited mention as of a new one; an answer that stands follows the edit itself.
    if (event.edited !== undefined && (await around.postings.find(heard.key)) !== null) return;
    await answerMessage(around, heard);
  });
  app.event('message', async ({ event, body, context }) => {
    const around = aroundOf(context);
    const heard = heardIn(event, body, around.self);
    if (heard !== null && !heard.direct && heard.mentionsUs) await answerMessage(around, heard);
  });
}
