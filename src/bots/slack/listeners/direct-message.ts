import type { App } from '@slack/bolt';
import { answerMessage } from '../message-path.ts';
import { heardIn } from '../payloads/heard.ts';
import type { AroundOf } from '../workspace/around.ts';

/**
 * Answers direct messages, each beside the question, or in its thread when it was asked in one.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onDirectMessage(app: App, aroundOf: AroundOf): void {
  app.event('message', async ({ event, body, context }) => {
    const around = aroundOf(context);
    const heard = heardIn(event, body, around.self);
    if (heard?.direct) await answerMessage(around, heard);
  });
}
