import { othersReply } from '../../other-replies.ts';
import { record } from '../../record.ts';
import type { Reply } from '../../reply.ts';
import type { Around } from '../around.ts';
import { onPress } from '../calls/control-path.ts';
import { once } from '../calls/once.ts';
import { askedIn, type Pressed } from '../payloads/pressed.ts';
import { renderReply } from '../render.ts';
import { keepShown, outdated, viewOf } from './view.ts';

/**
 * Keeps a question that was not answered for the editors, and says so in the message.
 *
 * @param around what there is to work with
 * @param pressed the button
 */
export async function tellTheDesk(around: Around, pressed: Pressed): Promise<void> {
  const asking = await askedIn(around, pressed);
  if (asking === null) return outdated(around, pressed);
  let now: Reply | null = null;
  await onPress(
    around,
    pressed,
    'in place',
    async () => {
      const { place, person, control, spot } = pressed;
      const message = pressed.message.id ?? pressed.interaction.id;
      // The editors want a question once.
      await once(around.ledger, { what: 'desk', message }, async () => {
        await record(around.ledger, { place, person, asking, kind: 'for-the-desk', outcome: '' });
        return { channel: spot.channel ?? '', message };
      });
      const { reply } = await around.desk.again(asking, place);
      const shown = asking.except === undefined || reply.kind === 'several' ? reply : othersReply(reply);
      now = shown;
      const view = viewOf(around, pressed, asking);
      const paged = asking.except !== undefined && shown.kind === 'unanswered';
      return renderReply(shown, { ...view, paged, opened: new Set([...control.opened, 'told']) });
    },
    () => keepShown(around, pressed, asking, now),
  );
}
