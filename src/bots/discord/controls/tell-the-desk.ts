import { othersReply } from '../../other-replies.ts';
import { record } from '../../record.ts';
import type { Around } from '../around.ts';
import { once } from '../calls/once.ts';
import { askedIn, type Pressed } from '../payloads/pressed.ts';
import { changeInPlace } from './in-place.ts';
import { outdated } from './view.ts';

/**
 * Keeps a question that was not answered for the editors, and says so in the message.
 *
 * @param around what there is to work with
 * @param pressed the button
 */
export async function tellTheDesk(around: Around, pressed: Pressed): Promise<void> {
  const asking = await askedIn(around, pressed);
  if (asking === null) return outdated(around, pressed);
  await changeInPlace(around, pressed, asking, async () => {
    const { place, person, control, spot } = pressed;
    const message = pressed.message.id ?? pressed.interaction.id;
    // The editors want a question once.
    await once(around.ledger, { what: 'desk', message }, async () => {
      await record(around.ledger, { place, person, asking, kind: 'for-the-desk', outcome: '' });
      return { channel: spot.channel ?? '', message };
    });
    const found = (await around.desk.again(asking, place)).reply;
    const reply = asking.except === undefined || found.kind === 'several' ? found : othersReply(found);
    const paged = asking.except !== undefined && reply.kind === 'unanswered';
    return { reply, view: { paged, opened: new Set([...control.opened, 'told']) } };
  });
}
