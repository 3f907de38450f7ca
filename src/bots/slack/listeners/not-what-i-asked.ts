import type { App } from '@slack/bolt';
import { quotedAt } from '../../../knowledge/index.ts';
import { othersReply } from '../../other-replies.ts';
import { note } from '../../record.ts';
import { quotesIn } from '../../reply.ts';
import { acknowledged } from '../calls/acknowledged.ts';
import { freshView } from '../calls/post.ts';
import { wasSaid } from '../inbox/was-said.ts';
import { type Pressed, pressedIn, saidBy } from '../payloads/pressed.ts';
import type { State } from '../state.ts';
import { foundFor, onPress, show } from '../surface.ts';
import type { Around, AroundOf } from '../workspace/around.ts';

/**
 * Shows the next best sentences to somebody who says that an answer is not what was asked.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onNotWhatIAsked(app: App, aroundOf: AroundOf): void {
  app.action('not-what-i-asked', async ({ ack, body, context }) => {
    const [around, pressed] = [aroundOf(context), pressedIn(body)];
    await acknowledged(ack, around.log);
    if (pressed === null) return;
    await onPress(around, pressed, (state) => others(around, pressed, state));
  });
}

async function others(around: Around, pressed: Pressed, state: State): Promise<void> {
  const { reply } = await foundFor(around, pressed, state.asking);
  const shown = reply.kind === 'several' ? [] : quotesIn(reply);
  const said = {
    ...saidBy(pressed),
    asking: state.asking,
    kind: 'feedback',
    outcome: 'not-what-i-asked',
    quote: shown[0],
    at: around.at,
  } as const;
  if (!(await wasSaid(around, said))) note(around.ledger, around.log, said);
  const asking = { ...state.asking, except: [...(state.asking.except ?? []), ...shown.map(quotedAt)] };
  const next = await foundFor(around, pressed, asking);
  const others = next.reply.kind === 'several' ? next.reply : othersReply(next.reply);
  await show(around, pressed, others, freshView(around, asking));
}
