import { COMMAND_NAME } from './controls.ts';
import { isJson, jsonOf, listOf } from './json.ts';
import {
  ANY,
  flag,
  inTurn,
  list,
  nullable,
  number,
  object,
  type Rule,
  text,
  twiceIn,
  whole,
  wrong,
} from './rules.ts';

/** Options of commands, and what is translated of both. */

/** https://docs.discord.com/developers/reference#locales */
const LOCALES =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  );

/** Texts by locale, that each keep a rule. */
export function localized(rule: Rule): Rule {
  return nullable((value, path) => {
    if (!isJson(value))
      return wrong(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    return Object.entries(value).flatMap(([locale, translated]) =>
      LOCALES.includes(locale)
        ? nullable(rule)(translated, [...path, locale])
        : wrong([...path, locale], 'BASE_TYPE_CHOICES', `Value must be one of {${LOCALES.join(', ')}}.`),
    );
  });
}

const DESCRIPTION = text(100);
/** What every command and option has. */
export const NAMED = {
  type: ANY,
  name: COMMAND_NAME,
  description: DESCRIPTION,
} as const;
/** What of it may be translated. */
export const TRANSLATED = {
  name_localizations: localized(COMMAND_NAME),
  description_localizations: localized(DESCRIPTION),
} as const;

const SUBCOMMAND = 1;
const GROUP = 2;

const optionsInOrder: Rule = (value, path) => {
  const options = listOf(value).map(jsonOf);
  const twice = twiceIn(options.map(({ name }) => name));
  if (twice !== undefined) {
    return wrong(
      path,
      'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
      `Option name ${String(twice)} stands twice`,
    );
  }
  const late = options.findIndex(
    ({ required }, at) => required === true && at > 0 && options[at - 1]?.required !== true,
  );
  if (late >= 0) {
    const message = 'Required options must be placed before non-required options';
    return wrong([...path, late], 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message);
  }
  const nested = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP).length;
  return nested === 0 || nested === options.length
    ? []
    : wrong(
        path,
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and other options are mutually exclusive',
      );
};

function options(rules: Readonly<Record<number, Rule>>): Rule {
  const one: Rule = (value, path) => {
    const { type } = jsonOf(value);
    const rule = Object.hasOwn(rules, String(type)) ? rules[Number(type)] : undefined;
    const known = Object.keys(rules).join(', ');
    return (
      rule?.(value, path) ?? wrong([...path, 'type'], 'BASE_TYPE_CHOICES', `Value must be one of {${known}}.`)
    );
  };
  return inTurn(list(one, 25, 0), optionsInOrder);
}

const eitherCompleted: Rule = (value, path) =>
  jsonOf(value).autocomplete === true && listOf(jsonOf(value).choices).length > 0
    ? wrong(
        [...path, 'autocomplete'],
        'APPLICATION_COMMAND_AUTOCOMPLETE_INVALID',
        'There may be no choices then',
      )
    : [];

/** An option that takes a value; `value` judges one of its choices, where it may have some. */
function option(more: Readonly<Record<string, Rule>> = {}, value?: Rule): Rule {
  const one = value && object({ name: text(100), value }, { name_localizations: localized(text(100)) });
  const completed = one ? { choices: nullable(list(one, 25, 0)), autocomplete: flag } : {};
  return object(NAMED, { ...TRANSLATED, required: flag, ...completed, ...more }, eitherCompleted);
}

const BOUNDS = { min_value: number, max_value: number };
const INT = Number.MAX_SAFE_INTEGER;
const VALUES: Readonly<Record<number, Rule>> = {
  3: option({ min_length: whole(0, 6_000), max_length: whole(1, 6_000) }, text(100)),
  4: option(BOUNDS, whole(-INT, INT)),
  5: option(),
  6: option(),
  7: option({ channel_types: list(whole(0, 20), 20, 0) }),
  8: option(),
  9: option(),
  10: option(BOUNDS, number),
  11: option(),
};
const subcommand = object(NAMED, { ...TRANSLATED, options: options(VALUES) });
/** The options of a command. */
export const OPTIONS = options({
  ...VALUES,
  1: subcommand,
  2: object(NAMED, { ...TRANSLATED, options: options({ 1: subcommand }) }),
});
