import { MessageFlags } from 'discord.js';
import { keepAnswer } from '../../answers.ts';
import type { Asking } from '../../asking.ts';
import type { Reply } from '../../reply.ts';
import type { Around } from '../around.ts';
import { onPress } from '../calls/control-path.ts';
import type { Pressed } from '../payloads/pressed.ts';
import { renderReply } from '../render.ts';
import type { View } from '../rendering/actions.ts';
import { viewOf } from './view.ts';

/** What a message shows after a button in it was pressed, and what of how it is shown has changed. */
interface Changed {
  readonly reply: Reply;
  readonly view: Partial<View>;
}

/**
 * Changes a message in its place, and keeps what it shows then, where others read it: it may quote something else than
 * what was kept when it was posted.
 *
 * @param around what there is to work with
 * @param pressed the button
 * @param asking what finds it again
 * @param work makes what is shown
 */
export async function changeInPlace(
  around: Around,
  pressed: Pressed,
  asking: Asking,
  work: () => Promise<Changed>,
): Promise<void> {
  let shown: Reply | null = null;
  await onPress(
    around,
    pressed,
    'in place',
    async () => {
      const { reply, view } = await work();
      shown = reply;
      return renderReply(reply, { ...viewOf(around, pressed, asking), ...view });
    },
    () => keepShown(around, pressed, asking, shown),
  );
}

function keepShown(around: Around, pressed: Pressed, asking: Asking, reply: Reply | null): void {
  const { message, place, spot } = pressed;
  const isForAll = ((message.flags ?? 0) & MessageFlags.Ephemeral) === 0;
  if (reply === null || message.id === undefined || spot.channel === null || !isForAll) return;
  const view = viewOf(around, pressed, asking).heading ?? '';
  const standing = {
    bot: 'discord',
    channel: spot.channel,
    message: message.id,
    workspace: null,
    view,
  } as const;
  keepAnswer(around.ledger, around.log, standing, place, reply, asking);
}
