import { toggled } from '../../buttons.ts';
import type { Reply } from '../../reply.ts';
import type { Around } from '../around.ts';
import { onPress } from '../calls/control-path.ts';
import { askedIn, type Pressed } from '../payloads/pressed.ts';
import { renderReply } from '../render.ts';
import { keepShown, outdated, viewOf } from './view.ts';

/**
 * Shows the sentences around a quotation in the message itself, or hides them again; the same for what other
 * sources say.
 *
 * @param around what there is to work with
 * @param pressed the button
 */
export async function open(around: Around, pressed: Pressed): Promise<void> {
  const { action, opened } = pressed.control;
  const what = action.startsWith('more') ? 'context' : 'sources';
  const part = /(?<!\d)\d+$/.exec(action)?.[0] ?? '0';
  const asking = await askedIn(around, pressed);
  if (asking === null) return outdated(around, pressed);
  let now: Reply | null = null;
  await onPress(
    around,
    pressed,
    'in place',
    async () => {
      const { reply } = await around.desk.again(asking, pressed.place);
      now = reply;
      const view = viewOf(around, pressed, asking);
      return renderReply(reply, { ...view, opened: toggled(opened, `${what}${part}`) });
    },
    () => keepShown(around, pressed, asking, now),
  );
}
