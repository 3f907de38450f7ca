import type { Story } from '../../../../knowledge/index.ts';

/**
 * The places that stories name, as `parsePlace` reads them. A channel alone is enough where a channel is named: `-`
 * stands for the workspace or server that nobody has named.
 *
 * @param stories the library
 * @returns the places, each once
 */
export function placesIn(stories: readonly Pick<Story, 'audience'>[]): readonly string[] {
  const places = stories.flatMap(({ audience: { slack, discord } }) => [
    ...slack.workspaces.map((id) => `slack:${id}`),
    ...slack.channels.map((id) => `slack:-/${id}`),
    ...discord.guilds.map((id) => `discord:${id}`),
    ...discord.channels.map((id) => `discord:-/${id}`),
  ]);
  return [...new Set(places)];
}
