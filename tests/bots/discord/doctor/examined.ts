import { registerCommands } from '../../../../src/bots/discord/register.ts';
import type { Finding } from '../../../../src/bots/doctor.ts';
import { run } from '../../../../src/cli.ts';
import { ioWith } from '../../../support/io.ts';
import { type DiscordApi, type Held, openApi, TOKEN, wellHeld } from './api.ts';

export type Env = Readonly<Record<string, string>>;

/** What a doctor's command came to. */
export interface Examined {
  readonly code: number;
  readonly findings: readonly Finding[];
  /** The finding of a name, or of the first that begins with it. */
  of(name: string): Finding | undefined;
  /** Names of what is missing. */
  readonly missing: readonly string[];
}

export function envOf(discord: DiscordApi, more: Env = {}): Env {
  return { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl, ...more };
}

/** Opens a Discord in which nothing is missing, then changes what it holds. */
export async function discordWith(change: (held: Held) => void = () => undefined): Promise<DiscordApi> {
  const discord = await openApi(wellHeld());
  await registerCommands(
    { token: TOKEN, applicationId: null, guildId: null, apiUrl: discord.apiUrl },
    { dryRun: false, everywhere: true },
  );
  change(discord.held);
  return discord;
}

/** Runs `nutgraf doctor discord`, and reads what it says as JSON. */
export async function examined(env: Env, ...args: readonly string[]): Promise<Examined> {
  const { io, written } = ioWith('', env);
  const code = await run(['doctor', 'discord', '--json', ...args], io);
  const token = env.DISCORD_TOKEN ?? '';
  if (token.length > 5 && (written.stdout + written.stderr).includes(token)) {
    throw new Error('the token was printed');
  }
  const { findings } = JSON.parse(written.stdout) as { findings: Finding[] };
  return {
    code,
    findings,
    of: (name) => findings.find((finding) => finding.name.startsWith(name)),
    missing: findings.filter(({ mark }) => mark === 'missing').map(({ name }) => name),
  };
}
