import { FUNCTION_WORDS } from './words/function-words.ts';

/** The form in which a transcript says who speaks: `NAME: ` at the beginning of a paragraph. */

/** How a paragraph of a transcript begins. */
export interface Speech {
  /** Who speaks; `null` where only "Q: " or "A: " is stated. */
  readonly name: string | null;
  /** Whether it is a question by its mark, as in "Q: Your vote, please." */
  readonly asks: boolean;
  /** UTF-16 code units before the first word that is said. */
  readonly length: number;
}

/** Letters in names such as "O’Neil", "J.R." and "Jean-Luc". */
const WORD = String.raw`[\p{Lu}\p{N}][\p{L}\p{M}\p{N}.'’-]{0,60}`;
const FIRST = String.raw`(?:(?:de|la|da|di|del|van|von|der|den|bin|ibn|al|el) |al-|el-|d['’]){0,2}\p{Lu}[\p{L}\p{M}\p{N}.'’-]{0,60}`;
const SMALL = '(?:of|the|de|da|di|del|la|le|du|van|von|der|den|ter|bin|ibn|al|el|y|&)';

/**
 * At most six words after the first, each with a capital, in brackets, in quotation marks (`JO "RED" HALE`)
 * or one of the small words of names, so that "Remember this: …" is not taken for a speaker. "#1" is how
 * broadcasters count people without a name. To be used with the flag `u`.
 */
export const NAME_FORM = String.raw`${FIRST}(?:,? (?:${WORD}|\(${WORD}\)|["“]${WORD}["”]|#\p{N}{1,2}|${SMALL})){0,6}`;

const SPEECH = new RegExp(String.raw`^\s*(${NAME_FORM}(?: \([^()\n]{1,40}\))?):\s+`, 'u');

/**
 * What stands before a colon and is nobody: what a newsroom writes over, under and between texts, and what
 * people say before they pause.
 */
const LABELS = new Set(
  `note notes notice warning edit edited update updates updated correction corrections clarification disclaimer disclosure caption
  photo photos photograph image picture video audio watch listen read related breaking exclusive live summary
  headline title subtitle date time location place byline author source sources url link tags topics category
  published transcript episode program programme show outlet network length duration runtime guests topic
  subject ingredients directions method tip tips example examples remember reminder advertisement contact
  email phone website ps p.s postscript part chapter section step result results score conclusion
  look right yes no well ok okay see fact truth meaning plus bottom-line`
    .trim()
    .split(/\s+/),
);

/**
 * @param name what stands before a colon
 * @returns whether that is a label of the text, such as "Note" or "Editor’s note", and no one's name
 */
export function isLabel(name: string): boolean {
  const words = name
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[\s,]+/);
  if (words.length === 1) {
    const word = words[0]?.replace(/\.$/, '') ?? '';
    // "MAY" and "WILL" are surnames, "May" and "Will" also words: only capitals tell.
    const written = name !== name.toUpperCase();
    return LABELS.has(word) || (written && FUNCTION_WORDS.has(word));
  }
  return /^(?:editor'?s'? notes?|(?:photo|image|video|audio) .*|read more|learn more|more|see also|(?:.* )?(?:update|correction)s?|(?:prep|cook|total|running) time|recorded|posted|air date|this just in)$/.test(
    words.join(' '),
  );
}

/**
 * @param paragraph a paragraph of a transcript
 * @returns how it says who speaks, or `null` where it does not say
 */
export function speechOf(paragraph: string): Speech | null {
  const match = SPEECH.exec(paragraph);
  const name = match?.[1];
  if (match === null || name === undefined || isLabel(name)) return null;
  const mark = /^(?:(q|question)|a|answer)\.?$/i.exec(name);
  return { name: mark ? null : name, asks: mark?.[1] !== undefined, length: match[0].length };
}
