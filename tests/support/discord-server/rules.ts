import { isJson } from './json.ts';

/** Where something stands in what was sent. */
export type Path = readonly (string | number)[];

/** What Discord finds wrong with one value, in its own code and words. */
export interface Mistake {
  readonly path: Path;
  readonly code: string;
  readonly message: string;
}

/**
 * Judges one value.
 *
 * @param value what was sent
 * @param path where it stands
 * @returns everything that is wrong with it; nothing, when nothing is
 */
export type Rule = (value: unknown, path: Path) => readonly Mistake[];

/** A character of two code units of which one is missing: no JSON that Discord can read. */
const HALF_PAIR = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Takes anything. */
export const ANY: Rule = () => [];

/** One mistake. */
export function wrong(path: Path, code: string, message: string): readonly Mistake[] {
  return [{ path, code, message }];
}

/** How long Discord finds a text: it counts code points. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** A string of `min` to `max` code points. */
export function text(max: number, min = 1): Rule {
  return (value, path) => {
    if (typeof value !== 'string')
      return wrong(path, 'STRING_TYPE_CONVERT', 'Could not interpret as string.');
    if (HALF_PAIR.test(value)) return wrong(path, 'STRING_TYPE_CONVERT', 'Holds half a character.');
    const length = lengthOf(value);
    if (length >= min && length <= max) return [];
    if (length < min && value === '') return wrong(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    return min === 0
      ? wrong(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
      : wrong(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
  };
}

/** A string that looks so. */
export function like(pattern: RegExp, what: string): Rule {
  return (value, path) =>
    typeof value === 'string' && pattern.test(value)
      ? []
      : wrong(path, 'STRING_TYPE_REGEX', `String value did not match validation regex: ${what}.`);
}

/** An id of Discord's. */
export const snowflake: Rule = (value, path) =>
  typeof value === 'string' && /^\d{1,20}$/.test(value)
    ? []
    : wrong(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not snowflake.`);

/** A web address of at most so many code points, with one of these schemes. */
export function address(max: number, schemes: readonly string[] = ['http', 'https', 'discord']): Rule {
  return (value, path) => {
    const long = text(max)(value, path);
    if (long.length > 0) return long;
    const [, scheme = ''] = /^([a-z]+):\/\/\S+$/.exec(String(value)) ?? [];
    const fits = schemes.includes(scheme) && (scheme === 'attachment' || URL.canParse(String(value)));
    return fits
      ? []
      : wrong(
          path,
          'URL_TYPE_INVALID_URL',
          `Not a well formed URL of (${schemes.join(', ')}): ${String(value)}`,
        );
  };
}

/** A whole number from `min` to `max`. */
export function whole(min: number, max: number): Rule {
  return (value, path) => {
    if (!Number.isSafeInteger(value))
      return wrong(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
    if (Number(value) > max)
      return wrong(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
    return Number(value) < min
      ? wrong(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`)
      : [];
  };
}

/** Any number. */
export const number: Rule = (value, path) =>
  Number.isFinite(value) ? [] : wrong(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not float.`);

/** `true` or `false`. */
export const flag: Rule = (value, path) =>
  typeof value === 'boolean' ? [] : wrong(path, 'BOOLEAN_TYPE_CHOICES', 'Must be either true or false.');

/** One of a few values. */
export function choice(...values: readonly unknown[]): Rule {
  return (value, path) =>
    values.includes(value)
      ? []
      : wrong(path, 'BASE_TYPE_CHOICES', `Value must be one of {${values.map(String).join(', ')}}.`);
}

/** What a rule takes, or `null`. */
export function nullable(rule: Rule): Rule {
  return (value, path) => (value === null ? [] : rule(value, path));
}

/** An array of `min` to `max` values that each keep a rule. */
export function list(rule: Rule, max: number, min = 1): Rule {
  return (value, path) => {
    if (!Array.isArray(value))
      return wrong(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    if (value.length < min || value.length > max) {
      return min === 0
        ? wrong(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
        : wrong(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    }
    return value.flatMap((element, index) => rule(element, [...path, index]));
  };
}

/**
 * An object with these fields and no others. Discord ignores what it does not know; a typing mistake should
 * not be ignored here.
 *
 * @param needed fields that must be there
 * @param others fields that may be missing
 * @param whole what must hold of the object as such; looked at when its fields are right
 */
export function object(
  needed: Readonly<Record<string, Rule>>,
  others: Readonly<Record<string, Rule>> = {},
  whole: Rule = ANY,
): Rule {
  return (value, path) => {
    if (!isJson(value))
      return wrong(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    const missing = Object.keys(needed)
      .filter((name) => value[name] === undefined)
      .flatMap((name) => wrong([...path, name], 'BASE_TYPE_REQUIRED', 'This field is required'));
    const rules: Readonly<Record<string, Rule>> = { ...needed, ...others };
    const fields = Object.entries(value).flatMap(([name, child]) => {
      if (child === undefined) return [];
      const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
      return rule === undefined
        ? wrong([...path, name], 'UNKNOWN_FIELD', 'Discord does not know this field.')
        : rule(child, [...path, name]);
    });
    const all = [...missing, ...fields];
    return all.length > 0 ? all : whole(value, path);
  };
}

/** An object whose `type` says which rule it has to keep. */
export function typed(rules: Readonly<Record<number, Rule>>): Rule {
  return (value, path) => {
    if (!isJson(value))
      return wrong(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    const { type } = value;
    const rule = typeof type === 'number' && Object.hasOwn(rules, type) ? rules[type] : undefined;
    if (rule !== undefined) return rule(value, path);
    const known = Object.keys(rules).join(', ');
    return wrong([...path, 'type'], 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${known}).`);
  };
}

/** The first of these that finds something wrong. */
export function inTurn(...rules: readonly Rule[]): Rule {
  return (value, path) => {
    for (const rule of rules) {
      const mistakes = rule(value, path);
      if (mistakes.length > 0) return mistakes;
    }
    return [];
  };
}

/** Says which value stands twice. */
export function twiceIn(values: readonly unknown[]): unknown {
  return values.find((value, index) => values.indexOf(value) !== index);
}
