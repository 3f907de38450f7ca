import type { App } from '@slack/bolt';
import { toggled } from '../../buttons.ts';
import { acknowledged } from '../calls/acknowledged.ts';
import { openLatest } from '../calls/latest.ts';
import { type Pressed, partIn, pressedIn, standsIn } from '../payloads/pressed.ts';
import { SAID } from '../rendering/messages.ts';
import type { State } from '../state.ts';
import { foundAgain, notice, onPress, replace, show } from '../surface.ts';
import type { Around, AroundOf } from '../workspace/around.ts';

/**
 * Shows the sentences around a quotation in the message itself, or hides them again; the same for what other
 * sources say. Where many press at once, in one message, the last press counts: Slack takes some fifty changes a minute
 * in a workspace.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onMoreContext(app: App, aroundOf: AroundOf): void {
  const latest = openLatest();
  app.action(/^(?:more-context|other-sources)-\d+$/, async ({ ack, body, context }) => {
    const [around, pressed] = [aroundOf(context), pressedIn(body)];
    await acknowledged(ack, around.log);
    if (pressed === null) return;
    await onPress(around, pressed, (state) =>
      latest(standsIn(pressed), () => toggle(around, pressed, state)),
    );
  });
}

async function toggle(around: Around, pressed: Pressed, state: State): Promise<void> {
  const what = pressed.action.startsWith('more') ? 'context' : 'sources';
  const next = { ...state, opened: toggled(state.opened, `${what}${partIn(pressed)}`) };
  const found = await foundAgain(around, pressed, next);
  if (found === null) await show(around, pressed, notice(SAID.notTheirs), null);
  else await replace(around, pressed, found.reply, next);
}
