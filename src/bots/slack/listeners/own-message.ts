import type { App } from '@slack/bolt';
import type { AroundOf } from '../workspace/around.ts';

/**
 * Takes note of our own messages as Slack tells of them.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onOwnMessage(app: App, aroundOf: AroundOf): void {
  app.event('message', async ({ event, context }) => {
    const { echoes, self } = aroundOf(context);
    echoes.heard(event, self);
  });
}
