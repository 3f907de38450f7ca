import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes } from 'discord.js';
import type { DiscordConfig } from '../../../config.ts';
import { BotStartError } from '../../bot.ts';
import { callError } from '../calls/failure.ts';

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
    'The bot of DISCORD_TOKEN is in more servers than its shards can serve: leave DISCORD_SHARDS empty or raise it, and start again.',
  ],
  [GatewayCloseCodes.InvalidShard]: [
    'refused',
    'Discord does not take the shards of this process: leave DISCORD_SHARDS empty, or correct it, and start again.',
  ],
  [GatewayCloseCodes.InvalidAPIVersion]: [
    'refused',
    'Discord does not speak this version of its gateway any more: update the bot.',
  ],
};

/**
 * Says why the connection will not come back.
 *
 * @param code with which Discord closed it
 * @returns the error to end with
 */
export function closedForGood(code: number): BotStartError {
  const known = CLOSED[code];
  if (known) return new BotStartError(...known);
  return new BotStartError(
    'refused',
    `Discord closed the connection for good (${code}): start the bot again.`,
  );
}

/**
 * Says that there was no connection for too long.
 *
 * @param ms for how long
 * @param config where Discord is
 * @returns the error to end with
 */
export function lostForLong(ms: number, config: DiscordConfig): BotStartError {
  const long = ms < 60_000 ? `${Math.round(ms / 1000)} seconds` : `${Math.round(ms / 60_000)} minutes`;
  return new BotStartError(
    'lost',
    `Discord could not be reached again for ${long} at ${placeOf(config)}: check the network and https://discordstatus.com, and start the bot again.`,
  );
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
  const again = TOO_MANY_STARTS.exec(cause.message)?.[1];
  if (again !== undefined) {
    return new BotStartError(
      'too-many-starts',
      `Discord lets the bot of DISCORD_TOKEN connect no more until ${again}: find what restarts it over and over.`,
      cause,
    );
  }
  return new BotStartError(
    'unreachable',
    `Discord cannot be reached at ${placeOf(config)} (${isMisread(error) ? 'what answers there is not Discord' : cause.message}): check the network${config.apiUrl === null ? '' : ' and DISCORD_API_URL'}, and start again.`,
    cause,
  );
}

/** What @discordjs/ws says where `session_start_limit` is used up; with the time when it is not any more. */
const TOO_MANY_STARTS = /Not enough sessions remaining.{0,200}?resets at (\S+)/s;

/** discord.js takes whatever it is told to be Discord's, such as the sign-in page of a network, and falls over it. */
function isMisread(error: unknown): boolean {
  return error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
}

function placeOf({ apiUrl }: DiscordConfig): string {
  return apiUrl ?? 'discord.com';
}

function isBadToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}
