import type { Place } from '../../../knowledge/index.ts';
import type { Around } from '../workspace/around.ts';

/** Where something happens, as a payload tells it. */
export interface Spot {
  readonly workspace: string | null;
  readonly channel: string | null;
  readonly user: string | null;
  /** The organisation that the workspace belongs to; `null` outside Enterprise Grid. */
  readonly organisation: string | null;
  /** The workspace that the person belongs to, where the payload tells it; on Enterprise Grid, the organisation. */
  readonly userTeam: string | null;
  /** Whether the channel is shared with another organisation; `null` where the payload does not tell. */
  readonly isShared: boolean | null;
}

/**
 * The place that a story has to be open to. What is open to our workspace is not open to guests in it, to people of
 * another organisation, or to a channel that is shared with one; such a channel can be listed itself. Slack is asked
 * only where that makes a difference.
 *
 * @param around what knows people, channels and stories
 * @param spot where it happens
 * @param seenBy who will see the answer: everybody in the channel, or only who asks
 * @returns the place
 */
export async function placeOf(around: Around, spot: Spot, seenBy: 'channel' | 'asker'): Promise<Place> {
  const { workspace, channel, user } = spot;
  const inside: Place = { bot: 'slack', workspace, channel };
  const outside: Place = { bot: 'slack', workspace: null, channel };
  if (workspace === null || isStranger(spot)) return outside;
  if (seenBy === 'channel' && spot.isShared === true) return outside;
  // In this order: what opens to everybody in between is no reason to look no further.
  const forOthers = new Set(around.knowledge.storiesOpenTo(outside));
  if (around.knowledge.storiesOpenTo(inside).every((story) => forOthers.has(story))) return inside;
  if (seenBy === 'channel' && (await isOpenToOthers(around, spot))) return outside;
  // What all see is shown to nobody in particular; to whom it is not said, nothing of the workspace's own is.
  if (user === null) return seenBy === 'channel' ? inside : outside;
  const { isGuest } = await around.people.standing(user, workspace);
  return isGuest ? outside : inside;
}

/** The place of a channel, whoever does something in it: what everybody sees is not one person's. */
export function placeOfChannel(around: Around, spot: Spot): Promise<Place> {
  return placeOf(around, { ...spot, user: null, userTeam: null }, 'channel');
}

/** Whether somebody belongs to another workspace than the one that the app is installed in. */
export function isStranger({ workspace, organisation, userTeam }: Spot): boolean {
  return userTeam !== null && userTeam !== workspace && userTeam !== organisation;
}

/** Where Slack does not say who reads along, others may. A direct message is between two, and never asked about. */
async function isOpenToOthers({ channels }: Around, { channel, isShared }: Spot): Promise<boolean> {
  if (isShared !== null || channel === null) return isShared === true;
  return channel.startsWith('D') ? false : (await channels.isShared(channel)) !== false;
}
