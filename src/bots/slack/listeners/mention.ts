import type { App } from '@slack/bolt';
import type { Desk } from '../../conversation.ts';
import type { Self, SlackApi } from '../api.ts';
import { type Heard, heardIn } from '../heard.ts';
import { postMessage } from '../post.ts';

/**
 * Answers who mentions us, in the thread of the mention. Where the app is subscribed to messages as well,
 * the same mention comes as a `message` too: either will do, and the desk answers one of them.
 *
 * @param app Bolt
 * @param desk what answers
 * @param api the way to Slack
 * @param self who we are
 */
export function onMention(app: App, desk: Desk, api: SlackApi, self: Self): void {
  const answer = (heard: Heard) =>
    desk.answer(heard.asked, { post: (reply) => postMessage(api, heard, reply) });

  app.event('app_mention', async ({ event, body }) => {
    const heard = heardIn(event, body, self);
    if (heard !== null) await answer(heard);
  });
  app.event('message', async ({ event, body }) => {
    const heard = heardIn(event, body, self);
    if (heard !== null && !heard.direct && heard.mentionsUs) await answer(heard);
  });
}
