import { localized, NAMED, OPTIONS, TRANSLATED } from './command-options.ts';
import { type Json, jsonOf, listOf } from './json.ts';
import {
  ANY,
  choice,
  flag,
  inTurn,
  lengthOf,
  like,
  list,
  nullable,
  object,
  type Rule,
  text,
  twiceIn,
  wrong,
} from './rules.ts';

/** Commands (https://docs.discord.com/developers/interactions/application-commands). */

/** Everything that is read of a command, in its longest language, has 8,000 characters at most. */
const fits: Rule = (value, path) => {
  const length = lengthOf(longest(jsonOf(value)));
  return length > 8_000
    ? wrong(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size of 8000: ${length}`)
    : [];
};

function longest(part: Json): string {
  const longer = (plain: unknown, translations: unknown) =>
    [plain, ...Object.values(jsonOf(translations))]
      .map((each) => String(each ?? ''))
      .reduce((best, each) => (each.length > best.length ? each : best));
  const inside = [...listOf(part.options), ...listOf(part.choices)].map((each) => longest(jsonOf(each)));
  const own =
    longer(part.name, part.name_localizations) + longer(part.description, part.description_localizations);
  return own + String(part.value ?? '') + inside.join('');
}

const SETTINGS: Readonly<Record<string, Rule>> = {
  type: ANY,
  default_member_permissions: nullable(like(/^\d+$/, 'a number in a string')),
  dm_permission: nullable(flag),
  default_permission: nullable(flag),
  nsfw: flag,
};
/** Of commands that are registered everywhere. */
const PLACES: Readonly<Record<string, Rule>> = {
  integration_types: list(choice(0, 1), 2),
  contexts: nullable(list(choice(0, 1, 2), 3)),
};
const DISPLAYED = inTurn(text(32), (value, path) =>
  String(value).trim() === String(value)
    ? []
    : wrong(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'),
);

/**
 * Judges a command.
 *
 * @param everywhere whether it is registered globally, not in one server
 * @returns the rule
 */
export function commandRule(everywhere: boolean): Rule {
  const settings = { ...SETTINGS, ...(everywhere ? PLACES : {}) };
  return (value, path) => {
    const { type = 1 } = jsonOf(value);
    if (type !== 1 && type !== 2 && type !== 3) return choice(1, 2, 3)(type, [...path, 'type']);
    if (type === 1) {
      const { type: _, ...named } = NAMED;
      return object(named, { ...TRANSLATED, ...settings, options: nullable(OPTIONS) }, fits)(value, path);
    }
    // A command of a menu is described by its name alone.
    const described = { description: choice(''), description_localizations: nullable(object({})) };
    return object(
      { name: DISPLAYED },
      { ...settings, ...described, name_localizations: localized(DISPLAYED) },
    )(value, path);
  };
}

/** Commands of one type at most: 100 that are typed, 15 in the menu of a person, 15 in that of a message. */
const MOST: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };

/** Judges all commands of one place. */
export function commandsRule(everywhere: boolean): Rule {
  return inTurn(list(commandRule(everywhere), 130, 0), (value, path) => {
    const commands = listOf(value).map(jsonOf);
    const twice = twiceIn(commands.map(({ type = 1, name }) => `${String(type)} ${String(name)}`));
    if (twice !== undefined) {
      return wrong(
        path,
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        `Application command names must be unique: ${String(twice)}`,
      );
    }
    const many = Object.entries(MOST).find(
      ([kind, most]) => commands.filter(({ type = 1 }) => String(type) === kind).length > most,
    );
    return many === undefined
      ? []
      : wrong(
          path,
          'APPLICATION_COMMANDS_MAX',
          `Maximum number of application commands reached (${many[1]})`,
        );
  });
}
