import type { Asking } from '../../asking.ts';
import { carried } from '../../carried.ts';
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

/** A message that stands under no question has the question in it. */
function isAReply({ message }: Pressed): boolean {
  return message.referenced_message != null || message.message_reference != null;
}

/** Says that a message is of long ago. */
export function outdated(around: Around, { interaction }: Pressed): Promise<void> {
  return tellPrivately(around, interaction, SAID.outdated);
}
