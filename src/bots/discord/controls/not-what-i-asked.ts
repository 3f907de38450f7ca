import { quotedAt } from '../../../knowledge/index.ts';
import { carried } from '../../carried.ts';
import { othersReply } from '../../other-replies.ts';
import { note } from '../../record.ts';
import { quotesIn, type Reply } from '../../reply.ts';
import type { Around } from '../around.ts';
import { onPress } from '../calls/control-path.ts';
import { askedIn, type Pressed } from '../payloads/pressed.ts';
import { type DiscordMessage, renderReply } from '../render.ts';
import { freshView } from '../rendering/actions.ts';
import { outdated } from './view.ts';

/**
 * Shows the next best sentences to somebody who says that an answer is not what was asked, and those after them.
 *
 * @param around what there is to work with
 * @param pressed the button
 */
export async function notWhatIAsked(around: Around, pressed: Pressed): Promise<void> {
  const asking = await askedIn(around, pressed);
  if (asking === null) return outdated(around, pressed);
  const isNext = pressed.control.action === 'next';
  await onPress(around, pressed, isNext ? 'in place' : 'privately', async (): Promise<DiscordMessage> => {
    const { ledger, log, desk } = around;
    const { place, person } = pressed;
    const { reply } = await desk.again(asking, place);
    // What is paged was shown with its own exceptions; the first press leaves out the answer itself.
    const shown = quotesShown(reply, asking.except !== undefined);
    if (!isNext) {
      const said = { kind: 'feedback', outcome: 'not-what-i-asked', quote: shown[0] } as const;
      note(ledger, log, { place, person, asking, ...said });
    }
    const rest = { ...asking, except: [...(asking.except ?? []), ...shown.map(quotedAt)] };
    const next = await desk.again(rest, place);
    const others = next.reply.kind === 'several' ? next.reply : othersReply(next.reply);
    return renderReply(
      others,
      freshView(carried(ledger, log, rest), { paged: others.kind === 'unanswered' }),
    );
  });
}

function quotesShown(reply: Reply, wasPaged: boolean) {
  if (reply.kind === 'several') return [];
  return quotesIn(wasPaged ? othersReply(reply) : reply);
}
