import { Routes } from 'discord.js';
import { z } from 'zod';
import type { DiscordConfig } from '../../config.ts';
import { BotStartError } from '../bot.ts';
import { type Call, type Outcome, openCalls } from './register/calls.ts';
import { differenceAt, type PlaceDifference } from './register/difference.ts';
import type { Place } from './register/facts.ts';
import { type InviteLinks, inviteLinks } from './register/invite.ts';
import { registerError } from './register/refusal.ts';
import { readCommands, writeCommands } from './register/up.ts';

/** How to register. */
export interface Wish {
  /** Only says what would be done. */
  readonly dryRun: boolean;
  /** Everywhere, although a server is configured. */
  readonly everywhere: boolean;
}

/** What was registered, or would be. */
export interface Registration {
  readonly here: PlaceDifference;
  /** Where our commands were taken down, since they would show twice; `null` where there is nothing to look at. */
  readonly elsewhere: PlaceDifference | null;
  readonly links: InviteLinks;
}

/**
 * Puts the bot's commands up in one place, and takes them down in the other. Other commands of the application
 * stay as they are. Nothing is written where nothing differs.
 *
 * @param config in the server of `guildId` where it is set, which is seen at once; everywhere otherwise
 * @param wish how
 * @returns the difference that it makes
 * @throws {BotStartError} when it cannot be done, in a sentence that says what to do
 */
export async function registerCommands(config: DiscordConfig, wish: Wish): Promise<Registration> {
  const { guildId } = config;
  const call = openCalls(config, 'patient');
  const application = config.applicationId ?? (await applicationOf(call, config));
  const server: Place | null = guildId === null ? null : { guild: guildId };
  const place: Place = server === null || wish.everywhere ? 'everywhere' : server;
  const other: Place | null = server === null ? null : place === 'everywhere' ? server : 'everywhere';
  const [there, others] = await Promise.all([
    readCommands(call, application, place),
    other === null ? null : readCommands(call, application, other),
  ]);
  const here = differenceAt(place, done(there, place, config), 'up');
  const elsewhere =
    other === null || others === null ? null : differenceAt(other, shown(others, other, config), 'gone');
  if (!wish.dryRun) {
    // Up first: commands that show twice for a moment are better than none.
    for (const { place: where, body } of elsewhere === null ? [here] : [here, elsewhere]) {
      if (body !== null) done(await writeCommands(call, application, where, body), where, config);
    }
  }
  return { here, elsewhere, links: inviteLinks(application) };
}

async function applicationOf(call: Call, config: DiscordConfig): Promise<string> {
  return done(await call(z.object({ id: z.string() }), Routes.currentApplication()), 'everywhere', config).id;
}

/** A server that the bot has left holds no commands of it that anybody sees. */
function shown<Result>(outcome: Outcome<readonly Result[]>, place: Place, config: DiscordConfig) {
  const isClosed = outcome.kind === 'refused' && [403, 404].includes(outcome.error.status ?? 0);
  return isClosed && place !== 'everywhere' ? [] : done(outcome, place, config);
}

function done<Result>(outcome: Outcome<Result>, place: Place, config: DiscordConfig): Result {
  if (outcome.kind === 'done') return outcome.result;
  if (outcome.kind === 'away') throw new BotStartError('unreachable', outcome.sentence, outcome.error);
  throw registerError(outcome.error, place, config);
}
