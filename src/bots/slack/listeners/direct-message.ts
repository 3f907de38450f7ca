import type { App } from '@slack/bolt';
import type { Desk } from '../../conversation.ts';
import type { Self, SlackApi } from '../api.ts';
import { heardIn } from '../heard.ts';
import { postMessage } from '../post.ts';

/**
 * Answers direct messages, each beside the question, or in its thread when it was asked in one.
 *
 * @param app Bolt
 * @param desk what answers
 * @param api the way to Slack
 * @param self who we are
 */
export function onDirectMessage(app: App, desk: Desk, api: SlackApi, self: Self): void {
  app.event('message', async ({ event, body }) => {
    const heard = heardIn(event, body, self);
    if (heard === null || !heard.direct) return;
    await desk.answer(heard.asked, { post: (reply) => postMessage(api, heard, reply) });
  });
}
