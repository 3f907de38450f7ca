import type { Audience } from './knowledge/index.ts';

/**
 * Says who may see a story, in words for those who keep it.
 *
 * @param audience of the story
 * @param moment writes an ISO 8601 date-time for whoever reads it
 * @returns "open to Slack workspace T1; open to everyone from 2026-12-01T06:00:00Z"; "open to nobody"; `null` where it
 *   is simply open to everyone
 */
export function audienceWords(
  { everyone, embargo, web, slack, discord }: Audience,
  moment: (iso: string) => string,
): string | null {
  if (everyone && embargo === null) return null;
  const listed = [
    ...(web ? ['the page'] : []),
    ...slack.workspaces.map((id) => `Slack workspace ${id}`),
    ...slack.channels.map((id) => `Slack channel ${id}`),
    ...discord.guilds.map((id) => `Discord server ${id}`),
    ...discord.channels.map((id) => `Discord channel ${id}`),
  ];
  const places = listed.length > 0 ? `open to ${listed.join(', ')}` : null;
  const until = everyone && embargo !== null ? `open to everyone from ${moment(embargo)}` : null;
  return [places, until].filter(Boolean).join('; ') || 'open to nobody';
}
