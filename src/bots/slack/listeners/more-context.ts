import type { App } from '@slack/bolt';
import { toggled } from '../../buttons.ts';
import { acknowledged } from '../calls/acknowledged.ts';
import { partIn, pressedIn } from '../payloads/pressed.ts';
import { SAID } from '../rendering/messages.ts';
import { foundAgain, notice, onPress, replace, show } from '../surface.ts';
import type { AroundOf } from '../workspace/around.ts';

/**
 * Shows the sentences around a quotation in the message itself, or hides them again; the same for what other
 * sources say.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onMoreContext(app: App, aroundOf: AroundOf): void {
  app.action(/^(?:more-context|other-sources)-\d+$/, async ({ ack, body, context }) => {
    const [around, pressed] = [aroundOf(context), pressedIn(body)];
    await acknowledged(ack, around.log);
    if (pressed === null) return;
    await onPress(around, pressed, async (state) => {
      const what = pressed.action.startsWith('more') ? 'context' : 'sources';
      const next = { ...state, opened: toggled(state.opened, `${what}${partIn(pressed)}`) };
      const found = await foundAgain(around, pressed, next);
      if (found === null) await show(around, pressed, notice(SAID.notTheirs), null);
      else await replace(around, pressed, found.reply, next);
    });
  });
}
