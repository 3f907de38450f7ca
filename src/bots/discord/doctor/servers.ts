import { z } from 'zod';
import { type Finding, missing, notChecked, ok } from '../../doctor.ts';
import { type Call, counted, type Outcome } from '../register/calls.ts';
import { inviteLinks } from '../register/invite.ts';
import { type Application, shownName } from './application.ts';

const Servers = z.array(z.object({ id: z.string(), name: z.string().nullish().catch(null) }));
/** Servers that the bot is in. */
export type Servers = Readonly<z.infer<typeof Servers>>;

/** As many as Discord gives at a time (https://discord.com/developers/docs/resources/user#get-current-user-guilds). */
const PAGE = 200;
/** As many are named. */
const NAMED = 3;
const NAME = 'Servers';

/** @returns the first servers that the bot is in */
export function readServers(call: Call): Promise<Outcome<Servers>> {
  return call(Servers, '/users/@me/guilds', { query: { limit: String(PAGE) } });
}

/**
 * @param outcome of {@link readServers}
 * @param application that the token is of
 * @returns whether anybody can ask
 */
export function serversFinding(outcome: Outcome<Servers>, application: Application): Finding {
  if (outcome.kind === 'away') return notChecked(NAME, outcome.sentence);
  if (outcome.kind === 'refused') {
    return notChecked(NAME, 'Discord does not say which servers the bot is in: run this again in a minute.');
  }
  const { result: servers } = outcome;
  const persons = application.approximate_user_install_count ?? 0;
  const ofPersons =
    persons === 0 ? '' : `; installed by about ${counted(persons, 'person', 'people')} for themselves`;
  if (servers.length === 0) {
    return persons > 0
      ? ok(NAME, `in none${ofPersons}`)
      : missing(NAME, `The bot is in no server: add it with ${inviteLinks(application.id).server}`);
  }
  const count = Math.max(servers.length, application.approximate_guild_count ?? 0);
  const atLeast = servers.length >= PAGE ? 'at least ' : '';
  const names = servers.slice(0, NAMED).map(({ id, name }) => shownName(name, id));
  const more = count > names.length ? ', …' : '';
  return ok(
    NAME,
    `in ${atLeast}${counted(count, 'server', 'servers')} (${names.join(', ')}${more})${ofPersons}`,
  );
}
