import { RESTJSONErrorCodes } from 'discord.js';
import type { DiscordConfig } from '../../../config.ts';
import { BotStartError } from '../../bot.ts';
import { oneLine } from '../../text.ts';
import type { CallError } from '../calls/failure.ts';
import type { Place } from './facts.ts';
import { tokenRefusal } from './token.ts';

/** Longest reason of Discord's that is repeated, in UTF-16 code units: it may list every field of a form. */
const MOST = 300;

/**
 * Says what to do where Discord does not take the commands, or does not show them.
 *
 * @param error what Discord said
 * @param place where they are up, or should be
 * @param config with whose token
 * @returns the error to throw
 */
export function registerError(error: CallError, place: Place, config: DiscordConfig): BotStartError {
  if (error.status === 401) return new BotStartError('bad-token', tokenRefusal(config.token), error);
  return new BotStartError(
    'refused',
    `Discord refused the commands (${oneLine(error.message, MOST)}): ${advice(error, place, config)}.`,
    error,
  );
}

function advice({ code }: CallError, place: Place, { applicationId }: DiscordConfig): string {
  switch (code) {
    case RESTJSONErrorCodes.MaximumDailyApplicationCommandCreatesReached:
      return 'Discord takes 200 new commands a day, so run this again tomorrow';
    case RESTJSONErrorCodes.InvalidFormBodyOrContentType:
      return 'update Nutgraf, or mend the commands of your own that stand beside its commands';
    default:
  }
  const isOfServer =
    place !== 'everywhere' && code !== RESTJSONErrorCodes.NotAuthorizedToPerformThisActionOnThisApplication;
  if (isOfServer) {
    return 'check DISCORD_GUILD_ID (and DISCORD_APPLICATION_ID, where it is set), and that the bot was invited there with the scope applications.commands';
  }
  return applicationId === null
    ? 'see whether the application still exists'
    : 'check that DISCORD_APPLICATION_ID is the application of DISCORD_TOKEN, or leave it empty';
}
