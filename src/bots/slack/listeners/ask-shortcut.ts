import type { App } from '@slack/bolt';
import { acknowledged } from '../calls/acknowledged.ts';
import { tell } from '../calls/whisper.ts';
import { placeOf } from '../payloads/place.ts';
import { type Pressed, pressedIn } from '../payloads/pressed.ts';
import { type Shortcut, shortcutIn } from '../payloads/shortcut.ts';
import { SAID } from '../rendering/messages.ts';
import { askModal } from '../rendering/modals.ts';
import { notice, openView } from '../surface.ts';
import type { Around, AroundOf } from '../workspace/around.ts';
import { isTooLate } from '../workspace/settings.ts';

/** `callback_id` of the global shortcut, and `action_id` of the button in the Home tab that does the same. */
export const ASK_SHORTCUT = 'ask';

/**
 * Opens the modal to ask in: from anywhere in Slack, and from the Home tab.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onAskShortcut(app: App, aroundOf: AroundOf): void {
  app.shortcut({ callback_id: ASK_SHORTCUT, type: 'shortcut' }, async ({ ack, body, context }) => {
    const around = aroundOf(context);
    await acknowledged(ack, around.log);
    await open(around, shortcutIn(body));
  });
  app.action(ASK_SHORTCUT, async ({ ack, body, context }) => {
    const around = aroundOf(context);
    await acknowledged(ack, around.log);
    await open(around, pressedIn(body));
  });
}

async function open(around: Around, from: Shortcut | Pressed | null): Promise<void> {
  if (from === null) return;
  const { deliveries, spot, trigger, listener } = from;
  await around.desk.handle(
    deliveries,
    async () => {
      const stories = around.knowledge.storiesOpenTo(await placeOf(around, spot, 'asker'));
      try {
        await openView(around, trigger, askModal(stories));
      } catch (error) {
        if (!isTooLate(error)) throw error;
        await tell(around, listener, notice(SAID.tooLate));
      }
    },
    (reply) => tell(around, listener, reply),
  );
}
