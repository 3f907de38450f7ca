import { isJson } from './json.ts';

/**
 * Judges one value.
 *
 * @param value what was sent
 * @param path where it stands, as a JSON path
 * @returns what is wrong with it, in words that begin with the path; `null` when nothing is
 */
export type Rule = (value: unknown, path: string) => string | null;

/** A character of two code units of which one is missing; Slack cannot read the request then. */
export const HALF_PAIR = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** The first complaint of several looks at one thing. */
function firstOf(...complaints: readonly (string | null)[]): string | null {
  return complaints.find((complaint) => complaint !== null) ?? null;
}

/** A string of `min` to `max` UTF-16 code units. */
export function string(max: number, min = 1): Rule {
  return (value, path) => {
    if (typeof value !== 'string') return `${path} must be a string`;
    if (HALF_PAIR.test(value)) return `${path} holds half a character`;
    if (value.length > max) return `${path} has ${value.length} characters, at most ${max} may be`;
    return value.length < min ? `${path} is empty` : null;
  };
}

/** A web address of at most so many UTF-16 code units. */
export function address(max = 3_000): Rule {
  return (value, path) =>
    string(max)(value, path) ??
    (/^https?:\/\/\S+$/.test(String(value)) && URL.canParse(String(value))
      ? null
      : `${path} is no address: ${String(value)}`);
}

/** A whole number from `min` to `max`. */
export function whole(min: number, max: number): Rule {
  return (value, path) =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max
      ? null
      : `${path} must be a whole number from ${min} to ${max}`;
}

/** `true` or `false`. */
export const flag: Rule = (value, path) =>
  typeof value === 'boolean' ? null : `${path} must be true or false`;

/** One of a few values. */
export function choice(...values: readonly unknown[]): Rule {
  return (value, path) => (values.includes(value) ? null : `${path} must be one of ${values.join(', ')}`);
}

/** A string that looks so. */
export function like(pattern: RegExp): Rule {
  return (value, path) => (pattern.test(String(value)) ? null : `${path} must look like ${pattern.source}`);
}

/** An array of `min` to `max` values that each keep a rule. */
export function list(rule: Rule, max = Number.POSITIVE_INFINITY, min = 1): Rule {
  return (value, path) => {
    if (!Array.isArray(value)) return `${path} must be an array`;
    if (value.length < min) return `${path} has ${value.length} elements, at least ${min} must be`;
    if (value.length > max) return `${path} has ${value.length} elements, at most ${max} may be`;
    return firstOf(...value.map((element, index) => rule(element, `${path}[${index}]`)));
  };
}

/**
 * An object with these fields and no others.
 *
 * @param needed fields that must be there
 * @param others fields that may be missing
 * @param whole what must hold of the object as such
 */
export function object(
  needed: Readonly<Record<string, Rule>>,
  others: Readonly<Record<string, Rule>> = {},
  whole: Rule = () => null,
): Rule {
  return (value, path) => {
    if (!isJson(value)) return `${path} must be an object`;
    const missing = Object.keys(needed).find((name) => value[name] === undefined);
    if (missing !== undefined) return `${path}.${missing} is missing`;
    const rules: Readonly<Record<string, Rule>> = { ...needed, ...others };
    for (const [name, child] of Object.entries(value)) {
      if (child === undefined) continue;
      const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
      const wrong = rule === undefined ? `${path}.${name} is not known` : rule(child, `${path}.${name}`);
      if (wrong !== null) return wrong;
    }
    return whole(value, path);
  };
}

/** An object whose `type` says which rule it has to keep. */
export function typed(rules: Readonly<Record<string, Rule>>): Rule {
  return (value, path) => {
    if (!isJson(value)) return `${path} must be an object`;
    const type = String(value.type);
    const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
    return rule === undefined
      ? `${path}: ${type} may not stand here, only ${Object.keys(rules).join(', ')}`
      : rule(value, path);
  };
}

/** Exactly one of these fields is there. */
export function eitherOf(...names: readonly string[]): Rule {
  return (value, path) =>
    isJson(value) && names.filter((name) => value[name] !== undefined).length === 1
      ? null
      : `${path} must have one of ${names.join(', ')}, and only one`;
}

/** Both, in this order. */
export function both(first: Rule, second: Rule): Rule {
  return (value, path) => first(value, path) ?? second(value, path);
}
