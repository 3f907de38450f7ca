import { type Json, jsonOf, listOf } from './json.ts';

/** Permissions (https://docs.discord.com/developers/topics/permissions). */
export const PERMISSIONS = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  readMessageHistory: 1n << 16n,
  useApplicationCommands: 1n << 31n,
  manageThreads: 1n << 34n,
  sendMessagesInThreads: 1n << 38n,
  useExternalApps: 1n << 50n,
} as const;

/** Every permission that Discord knows. */
export const ALL = (1n << 53n) - 1n;

/** What everybody may do in a new server, as far as it matters here. */
export const USUAL =
  PERMISSIONS.viewChannel |
  PERMISSIONS.sendMessages |
  PERMISSIONS.embedLinks |
  PERMISSIONS.readMessageHistory |
  PERMISSIONS.useApplicationCommands |
  PERMISSIONS.sendMessagesInThreads |
  PERMISSIONS.useExternalApps;

/** Somebody whose permissions are asked for. */
export interface Member {
  readonly user: string;
  readonly roles: readonly string[];
}

/**
 * What somebody may do in a channel
 * (https://docs.discord.com/developers/topics/permissions#permission-overwrites).
 *
 * @param guild with `id`, `owner_id` and `roles`
 * @param channel with `permission_overwrites`; of a thread, that which it belongs to; `null`: in general
 * @param member whose permissions
 * @returns all that they have
 */
export function permissionsIn(guild: Json, channel: Json | null, { user, roles }: Member): bigint {
  const everyone = String(guild.id);
  const granted = listOf(guild.roles)
    .map(jsonOf)
    .filter(({ id }) => id === everyone || roles.includes(String(id)))
    .reduce((all, role) => all | bits(role.permissions), 0n);
  if (guild.owner_id === user || (granted & PERMISSIONS.administrator) !== 0n) return ALL;
  const overwrites = listOf(channel?.permission_overwrites).map(jsonOf);
  const apply = (before: bigint, concerned: (id: string) => boolean) => {
    const own = overwrites.filter(({ id }) => concerned(String(id)));
    const denied = own.reduce((all, { deny }) => all | bits(deny), 0n);
    const allowed = own.reduce((all, { allow }) => all | bits(allow), 0n);
    return (before & ~denied) | allowed;
  };
  const forEveryone = apply(granted, (id) => id === everyone);
  const forRoles = apply(forEveryone, (id) => id !== everyone && roles.includes(id));
  return apply(forRoles, (id) => id === user);
}

function bits(value: unknown): bigint {
  return BigInt(String(value ?? 0));
}
