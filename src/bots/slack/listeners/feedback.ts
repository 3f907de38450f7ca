import type { App } from '@slack/bolt';
import { note } from '../../record.ts';
import { acknowledged } from '../calls/acknowledged.ts';
import { wasSaid } from '../inbox/was-said.ts';
import { pressedIn, saidBy } from '../payloads/pressed.ts';
import { FEEDBACK_ACTION } from '../rendering/actions.ts';
import { SAID } from '../rendering/messages.ts';
import { foundAgain, notice, onPress, show } from '../surface.ts';
import type { AroundOf } from '../workspace/around.ts';

/**
 * Keeps whether an answer helped.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onFeedback(app: App, aroundOf: AroundOf): void {
  app.action(FEEDBACK_ACTION, async ({ ack, body, context }) => {
    const [around, pressed] = [aroundOf(context), pressedIn(body)];
    await acknowledged(ack, around.log);
    if (pressed === null) return;
    await onPress(around, pressed, async (state) => {
      const reply = (await foundAgain(around, pressed, state))?.reply;
      const quote = reply?.kind === 'answer' ? reply.answer.quotes[0] : null;
      const outcome = pressed.value.startsWith('not-helpful') ? 'not-helpful' : 'helpful';
      const { ledger, log, at } = around;
      const { asking } = state;
      const said = { ...saidBy(pressed), asking, kind: 'feedback', outcome, quote, at } as const;
      if (!(await wasSaid(around, said))) note(ledger, log, said);
      await show(around, pressed, notice(SAID.thanks), null);
    });
  });
}
