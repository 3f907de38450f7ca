import { record } from '../../record.ts';
import { othersReply } from '../../reply.ts';
import type { Around } from '../around.ts';
import { onPress } from '../control-path.ts';
import { askedIn, type Pressed } from '../pressed.ts';
import { renderReply } from '../render.ts';
import { outdated, viewOf } from './view.ts';

/**
 * Keeps a question that was not answered for the editors, and says so in the message.
 *
 * @param around what there is to work with
 * @param pressed the button
 */
export async function tellTheDesk(around: Around, pressed: Pressed): Promise<void> {
  const asking = await askedIn(around, pressed);
  if (asking === null) return outdated(around, pressed);
  await onPress(around, pressed, 'in place', async () => {
    const { place, person, control } = pressed;
    await record(around.ledger, { place, person, asking, kind: 'for-the-desk', outcome: '' });
    const { reply } = await around.desk.again(asking, place);
    const shown = asking.except === undefined || reply.kind === 'several' ? reply : othersReply(reply);
    const view = viewOf(around, pressed, asking);
    return renderReply(shown, { ...view, opened: new Set([...control.opened, 'told']) });
  });
}
