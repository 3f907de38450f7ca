import type { Installation as FromSlack } from '@slack/bolt';
import { z } from 'zod';
import { InstallError } from './install-error.ts';

const id = z.string().regex(/^\w{1,64}$/);
const place = z.object({ id, name: z.string().nullable() });
const Kept = z.object({
  botToken: z.string().min(1),
  botUserId: id,
  botId: id.nullable(),
  orgWide: z.boolean(),
  team: place.nullable(),
  enterprise: place.nullable(),
  appId: id.nullable(),
  scopes: z.array(z.string()),
  installedBy: id.nullable(),
  installedAt: z.number(),
});

/**
 * A workspace's, or an organisation's, leave to be in it: what is needed to answer there, to tell which it is,
 * and who gave it. `installedAt` is in ms since the epoch.
 */
export type Installation = Readonly<z.infer<typeof Kept>>;

/**
 * Keeps what we need of what Slack's library made of an installation: nothing of the person who installed the app
 * but the id, no token of theirs, no webhook.
 *
 * @param given what Slack's library has
 * @param now in ms since the epoch
 * @returns the installation
 * @throws {InstallError} when it would not work, or not for long
 */
export function installationOf(given: FromSlack, now: number): Installation {
  const { bot, team, enterprise } = given;
  if (bot?.refreshToken !== undefined || bot?.expiresAt !== undefined) {
    throw new InstallError(
      'token-rotation',
      'The Slack app has token rotation: turn it off in its settings, or make a new app from slack-manifest.json, which has none.',
    );
  }
  const kept = Kept.safeParse({
    botToken: bot?.token,
    botUserId: bot?.userId,
    botId: bot?.id ?? null,
    orgWide: given.isEnterpriseInstall === true,
    team: placeOf(team),
    enterprise: placeOf(enterprise),
    appId: given.appId ?? null,
    scopes: bot?.scopes ?? [],
    installedBy: given.user?.id ?? null,
    installedAt: now,
  });
  if (!kept.success || keyOf(kept.data) === null) {
    throw new InstallError(
      'no-bot',
      'Slack gave no bot token for a workspace: give the app a bot user and the scopes of slack-manifest.json.',
    );
  }
  return kept.data;
}

/**
 * @param text what was stored
 * @returns the installation; `null` when it is none
 */
export function readInstallation(text: string): Installation | null {
  try {
    return Kept.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * @param installation any
 * @returns what it is stored under: the id of the organisation when it is for all of it, else the workspace's;
 * `null` when it says neither
 */
export function keyOf({ orgWide, team, enterprise }: Installation): string | null {
  return (orgWide ? enterprise : team)?.id ?? null;
}

function placeOf(given: { id: string; name?: string } | null | undefined): unknown {
  return given ? { id: given.id, name: given.name ?? null } : null;
}
