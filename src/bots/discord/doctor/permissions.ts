import { PermissionFlagsBits } from 'discord.js';

/** Permissions as Discord writes them: a number in a string, with more bits than a double holds. */
export interface Role {
  readonly id: string;
  readonly permissions: string;
}

/** What a channel allows and denies to a role or a member, whose id it has. */
export interface Overwrite {
  readonly id: string;
  readonly allow: string;
  readonly deny: string;
}

/** The server and the bot's membership in it. */
export interface Standing {
  readonly guild: string;
  readonly owner: string | null;
  readonly roles: readonly Role[];
  readonly member: string;
  /** Ids of the member's roles, without that of everyone, which is the server's own. */
  readonly memberRoles: readonly string[];
}

const ALL = (1n << 64n) - 1n;
const { Administrator } = PermissionFlagsBits;

/**
 * https://discord.com/developers/docs/topics/permissions#permission-overwrites
 *
 * @param standing whose
 * @returns what the member may do in the server, before its channels have their say
 */
export function permissionsInServer(standing: Standing): bigint {
  const { guild, owner, roles, member, memberRoles } = standing;
  if (owner === member) return ALL;
  const bits = roles
    .filter(({ id }) => id === guild || memberRoles.includes(id))
    .reduce((all, { permissions }) => all | BigInt(permissions), 0n);
  return (bits & Administrator) === 0n ? bits : ALL;
}

/**
 * @param standing whose
 * @param overwrites of the channel; in a thread, of the channel that it belongs to
 * @returns what the member may do there
 */
export function permissionsInChannel(standing: Standing, overwrites: readonly Overwrite[]): bigint {
  const { guild, member, memberRoles } = standing;
  const base = permissionsInServer(standing);
  if ((base & Administrator) !== 0n) return ALL;
  const steps = [
    overwrites.filter(({ id }) => id === guild),
    overwrites.filter(({ id }) => id !== guild && memberRoles.includes(id)),
    overwrites.filter(({ id }) => id === member),
  ];
  return steps.reduce((before, step) => {
    const either = (key: 'allow' | 'deny') => step.reduce((all, each) => all | BigInt(each[key]), 0n);
    return (before & ~either('deny')) | either('allow');
  }, base);
}
