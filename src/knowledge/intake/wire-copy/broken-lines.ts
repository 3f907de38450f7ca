import { isCaptionLabel } from './beside-label.ts';
import { creditForm } from './credit.ts';
import { readDateline } from './dateline.ts';
import { furniture } from './furniture.ts';
import { readHeaderLine } from './header-line.ts';

/** In code units: a longer line was cut at no column. */
const LONGEST = 200;
const ENDED = /[.!?…:]["”’)\]]*$/;
/** No paragraph and no title ends with these. */
const OPEN = /\s(?:the|an?|of|and|or|to|by|for|with|from|in|on|at|as|into|than|their|his|its)$|,$/;
/** A name such as "eBay" begins with a small letter too. */
export const SMALL = /^\p{Ll}(?!\p{Ll}*\p{Lu})/u;
/** The rest of a sentence can look like a date line: "on Friday". */
const IN_SENTENCE = /^(?:on|at|in|last|today|yesterday|may)\b/;

/**
 * Tells from two lines alone that a sentence was cut between them, at whatever column.
 *
 * @param line a line
 * @param next the line directly under it
 * @returns whether it begins with a small letter after a line that ends no sentence, and neither is a line
 *   of its own, such as a byline, a credit or a button
 */
export function continues(line: string, next: string): boolean {
  if (!SMALL.test(next) || !isCut(line) || creditForm(next) === 'sure') return false;
  if (/^(?:https?:|www\.)|^\S[^\s@]*@\S+$/.test(next)) return OPEN.test(line);
  if (OPEN.test(line) || IN_SENTENCE.test(next)) return true;
  return readHeaderLine(next) === null && furniture(next) === null;
}

/**
 * @param line a line of a text that has cut sentences
 * @returns whether it ends with an article or a preposition, so that the next goes on whatever its letter
 */
export function endsOpen(line: string): boolean {
  return OPEN.test(line) && !line.endsWith(',') && isCut(line);
}

/**
 * @param line a line in the middle of a block of lines, in a text that has cut sentences
 * @param next the line directly under it
 * @returns whether nothing tells them apart
 */
export function isOneBlock(line: string, next: string): boolean {
  return isCut(line) && !isOwnLine(next) && readDateline(next) === null;
}

function isCut(line: string): boolean {
  return line.length <= LONGEST && !ENDED.test(line) && !isOwnLine(line);
}

function isOwnLine(line: string): boolean {
  // What began inside a sentence is no line of its own: "and May 6, 2024".
  if (SMALL.test(line)) return false;
  return (
    isCaptionLabel(line) ||
    creditForm(line) === 'sure' ||
    readHeaderLine(line) !== null ||
    furniture(line) !== null
  );
}
