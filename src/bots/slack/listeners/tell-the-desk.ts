import type { App } from '@slack/bolt';
import { record } from '../../record.ts';
import type { AroundOf } from '../around.ts';
import { pressedIn, saidBy } from '../pressed.ts';
import { foundAgain, onPress, replace } from '../surface.ts';

/**
 * Keeps a question that was not answered for the editors, and says so in the message.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onTellTheDesk(app: App, aroundOf: AroundOf): void {
  app.action('tell-the-desk', async ({ ack, body, context }) => {
    await ack();
    const [around, pressed] = [aroundOf(context), pressedIn(body)];
    if (pressed === null) return;
    await onPress(around, pressed, async (state) => {
      const said = { ...saidBy(pressed), asking: state.asking, kind: 'for-the-desk', outcome: '' } as const;
      await record(around.ledger, said);
      const next = { ...state, opened: new Set([...state.opened, 'told']) };
      const { reply } = await foundAgain(around, pressed, next);
      await replace(around, pressed, reply, next);
    });
  });
}
