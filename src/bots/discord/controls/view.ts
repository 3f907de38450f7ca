import { MessageFlags } from 'discord.js';
import { keepAnswer } from '../../answers.ts';
import type { Asking } from '../../asking.ts';
import { carried } from '../../carried.ts';
import type { Reply } from '../../reply.ts';
import type { Around } from '../around.ts';
import { tellPrivately } from '../calls/tell-privately.ts';
import type { Pressed } from '../payloads/pressed.ts';
import { freshView, type View } from '../rendering/actions.ts';
import { SAID } from '../rendering/messages.ts';

/** @returns how the message is shown that a button is on */
export function viewOf({ ledger, log }: Around, pressed: Pressed, asking: Asking): View {
  const { shareable, control, by } = pressed;
  const heading = pressed.heading ?? (isAReply(pressed) ? null : asking.text);
  return freshView(carried(ledger, log, asking), { opened: control.opened, shareable, heading, by });
}

/**
 * Keeps what a message shows now that a button was pressed in it, where others read it: it may quote something else than
 * what was kept when it was posted.
 *
 * @param around where it is kept
 * @param pressed the button
 * @param asking what finds it again
 * @param reply what it shows; `null` where nothing was found
 */
export function keepShown(around: Around, pressed: Pressed, asking: Asking, reply: Reply | null): void {
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

/** A message that stands under no question has the question in it. */
function isAReply({ message }: Pressed): boolean {
  return message.referenced_message != null || message.message_reference != null;
}

/** Says that a message is of long ago. */
export function outdated(around: Around, { interaction }: Pressed): Promise<void> {
  return tellPrivately(around, interaction, SAID.outdated);
}
