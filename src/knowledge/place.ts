import type { Story } from './article.ts';

/** Where a question was asked, by the platform's own ids. `null` where the platform names none. */
export type Place =
  | { readonly bot: 'terminal' }
  | { readonly bot: 'slack'; readonly workspace: string | null; readonly channel: string | null }
  | { readonly bot: 'discord'; readonly guild: string | null; readonly channel: string | null };

/**
 * Whether a story may be asked about in a place. A story with a list is closed to every place that the
 * list does not name, the terminal included: there, `--place` asks as a named place would.
 *
 * @param story the story
 * @param place where the question was asked
 * @returns `true` when the story is open to that place
 */
export function isOpenTo(story: Pick<Story, 'audience'>, place: Place): boolean {
  const { audience } = story;
  if (audience === 'everyone') return true;
  switch (place.bot) {
    case 'slack':
      return (
        listed(audience.slack.workspaces, place.workspace) || listed(audience.slack.channels, place.channel)
      );
    case 'discord':
      return listed(audience.discord.guilds, place.guild) || listed(audience.discord.channels, place.channel);
    case 'terminal':
      return false;
  }
}

/**
 * Reads a place as people write it on a command line: `terminal`, `slack:WORKSPACE[/CHANNEL]` or
 * `discord:GUILD[/CHANNEL]`.
 *
 * @param text what was written
 * @returns the place, or `null` when it is none of these forms
 */
export function parsePlace(text: string): Place | null {
  if (text === 'terminal') return { bot: 'terminal' };
  const match = /^(slack|discord):([^/\s]+)(?:\/([^/\s]+))?$/.exec(text);
  if (!match) return null;
  const [, bot, group = null, channel = null] = match;
  return bot === 'slack' ? { bot, workspace: group, channel } : { bot: 'discord', guild: group, channel };
}

function listed(ids: readonly string[], id: string | null): boolean {
  return id !== null && ids.includes(id);
}
