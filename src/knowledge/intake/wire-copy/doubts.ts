import { isoDate } from '../dates.ts';
import type { Details } from '../draft.ts';

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
/** What is written as a date with its year, whether the calendar has it or not. */
const DATED = new RegExp(
  `\\b(?:${MONTH} \\d{1,3}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,3}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,3}([/.-])\\d{1,3}\\1(?:\\d{4}|\\d\\d))\\b`,
  'i',
);
/** Two numbers that can both be a month, or a year of two digits. */
const AMBIGUOUS = /^(?:(?:0?\d|1[0-2])\D(?:0?\d|1[0-2])\D\d+|\d{1,2}\D\d{1,2}\D\d\d)$/;
const UPDATED = /\b(?:updated|modified|edited|revised)\b/i;

/**
 * Finds the dates that header lines state and that nobody can read for certain. None is guessed.
 *
 * @param lines the lines that state details
 * @param details what was read of them
 * @returns one sentence for an editor about each such date, where nothing else states what it would
 */
export function doubtsOf(lines: readonly string[], details: Details): readonly string[] {
  const doubts = lines.flatMap((line) => {
    const date = unreadDateIn(line);
    const field = UPDATED.test(line) ? 'updated' : 'published';
    if (date === null || details[field] !== null) return [];
    const wrong = AMBIGUOUS.test(date) ? 'can be read in two ways' : 'is no date';
    // There is no option for when it was updated.
    const advice = field === 'updated' ? 'when it was updated stays unknown' : 'state it with --published';
    return [`"${date}" ${wrong}: ${advice}.`];
  });
  return [...new Set(doubts)];
}

/**
 * @param line a line
 * @returns what is written in it as a date and cannot be read for certain, or `null`
 */
export function unreadDateIn(line: string): string | null {
  const date = DATED.exec(line)?.[0];
  return date === undefined || isoDate(date) !== null ? null : date;
}
