import { note } from '../../record.ts';
import type { Around } from '../around.ts';
import { onPress } from '../calls/control-path.ts';
import { askedIn, type Pressed } from '../payloads/pressed.ts';
import { renderReply } from '../render.ts';
import { SAID } from '../rendering/messages.ts';
import { outdated } from './view.ts';

/**
 * Keeps whether an answer helped.
 *
 * @param around what there is to work with
 * @param pressed the button
 */
export async function feedback(around: Around, pressed: Pressed): Promise<void> {
  const asking = await askedIn(around, pressed);
  if (asking === null) return outdated(around, pressed);
  await onPress(around, pressed, 'privately', async () => {
    const { ledger, log, desk } = around;
    const { place, person, control } = pressed;
    const { reply } = await desk.again(asking, place);
    const quote = reply.kind === 'answer' ? reply.answer.quotes[0] : null;
    note(ledger, log, { place, person, asking, kind: 'feedback', outcome: control.action, quote });
    return renderReply({ kind: 'notice', sentence: SAID.thanks, suggestions: [] });
  });
}
