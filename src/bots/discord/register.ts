import { DiscordAPIError, REST, Routes } from 'discord.js';
import type { DiscordConfig } from '../../config.ts';
import { BotStartError } from '../bot.ts';
import { askCommand, askEverywhere } from './commands/ask.ts';
import { callError } from './failure.ts';
import { restOptions } from './rest.ts';
import { startError } from './start-error.ts';

/** What was registered, and where it shows. */
export interface Registered {
  readonly names: readonly string[];
  readonly where: 'everywhere' | { readonly guild: string };
}

/**
 * Puts the bot's commands up, in place of all that were up there before: doing it again changes nothing.
 *
 * @param config in the server of `guildId` only where it is set, which is seen at once; everywhere otherwise
 * @returns what was registered
 * @throws {BotStartError} when it cannot be, in a sentence that says what to do
 */
export async function registerCommands(config: DiscordConfig): Promise<Registered> {
  const { guildId } = config;
  const rest = new REST(restOptions(config)).setToken(config.token);
  const application = config.applicationId ?? (await applicationOf(rest, config));
  const [route, body] =
    guildId === null
      ? [Routes.applicationCommands(application), [askEverywhere]]
      : [Routes.applicationGuildCommands(application, guildId), [askCommand]];
  try {
    await rest.put(route, { body });
  } catch (error) {
    throw registerError(error, config);
  }
  return {
    names: body.map(({ name }) => name),
    where: guildId === null ? 'everywhere' : { guild: guildId },
  };
}

async function applicationOf(rest: REST, config: DiscordConfig): Promise<string> {
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as { readonly id: string };
    return id;
  } catch (error) {
    throw registerError(error, config);
  }
}

/** Refusals have to do with one of the ids, once the token is good. */
function registerError(error: unknown, config: DiscordConfig): BotStartError {
  if (!(error instanceof DiscordAPIError) || error.status === 401) return startError(error, null, config);
  const { guildId, applicationId } = config;
  const suspect =
    guildId === null
      ? applicationId === null
        ? 'see whether the application still exists'
        : 'check that DISCORD_APPLICATION_ID is the application of DISCORD_TOKEN, or leave it empty'
      : 'check DISCORD_GUILD_ID (and DISCORD_APPLICATION_ID, where it is set), and that the bot was invited there with the scope applications.commands';
  return new BotStartError(
    'refused',
    `Discord refused the commands (${error.message}): ${suspect}.`,
    callError(error),
  );
}
