import { z } from 'zod';
import type { Spot } from './place.ts';

const text = z.string().nullish();

/**
 * Fields by which interactions tell where they come from. In an organisation `team` may be missing, and the team of
 * the person is the organisation's (https://docs.slack.dev/reference/interaction-payloads/block_actions-payload).
 */
export const Origin = {
  team: z.object({ id: text, enterprise_id: text }).nullish(),
  enterprise: z.object({ id: text }).nullish(),
  user: z.object({ id: z.string().min(1), team_id: text, name: text, username: text }),
};
type Origin = {
  [field in keyof typeof Origin]?: z.infer<(typeof Origin)[field]> | undefined;
} & { readonly user: z.infer<typeof Origin.user> };

/**
 * @param origin what the payload tells
 * @param channel where it happens; `null` outside channels
 * @param installed the workspace that the app is in, where a view tells it: `team` of a view is the person's own, who may
 *   be a stranger in a channel that is shared (https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload)
 * @returns where it happens, for whom
 */
export function spotFrom(
  { team, enterprise, user }: Origin,
  channel: string | null,
  installed: string | null = null,
): Spot {
  const organisation = enterprise?.id || team?.enterprise_id || null;
  const own = user.team_id === organisation ? null : user.team_id;
  return {
    workspace: (installed !== organisation && installed) || team?.id || own || null,
    organisation,
    channel,
    user: user.id,
    userTeam: user.team_id || null,
    isShared: null,
  };
}
