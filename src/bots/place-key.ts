import type { Place } from '../knowledge/index.ts';

/** A platform with channels. */
type Platform = Exclude<Place['bot'], 'terminal' | 'web'>;

/**
 * The name under which the settings of a channel are kept: the same whoever asks there.
 *
 * @param bot the platform
 * @param channel its id of the channel
 * @returns `slack/channel/C1`
 */
export function channelKey(bot: Platform, channel: string): string {
  return `${bot}/channel/${channel}`;
}

/**
 * The name under which the settings of a whole workspace or server are kept.
 *
 * @param bot the platform
 * @param group its id of the workspace or server
 * @returns `slack/group/T1`
 */
export function groupKey(bot: Platform, group: string): string {
  return `${bot}/group/${group}`;
}

/** @returns the names under which settings of a place are kept, the nearer first */
export function placeKeys(place: Place): readonly string[] {
  if (place.bot === 'terminal' || place.bot === 'web') return [];
  const group = place.bot === 'slack' ? place.workspace : place.guild;
  return [
    ...(place.channel === null ? [] : [channelKey(place.bot, place.channel)]),
    ...(group === null ? [] : [groupKey(place.bot, group)]),
  ];
}
