import type { DiscordConfig } from '../../../config.ts';
import { type Finding, missing, notChecked, ok } from '../../doctor.ts';
import { oneLine } from '../../text.ts';
import type { Call, Outcome } from '../register/calls.ts';
import { differenceAt, type PlaceDifference } from '../register/difference.ts';
import type { Json, Place } from '../register/facts.ts';
import { inviteLinks } from '../register/invite.ts';
import { readCommands } from '../register/up.ts';
import type { Servers } from './servers.ts';

const NAME = 'Commands';
const REGISTER = 'npm run --silent nutgraf -- register';
/** So many servers are looked into beside the configured one: each costs a call. */
const LOOKED_INTO = 5;

/** What is up in one place. */
interface Look {
  readonly place: Place;
  readonly outcome: Outcome<readonly Json[]>;
}

/**
 * Looks where commands are up: everywhere, in the configured server, and in a few others, where they may have been
 * forgotten.
 *
 * @param call the way to Discord
 * @param application id of the application
 * @param config which server is configured
 * @param servers that the bot is in
 * @returns whether each command is up, as it should be, and once
 */
export async function commandFindings(
  call: Call,
  application: string,
  config: DiscordConfig,
  servers: Servers,
): Promise<readonly Finding[]> {
  const { guildId } = config;
  const others = servers.map(({ id }) => id).filter((id) => id !== guildId);
  const guilds = [...(guildId === null ? [] : [guildId]), ...others.slice(0, LOOKED_INTO)];
  const places: readonly Place[] = ['everywhere', ...guilds.map((guild) => ({ guild }))];
  const looks = await Promise.all(
    places.map(
      async (place): Promise<Look> => ({ place, outcome: await readCommands(call, application, place) }),
    ),
  );
  const closed = looks.flatMap((look) => closedFinding(look, application, config));
  const differences = looks.flatMap(({ place, outcome }) =>
    outcome.kind === 'done' ? [differenceAt(place, outcome.result, 'up')] : [],
  );
  const up = differences.filter(({ commands }) => commands.some(({ state }) => state !== 'added'));
  // What could not be looked at may hold them.
  const none = up.length === 0 && closed.length === 0 ? [noneFinding(config)] : [];
  return [
    ...closed,
    ...none,
    ...up.map((each) => stateFinding(each, config)),
    ...twice(up, config),
    ...strangers(differences),
  ];
}

function closedFinding(
  { place, outcome }: Look,
  application: string,
  { guildId }: DiscordConfig,
): readonly Finding[] {
  if (outcome.kind === 'done') return [];
  const isConfigured = place !== 'everywhere' && place.guild === guildId;
  // A server that is only looked into may well be closed.
  if (place !== 'everywhere' && !isConfigured) return [];
  if (outcome.kind === 'away') return [notChecked(NAME, outcome.sentence)];
  return [
    isConfigured
      ? missing(
          NAME,
          `The bot is not in the server of DISCORD_GUILD_ID: correct the id, or add the bot with ${inviteLinks(application).server}`,
        )
      : notChecked(
          NAME,
          `Discord does not say which commands are up (${oneLine(outcome.error.message, 60)}): run this again in a minute.`,
        ),
  ];
}

function noneFinding({ guildId }: DiscordConfig): Finding {
  const where = guildId === null ? '' : ' everywhere or in the server of DISCORD_GUILD_ID';
  return missing(NAME, `None is up${where}: run ${REGISTER}`);
}

function stateFinding({ place, commands }: PlaceDifference, config: DiscordConfig): Finding {
  const wrong = commands.filter(({ state }) => state !== 'same');
  if (wrong.length === 0) {
    const names = commands.map(({ command }) => command).join(', ');
    return ok(NAME, `up ${named(place)}, as they should be: ${names}`);
  }
  const list = wrong.map(
    ({ command, state }) => `${command} ${state === 'added' ? 'is not up' : 'is out of date'}`,
  );
  return missing(NAME, `${list.join(', ')} ${named(place)}: run ${runFor(place, config)}`);
}

/** Commands of a server stand beside those that are up everywhere. */
function twice(up: readonly PlaceDifference[], config: DiscordConfig): readonly Finding[] {
  if (!up.some(({ place }) => place === 'everywhere')) return [];
  return up.flatMap(({ place }) => {
    if (place === 'everywhere') return [];
    const { guild } = place;
    const way =
      guild === config.guildId
        ? `run ${REGISTER} to keep them there, or ${REGISTER} --global to keep them everywhere`
        : `run DISCORD_GUILD_ID=${guild} ${REGISTER} --global`;
    return [missing('Commands twice', `They show twice ${named(place)}, being up everywhere, too: ${way}`)];
  });
}

function strangers(differences: readonly PlaceDifference[]): readonly Finding[] {
  const names = [...new Set(differences.flatMap(({ others }) => others))];
  return names.length === 0
    ? []
    : [ok('Other commands', `not Nutgraf's, and left alone: ${oneLine(names.join(', '), 200)}`)];
}

function named(place: Place): string {
  return place === 'everywhere' ? 'everywhere' : `in the server ${place.guild}`;
}

function runFor(place: Place, { guildId }: DiscordConfig): string {
  if (place === 'everywhere') return guildId === null ? REGISTER : `${REGISTER} --global`;
  return place.guild === guildId ? REGISTER : `DISCORD_GUILD_ID=${place.guild} ${REGISTER}`;
}
