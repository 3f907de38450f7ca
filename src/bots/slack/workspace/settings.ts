import type { Settings } from '../../../ledger/ledger.ts';
import { channelKey, groupKey } from '../../place-key.ts';
import { failureOf } from '../calls/failure.ts';
import { freshMessage } from '../calls/post.ts';
import { type Listener, whisper } from '../calls/whisper.ts';
import { isStranger, placeOf, type Spot } from '../payloads/place.ts';
import { SAID } from '../rendering/messages.ts';
import { settingsModal } from '../rendering/modals.ts';
import { notice, openView } from '../surface.ts';
import type { Around } from './around.ts';

/**
 * Why somebody may not change what is set for a channel.
 *
 * @param around what knows people and settings
 * @param spot who, and where
 * @returns the sentence that says why not; `null` where they may
 */
export async function objectionTo(around: Around, spot: Spot): Promise<string | null> {
  const { workspace, user } = spot;
  if (workspace === null || user === null || isStranger(spot)) return SAID.guestsMayNotSet;
  const { isGuest, isAdmin } = await around.people.standing(user, workspace);
  if (isGuest) return SAID.guestsMayNotSet;
  const { mayChange }: Settings = await around.ledger.settings.get(groupKey('slack', workspace));
  return mayChange === 'admins' && !isAdmin ? SAID.notAllowedToSet : null;
}

/**
 * Opens the modal for what is set for a channel, to somebody who may change it.
 *
 * @param around what there is to work with
 * @param spot who, and where
 * @param trigger opens it
 * @param listener who is told why not
 */
export async function openSettings(
  around: Around,
  spot: Spot,
  trigger: string | null,
  listener: Listener,
): Promise<void> {
  const { channel } = spot;
  if (channel === null) throw new Error('Slack did not say which channel it is');
  const objection = await objectionTo(around, spot);
  if (objection !== null) return whisper(around, listener, freshMessage(around, notice(objection), null));
  const stories = around.knowledge.storiesOpenTo(await placeOf(around, spot, 'channel'));
  const settings = await around.ledger.settings.get(channelKey('slack', channel));
  try {
    await openView(around, trigger, settingsModal(stories, settings, channel));
  } catch (error) {
    if (!isTooLate(error)) throw error;
    await whisper(around, listener, freshMessage(around, notice(SAID.tooLate), null));
  }
}

/** Whether Slack no longer opens a view for what somebody did. */
export function isTooLate(error: unknown): boolean {
  const failure = failureOf(error);
  return failure.kind === 'refused' && /trigger/.test(failure.code);
}
