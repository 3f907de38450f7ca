import { newRequestId, withRequestId } from '../../../log.ts';
import { within } from '../../within.ts';
import type { Around } from '../around.ts';
import { answerInteraction } from '../listeners/interaction.ts';
import { answerAgain } from '../listeners/message.ts';
import type { HearMissed } from './missed.ts';
import { readTaken, type Taken } from './taken.ts';

/** How often it is looked, in ms. */
export const LOOK_MS = 5_000;
/** Taken over at a time: as many as are answered in a moment, so that other processes get some, too. */
const AT_A_TIME = 25;
/**
 * How long it is worth doing, in ms: a command's token works for 15 minutes
 * (https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages); later than an hour
 * nobody waits under a message any more.
 */
const WORTH_MS = { interaction: 15 * 60_000, message: 60 * 60_000 };

/**
 * Does what processes have left that are gone, now and over and over.
 *
 * @param around what there is to work with
 * @param hearMissed hears what was missed in a session
 * @param every how often it is looked, in ms
 * @returns ends it
 */
export function seeToWhatIsLeft(around: Around, hearMissed: HearMissed, every: number): () => void {
  const { intake, ledger, log } = around;
  // It was let through once; and a link to what was answered meanwhile has no place where an answer was promised.
  const unhindered = {
    ...around,
    limits: { ...around.limits, take: () => null, press: () => null },
    repeats: { ...around.repeats, find: () => null },
  };
  let isLooking = false;
  let ended = false;

  async function again(taken: Taken | null, name: string): Promise<void> {
    if (taken === null) {
      log.warn({ name }, 'what another version of this program took on cannot be read');
      return ledger.inbox.done(name);
    }
    if (taken.kind === 'session') return hearMissed(taken);
    if (Date.now() - taken.at > WORTH_MS[taken.kind]) {
      log.warn({ name }, 'what was left is too old to be answered');
      return ledger.inbox.done(name);
    }
    log.info({ name }, 'does what was left');
    await intake.again(taken, () =>
      taken.kind === 'interaction'
        ? answerInteraction(unhindered, taken.interaction)
        : answerAgain(unhindered, taken),
    );
  }

  async function lookOnce(): Promise<boolean> {
    const left = await ledger.inbox.takeOver('discord', AT_A_TIME);
    const doing = left.map(({ names: [name = ''], ...delivery }) =>
      withRequestId(newRequestId(), () =>
        // What a correction has claimed (`bots/once.ts`) is nothing to do again: whoever looks next does it.
        delivery.payload === ''
          ? ledger.inbox.done(name)
          : again(readTaken({ names: [name], ...delivery }), name),
      ),
    );
    // One that takes long, as where Discord is slow, does not hold up the others.
    await within(every, Promise.allSettled(doing));
    return left.length === AT_A_TIME;
  }

  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      while (!ended && (await lookOnce()));
    } catch (error) {
      log.debug({ err: error }, 'what was left cannot be seen');
    } finally {
      isLooking = false;
    }
  }

  void look();
  const looking = setInterval(() => void look(), every).unref();
  return () => {
    ended = true;
    clearInterval(looking);
  };
}
