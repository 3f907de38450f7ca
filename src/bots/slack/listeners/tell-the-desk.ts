import type { App } from '@slack/bolt';
import { othersReply } from '../../other-replies.ts';
import { record } from '../../record.ts';
import { acknowledged } from '../calls/acknowledged.ts';
import { wasSaid } from '../inbox/was-said.ts';
import { pressedIn, saidBy, standsIn } from '../payloads/pressed.ts';
import { SAID } from '../rendering/messages.ts';
import { foundAgain, notice, onPress, replace, show } from '../surface.ts';
import type { AroundOf } from '../workspace/around.ts';

/**
 * Keeps a question that was not answered for the editors, and says so in the message.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onTellTheDesk(app: App, aroundOf: AroundOf): void {
  app.action('tell-the-desk', async ({ ack, body, context }) => {
    const [around, pressed] = [aroundOf(context), pressedIn(body)];
    await acknowledged(ack, around.log);
    if (pressed === null) return;
    await onPress(
      around,
      pressed,
      async (state) => {
        const [{ asking }, { at }] = [state, around];
        const said = { ...saidBy(pressed), asking, kind: 'for-the-desk', outcome: '', at } as const;
        if (!(await wasSaid(around, said))) await record(around.ledger, said);
        const next = { ...state, opened: new Set([...state.opened, 'told']) };
        const found = await foundAgain(around, pressed, next);
        if (found === null) return show(around, pressed, notice(SAID.told), null);
        const { reply } = found;
        const isOthers = state.asking.except !== undefined && reply.kind !== 'several';
        await replace(around, pressed, isOthers ? othersReply(reply) : reply, next);
        // However often, and by whom ever, it is pressed: the editors want a question once.
      },
      `desk:${standsIn(pressed)}`,
    );
  });
}
