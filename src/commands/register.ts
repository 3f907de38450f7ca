import { ConfigError, readConfig } from '../config.ts';
import { type Command, readOptions } from './command.ts';

/** `nutgraf register`: puts Discord's slash commands up. */
export const registerCommand: Command = {
  name: 'register',
  summary: "put Discord's slash commands up",
  help: `nutgraf register

Needs DISCORD_TOKEN. With DISCORD_GUILD_ID the commands go up in that one server (for development),
otherwise everywhere. Safe to run again: it replaces what was there.`,

  async run(args, io) {
    readOptions(args, {});
    const { discord } = readConfig(io.env);
    if (discord === null) throw new ConfigError(['DISCORD_TOKEN is needed to register commands.']);
    const { registerCommands } = await import('../bots/discord/register.ts');
    const { names, where } = await registerCommands(discord);
    const list = names.map((name) => `/${name}`).join(', ');
    io.stdout.write(
      `${list} ${names.length === 1 ? 'is' : 'are'} up ${where === 'everywhere' ? 'everywhere' : `in the server ${where.guild}`}.\n`,
    );
    return 0;
  },
};
