import { ApplicationCommandType, Routes } from 'discord.js';
import { z } from 'zod';
import type { Call, Outcome } from './calls.ts';
import type { Json, Place } from './facts.ts';

/** Whatever else stands in a command is kept: it may be somebody else's, and newer than we are. */
const Commands = z.array(
  z.looseObject({ name: z.string(), type: z.number().default(ApplicationCommandType.ChatInput) }),
);

/**
 * @param call the way to Discord
 * @param application id of the application
 * @param place where to look
 * @returns what is up there, with all translations, which Discord gives only when it is asked for them
 */
export function readCommands(
  call: Call,
  application: string,
  place: Place,
): Promise<Outcome<readonly Json[]>> {
  return call(Commands, routeTo(application, place), { query: { with_localizations: 'true' } });
}

/**
 * Puts commands up in place of all that are up there. Discord leaves alone what is the same.
 *
 * @param call the way to Discord
 * @param application id of the application
 * @param place where
 * @param body all of them
 * @returns what is up then
 */
export function writeCommands(
  call: Call,
  application: string,
  place: Place,
  body: readonly unknown[],
): Promise<Outcome<readonly Json[]>> {
  return call(Commands, routeTo(application, place), { body });
}

function routeTo(application: string, place: Place): `/${string}` {
  return place === 'everywhere'
    ? Routes.applicationCommands(application)
    : Routes.applicationGuildCommands(application, place.guild);
}
