import { commandRule, commandsRule } from './command-rules.ts';
import { isJson, type Json, jsonOf, listOf } from './json.ts';
import { formRefusal, type Refusal, refusal } from './payload.ts';
import { type Asked, done, type Outcome, type Route, yes } from './route.ts';
import type { State } from './state.ts';

/** Commands (https://docs.discord.com/developers/interactions/application-commands#endpoints). */

const UNKNOWN = refusal(404, 10063, 'Unknown application command');
const sameAs = (one: Json) => (other: Json) => other.name === one.name && typeOf(other) === typeOf(one);
const typeOf = ({ type = 1 }: Json) => type;

/** Where commands are kept: `''` for everywhere. Refused where the application is another, or not in the server. */
function placeOf({ state, at }: Asked, inGuild: boolean): string | Refusal {
  const [application, guild = ''] = at;
  if (application !== state.application.id) {
    return refusal(403, 20012, 'You are not authorized to perform this action on this application');
  }
  if (!inGuild) return '';
  return state.guilds.has(guild) ? guild : refusal(403, 50001, 'Missing Access');
}

function registered(state: State, place: string): readonly Json[] {
  return state.commands.get(place) ?? [];
}

/** A command as Discord keeps it: with everything that was not said, and a new version where it differs. */
function asKept(state: State, place: string, given: Json, before: Json | undefined): Json {
  const whole: Json = {
    application_id: state.application.id,
    type: 1,
    name_localizations: null,
    description: '',
    description_localizations: null,
    default_member_permissions: null,
    nsfw: false,
    ...(place === ''
      ? {
          contexts: null,
          integration_types: Object.keys(jsonOf(state.application.integration_types_config)).map(Number),
          dm_permission: true,
        }
      : { guild_id: place }),
    ...given,
    ...(listOf(given.options).length === 0
      ? { options: undefined }
      : { options: optionsKept(given.options) }),
  };
  const said = JSON.parse(JSON.stringify(whole)) as Json;
  const same =
    before !== undefined && JSON.stringify(sorted(withoutIds(before))) === JSON.stringify(sorted(said));
  return {
    id: before?.id ?? state.snowflake(),
    version: same ? before?.version : state.snowflake(),
    ...said,
  };
}

/** What is not so is not said. */
function optionsKept(options: unknown): readonly Json[] {
  return listOf(options).map((value) => {
    const { required, autocomplete, options: inside, choices, ...option } = jsonOf(value);
    return {
      ...option,
      ...(required === true ? { required } : {}),
      ...(autocomplete === true ? { autocomplete } : {}),
      ...(listOf(choices).length > 0 ? { choices } : {}),
      ...(listOf(inside).length > 0 ? { options: optionsKept(inside) } : {}),
    };
  });
}

function withoutIds({ id: _id, version: _version, ...said }: Json): Json {
  return said;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJson(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name])]));
}

/** Translations are shown only to whoever asks for them. */
function asListed(value: unknown, translated: boolean): unknown {
  if (translated) return value;
  if (Array.isArray(value)) return value.map((each) => asListed(each, false));
  if (!isJson(value)) return value;
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = value;
  return Object.fromEntries(Object.entries(rest).map(([name, child]) => [name, asListed(child, false)]));
}

function list(asked: Asked, place: string): Outcome {
  const translated = asked.query.get('with_localizations') === 'true';
  return yes(asListed(registered(asked.state, place), translated));
}

function replaceAll({ state, raw }: Asked, place: string): Outcome | Refusal {
  const no = formRefusal(commandsRule(place === '')(fromDiscord(raw), []));
  if (no !== null) return no;
  const before = registered(state, place);
  const next = listOf(fromDiscord(raw)).map((value) => {
    const given = jsonOf(value);
    return asKept(state, place, given, before.find(sameAs(given)));
  });
  state.commands.set(place, next);
  return yes(next);
}

/** What was read may be sent back with what Discord added to it. */
function fromDiscord(raw: unknown): unknown {
  const one = (value: unknown) => {
    if (!isJson(value)) return value;
    const { id: _id, application_id: _application, version: _version, guild_id: _guild, ...said } = value;
    return said;
  };
  return Array.isArray(raw) ? raw.map(one) : one(raw);
}

function put(state: State, place: string, command: Json): void {
  const others = registered(state, place).filter(({ id }) => id !== command.id);
  state.commands.set(place, [...others, command]);
}

function create({ state, body }: Asked, place: string): Outcome | Refusal {
  const given = jsonOf(fromDiscord(body));
  const before = registered(state, place).find(sameAs(given));
  const others = registered(state, place).filter((each) => each !== before);
  const all = [...others.map((each) => jsonOf(fromDiscord(each))), given];
  const no =
    formRefusal(commandRule(place === '')(given, [])) ?? formRefusal(commandsRule(place === '')(all, []));
  if (no !== null) return no;
  const command = asKept(state, place, given, before);
  put(state, place, command);
  return { status: before === undefined ? 201 : 200, body: command };
}

function found({ state, at }: Asked, place: string): Json | undefined {
  return registered(state, place).find(({ id }) => id === at.at(-1));
}

function edit(asked: Asked, place: string): Outcome | Refusal {
  const before = found(asked, place);
  if (before === undefined) return UNKNOWN;
  const given = { ...jsonOf(fromDiscord(before)), ...jsonOf(fromDiscord(asked.body)) };
  const no = formRefusal(commandRule(place === '')(given, []));
  if (no !== null) return no;
  const command = asKept(asked.state, place, given, before);
  put(asked.state, place, command);
  return yes(command);
}

function remove(asked: Asked, place: string): Outcome | Refusal {
  const before = found(asked, place);
  if (before === undefined) return UNKNOWN;
  asked.state.commands.set(
    place,
    registered(asked.state, place).filter((each) => each !== before),
  );
  return done();
}

function routes(base: string, inGuild: boolean): readonly Route[] {
  const within = (run: (asked: Asked, place: string) => Outcome | Refusal) => (asked: Asked) => {
    const place = placeOf(asked, inGuild);
    return typeof place === 'string' ? run(asked, place) : place;
  };
  return [
    { method: 'GET', path: base, run: within(list) },
    { method: 'PUT', path: base, run: within(replaceAll) },
    { method: 'POST', path: base, run: within(create) },
    {
      method: 'GET',
      path: `${base}/:`,
      run: within((asked, place) => {
        const command = found(asked, place);
        return command === undefined ? UNKNOWN : yes(command);
      }),
    },
    { method: 'PATCH', path: `${base}/:`, run: within(edit) },
    { method: 'DELETE', path: `${base}/:`, run: within(remove) },
  ];
}

export const COMMAND_ROUTES: readonly Route[] = [
  ...routes('/applications/:/commands', false),
  ...routes('/applications/:/guilds/:/commands', true),
];
