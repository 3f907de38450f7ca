import { editDistance } from '../words/vocabulary.ts';

/**
 * What makes one word of another, from the slip that is the surest to be one:
 * - `swapped`: two letters beside each other have changed places ("agianst")
 * - `doubled`: a letter stands twice, or once where it should stand twice ("whho", "comittee")
 * - `vowel`: a vowel inside is missing, or is too many ("amazn")
 * - `letter`: any other letter is missing or too many ("wich")
 * - `other-vowel`: a vowel stands for another ("seperate")
 * - `other-letter`: a letter stands for another ("whixh")
 */
export type Slip = 'swapped' | 'doubled' | 'vowel' | 'letter' | 'other-vowel' | 'other-letter';

/** All slips, the surest first. */
export const SLIPS: readonly Slip[] = [
  'swapped',
  'doubled',
  'vowel',
  'letter',
  'other-vowel',
  'other-letter',
];

const VOWEL = /[aeiouy]/;

/**
 * @param typed a word as it was typed
 * @param meant another word
 * @returns the one slip between them; `null` when they are the same, or more than one slip apart
 */
export function slipBetween(typed: string, meant: string): Slip | null {
  if (typed === meant || editDistance(typed, meant, 1) > 1) return null;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  if (typed.length === meant.length) {
    const [was, is] = [typed[at] ?? '', meant[at] ?? ''];
    if (was === meant[at + 1] && is === typed[at + 1]) return 'swapped';
    return VOWEL.test(was) && VOWEL.test(is) ? 'other-vowel' : 'other-letter';
  }
  const longer = typed.length > meant.length ? typed : meant;
  const letter = longer[at] ?? '';
  if (letter === longer[at - 1] || letter === longer[at + 1]) return 'doubled';
  const isInside = at > 0 && at < longer.length - 1;
  return VOWEL.test(letter) && isInside ? 'vowel' : 'letter';
}

const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Whether two letters lie beside each other on a keyboard, in a row or below one another. */
export function areNeighbours(one: string, other: string): boolean {
  const [a, b] = [placeOf(one), placeOf(other)];
  return a !== null && b !== null && Math.abs(a.row - b.row) <= 1 && Math.abs(a.column - b.column) <= 1;
}

function placeOf(letter: string): { row: number; column: number } | null {
  const row = KEYS.findIndex((keys) => keys.includes(letter));
  return row < 0 || letter === '' ? null : { row, column: KEYS[row]?.indexOf(letter) ?? 0 };
}
