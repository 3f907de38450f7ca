import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes } from 'discord.js';
import type { DiscordConfig } from '../../config.ts';
import { BotStartError } from '../bot.ts';
import { callError } from './failure.ts';

/** What to do where the connection was closed for good; the codes that the bot can run into. */
const CLOSED: Readonly<Record<number, readonly ['bad-token' | 'refused-intents' | 'refused', string]>> = {
  [GatewayCloseCodes.AuthenticationFailed]: [
    'bad-token',
    'Discord does not know the token in DISCORD_TOKEN: copy it anew from "Bot" in the developer portal.',
  ],
  [GatewayCloseCodes.DisallowedIntents]: [
    'refused-intents',
    'Discord does not let the application of DISCORD_TOKEN receive what the bot needs (servers, their messages, direct messages): see "Bot" in the developer portal.',
  ],
  [GatewayCloseCodes.InvalidIntents]: [
    'refused-intents',
    'Discord does not know the intents that the bot asks for with DISCORD_TOKEN: update the bot.',
  ],
  [GatewayCloseCodes.ShardingRequired]: [
    'refused',
    'The bot of DISCORD_TOKEN is in more than 2,500 servers, which one connection cannot serve: remove it from some.',
  ],
};

/**
 * Says why the connection will not come back.
 *
 * @param code with which Discord closed it
 * @returns one sentence, for the person who runs the bot
 */
export function closedForGood(code: number): string {
  return CLOSED[code]?.[1] ?? `Discord closed the connection for good (${code}): restart the bot.`;
}

/**
 * Says why the bot cannot start.
 *
 * @param error what was thrown
 * @param closed with which code Discord closed the connection for good; `null` where it did not
 * @param config where Discord is
 * @returns the error to throw
 */
export function startError(error: unknown, closed: number | null, config: DiscordConfig): BotStartError {
  const cause = callError(error);
  const known = CLOSED[isBadToken(error) ? GatewayCloseCodes.AuthenticationFailed : (closed ?? 0)];
  if (known) return new BotStartError(...known, cause);
  const where = config.apiUrl ?? 'discord.com';
  return new BotStartError(
    'unreachable',
    `Discord cannot be reached at ${where} (${cause.message}): check the network${config.apiUrl === null ? '' : ' and DISCORD_API_URL'}, and start again.`,
    cause,
  );
}

function isBadToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}
