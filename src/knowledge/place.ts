import type { Story } from './article.ts';

/** Where a question was asked, by the platform's own ids. `null` where the platform names none. */
export type Place =
  | { readonly bot: 'terminal' }
  | { readonly bot: 'web' }
  | { readonly bot: 'slack'; readonly workspace: string | null; readonly channel: string | null }
  | { readonly bot: 'discord'; readonly guild: string | null; readonly channel: string | null };

/**
 * Whether a story may be asked about in a place. A story with lists is closed to every place that they do
 * not name, the terminal included: there, `--place` asks as a named place would.
 *
 * @param story the story
 * @param place where the question was asked
 * @param now when it was asked, in ms since the epoch: an embargo ends
 * @returns `true` when the story is open to that place
 */
export function isOpenTo(story: Pick<Story, 'audience'>, place: Place, now: number): boolean {
  const { everyone, embargo, web, slack, discord } = story.audience;
  if (everyone && (embargo === null || now >= Date.parse(embargo))) return true;
  switch (place.bot) {
    case 'slack':
      return listed(slack.workspaces, place.workspace) || listed(slack.channels, place.channel);
    case 'discord':
      return listed(discord.guilds, place.guild) || listed(discord.channels, place.channel);
    case 'web':
      return web;
    case 'terminal':
      return false;
  }
}

/**
 * Reads a place as people write it on a command line: `terminal`, `web`, `slack:WORKSPACE[/CHANNEL]`
 * or `discord:GUILD[/CHANNEL]`.
 *
 * @param text what was written
 * @returns the place, or `null` when it is none of these forms
 */
export function parsePlace(text: string): Place | null {
  if (text === 'terminal' || text === 'web') return { bot: text };
  const match = /^(slack|discord):([^/\s]+)(?:\/([^/\s]+))?$/.exec(text);
  if (!match) return null;
  const [, bot, group = null, channel = null] = match;
  return bot === 'slack' ? { bot, workspace: group, channel } : { bot: 'discord', guild: group, channel };
}

/**
 * @param place a place
 * @returns its name in the form that {@link parsePlace} reads; `-` stands for what the platform did not name
 */
export function placeName(place: Place): string {
  switch (place.bot) {
    case 'terminal':
    case 'web':
      return place.bot;
    case 'slack':
      return `slack:${place.workspace ?? '-'}/${place.channel ?? '-'}`;
    case 'discord':
      return `discord:${place.guild ?? '-'}/${place.channel ?? '-'}`;
  }
}

function listed(ids: readonly string[], id: string | null): boolean {
  return id !== null && ids.includes(id);
}
