import { isLabel, NAME_FORM, speechOf } from '../../speaker.ts';
import { STARTERS } from '../../words/abbreviations.ts';
import { FUNCTION_WORDS } from '../../words/function-words.ts';
import { STAMP } from './stamp.ts';

/**
 * How a line says who speaks.
 * - `colon`: "JANE DOE, HOST: Welcome."
 * - `stamp`: "Jane Doe 01:02" above what she says
 * - `capitals`: "JANE DOE Welcome."
 * - `alone`: "Jane Doe" above what she says
 * - `letter`: "Q. Why now?", "Q - Why now?"
 * - `bracket`: "[Jane Doe] Welcome."
 */
export type HeadForm = 'colon' | 'stamp' | 'capitals' | 'alone' | 'letter' | 'bracket';

/** The beginning of a turn as a line may have it; whether it is one, the other lines tell. */
export interface Head {
  readonly form: HeadForm;
  /** As it stands, without role, remarks in brackets and times. */
  readonly name: string;
  /** What is said on the same line; may be empty. */
  readonly rest: string;
  /** Whether what follows the name is a role by its form: "Today, we ask:" has none. */
  readonly sure: boolean;
}

/** Marks before a name: a time, the captions' ">>", a dash, Markdown's bold. */
const BEFORE = String.raw`(?:(?:>{2,3}|[-–—•])\s*)?(?:${STAMP}(?:\s*[-–]\s*${STAMP})?[\s,–-]*)?(?:>{2,3}\s*)?\*{0,2}`;
const BRACKET = String.raw`(?:\([^()\n]{1,160}\)|\[[^\[\]\n]{1,160}\])`;
const ROLE_WORD =
  '(?:co-)?(?:host|anchor|reporter|correspondent|editor|presenter|moderator|interviewer|producer|byline|mayor|director|professor|president|chair|chief|author|analyst|lawyer|attorney|expert|spokes\\p{L}+|commentator|contributor|guest|newsreader)';
/** After a name in capitals any role; after another, one that begins with a capital or is a known one. */
const ROLE = String.raw`(?:, (?:[^:\n.?!]|\.(?=\p{Lu}?[\p{L}.])){1,200})`;

const COLON = new RegExp(
  String.raw`^(?<before>${BEFORE})(?<name>${NAME_FORM})(?<role>${ROLE})?(?:\s{0,40}(?:${BRACKET}|(?!${BRACKET})${STAMP}(?!\d)))*\s{0,40}\*{0,2}:\*{0,2}(?:\s+(?!\s)(?<rest>.*))?$`,
  'u',
);
const STAMPED = new RegExp(
  String.raw`^(?:${BEFORE})(?<name>${NAME_FORM})(?<role>${ROLE})?(?:\s{0,40}${BRACKET})*[\s·|,–-]{0,40}(?<stamp>${STAMP})?\*{0,2}$`,
  'u',
);
const CAPITAL_WORD = String.raw`(?:Mc|Mac|De|Di|La|Le|Van|O['’])?\p{Lu}[\p{Lu}\p{M}\p{N}.'’-]{0,60}`;
const CAPITALS = new RegExp(
  String.raw`^(?<before>${BEFORE})(?<name>${CAPITAL_WORD}(?: (?:${CAPITAL_WORD}|#\d{1,2}|\d{1,2}|de|van|von|of|the)){0,6})(?:, (?<role>\p{Lu}[\p{Lu}\p{N}&'’./ -]{0,200}\p{Lu}))?(?:\s*${BRACKET})*(?:\s*[—–-]{1,2})?\s+(?<rest>[“"‘'(]?(?:\p{Lu}\p{Ll}|I['’ ]|A |\p{N}|\p{Ll}).*)$`,
  'u',
);
/** "Jane Doe: [00:12] So …" */
const AFTER_NAME = new RegExp(String.raw`^\s*(?=[\[(])${STAMP}\s+`);
const BRACKETED = new RegExp(String.raw`^\[(?<name>${NAME_FORM})\]:?\s+(?!\s)(?<rest>.*)$`, 'u');
/** Interviews and press briefings: "Q. Why?", "Q Why?". An "A" without its point is an article. */
const LETTER =
  /^\*{0,2}(?<name>Q|A(?=[.)]|\s?[-–—]))(?:[.)]|\s?[-–—]{1,2})?\*{0,2}\s+(?<rest>[“"‘'([]?[\p{Lu}\p{N}].*)$/u;
const STARTS_WITH_STAMP = new RegExp(String.raw`^(?:[>\s–—•-]*)${STAMP}`);

/**
 * @param line one line of what is said
 * @returns the heads that it may begin with, the likeliest first
 */
export function headsOf(line: string): Head[] {
  const colon = COLON.exec(line)?.groups;
  if (colon) {
    const role = colon.role ?? '';
    const name = nameOf(colon.name ?? '', role);
    const sure = role === '' || isCapitals(name) || isRole(role);
    return heads('colon', name, colon.rest ?? '', sure);
  }
  const letter = LETTER.exec(line)?.groups;
  if (letter) return heads('letter', letter.name ?? '', letter.rest ?? '');
  const bracket = BRACKETED.exec(line)?.groups;
  if (bracket) return heads('bracket', bracket.name ?? '', bracket.rest ?? '');
  return [...alone(line), ...inCapitals(line)];
}

/** A line that is a name; "Thanks, Omar." ends a sentence. */
function alone(line: string): Head[] {
  const found = /\p{Ll}{3}\.$/u.test(line) ? undefined : STAMPED.exec(line)?.groups;
  if (!found) return [];
  const name = nameOf(found.name ?? '', found.role ?? '');
  if (found.role !== undefined && !isRole(found.role) && !isCapitals(name)) return [];
  return heads(found.stamp !== undefined || STARTS_WITH_STAMP.test(line) ? 'stamp' : 'alone', name, '');
}

/** "ALINA MOSS I think": which capitals still belong to the name, only the other lines can tell. */
function inCapitals(line: string): Head[] {
  const found = CAPITALS.exec(line)?.groups;
  if (!found?.name || found.rest === undefined) return [];
  if (found.role) return heads('capitals', nameOf(found.name, ''), found.rest);
  const words = found.name.split(' ');
  return words.flatMap((_, index) => {
    const count = words.length - index;
    const after = [...words.slice(count), found.rest].join(' ');
    return heads('capitals', words.slice(0, count).join(' '), after);
  });
}

function heads(form: HeadForm, name: string, rest: string, sure = true): Head[] {
  const known = speechOf(`${name}: `);
  const usable = known !== null && (known.name ?? name) === name && !isLabel(name) && /\p{L}/u.test(name);
  return usable ? [{ form, name, rest: rest.replace(AFTER_NAME, '').trim(), sure }] : [];
}

/** "JONES, JR." is a name, "JONES, HOST" has a role. */
function nameOf(name: string, role: string): string {
  const [first = '', ...more] = name.split(', ');
  const suffix = /^(?:Jr|Sr|II|III|IV)\b\.?$/i;
  const kept = [first, ...more.filter((part) => suffix.test(part))].join(', ');
  const bare = kept.replace(/(?:(?<!\s)\s+)?\([^()]*\)?/g, '').trim();
  return role === '' ? bare : bare.replace(/,$/, '');
}

function isRole(role: string): boolean {
  const words = role.replace(/^, /, '').split(/[\s,]+/);
  if (new RegExp(`\\b${ROLE_WORD}\\b`, 'iu').test(role)) return words.length <= 8;
  return words.every((word) => /^(?:[\p{Lu}\p{N}(&]|of$|the$|for$|and$|at$|in$)/u.test(word));
}

/** Titles, small words and the small letters of "McHALE" do not count against capitals. */
const SMALL =
  /\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Capt|Lt|Rev|Sgt|St)\.|\b(?:of|the|de|van|von|der|bin|al|la|le|del|di|da)\b|\b(?:Mc|Mac|De|La|Le|Van)(?=\p{Lu})/gu;

export function isCapitals(name: string): boolean {
  return /\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name.replace(SMALL, ''));
}

/** Whether a name could be the first words of any sentence: "The Vote", "Here". */
export function beginsPlainly(name: string): boolean {
  const first = name.split(' ')[0]?.toLowerCase() ?? '';
  return FUNCTION_WORDS.has(first) || (STARTERS.has(first) && !/^(?:police|officials)$/.test(first));
}

/** "MARY JONES" comes back as "JONES". For comparing only. */
export function surnameOf(name: string): string {
  return name.split(' ').at(-1)?.toLowerCase() ?? name;
}
