import { toggled } from '../../buttons.ts';
import type { Around } from '../around.ts';
import { askedIn, type Pressed } from '../payloads/pressed.ts';
import { changeInPlace } from './in-place.ts';
import { outdated } from './view.ts';

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
  await changeInPlace(around, pressed, asking, async () => {
    const { reply } = await around.desk.again(asking, pressed.place);
    return { reply, view: { opened: toggled(opened, `${what}${part}`) } };
  });
}
