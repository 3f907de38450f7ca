import { type APIInteraction, PermissionFlagsBits } from 'discord.js';
import type { Spot } from './whereabouts.ts';

const { Administrator, ManageGuild, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;

/** @returns whether somebody may manage the server that they did something in */
export function mayManage(interaction: Pick<APIInteraction, 'member'>): boolean {
  return holdsOneOf(interaction, ManageGuild | Administrator);
}

/**
 * Whether somebody may write where they did something. Discord lets people use commands only where they may, and
 * press buttons wherever they see them: a channel may have been locked since.
 *
 * @param interaction what they did
 * @param spot where
 * @returns `true` outside servers, where there are no permissions
 */
export function mayWrite(
  interaction: Pick<APIInteraction, 'member'>,
  { guild, parent }: Pick<Spot, 'guild' | 'parent'>,
): boolean {
  if (guild === null) return true;
  return holdsOneOf(interaction, Administrator | (parent === null ? SendMessages : SendMessagesInThreads));
}

/** Of the member in that very channel, as Discord sends it; what it does not say, nobody holds. */
function holdsOneOf({ member }: Pick<APIInteraction, 'member'>, flags: bigint): boolean {
  try {
    return (BigInt(member?.permissions ?? 0) & flags) !== 0n;
  } catch {
    return false;
  }
}
