import { stemmer } from 'stemmer';
import { ownText } from '../own-text.ts';
import { remembered } from '../remembered.ts';
import { IRREGULAR } from './irregular.ts';
import { eachPlainWord } from './plain-words.ts';

/** A word of a text: what it says and where it stands. */
export interface Token {
  /** Lower case, apostrophes straight, without `'s`. */
  readonly word: string;
  /** What it is searched by: base form or stem; digits without their commas. */
  readonly term: string;
  /** UTF-16 code units into the text. */
  readonly start: number;
  readonly end: number;
}

/**
 * Letters, digits and marks; inner apostrophes ("don't"), inner points of abbreviations ("u.s") and of
 * decimals, inner commas of large numbers. A hyphen divides: "anti-union" is asked for as "union" too.
 * Each repetition consumes a separator and a letter, so matching is linear.
 */
const WORD = /[\p{L}\p{N}\p{M}]+(?:(?:['’]|[.](?=[\p{L}\p{N}])|,(?=\p{N}{3}(?!\p{N})))[\p{L}\p{N}\p{M}]+)*/gu;

/**
 * Splits a text into words.
 *
 * @param text any text
 * @returns its words in order; offsets are UTF-16 code units into `text`; takes some 0.2 µs a word
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  const add = (start: number, end: number) => {
    const { word, term } = readWord(text.slice(start, end));
    found.push({ word, term, start, end });
  };
  if (eachPlainWord(text, add)) return found;
  found.length = 0;
  for (const match of text.matchAll(WORD)) add(match.index, match.index + match[0].length);
  return found;
}

/** Words repeat: a library of a million sentences has some 300,000 different ones, and most of them once. */
const REMEMBERED = 200_000;

/** What a word says and what it is searched by, as it stands in a text. */
const readWord = remembered(REMEMBERED, readOnce, { own: ownText });

function readOnce(written: string): Pick<Token, 'word' | 'term'> {
  // "US" in capitals is the country; "us" is a pronoun, which is never searched for.
  const lower = written === 'US' ? 'u.s' : ownText(written).toLowerCase();
  const word = lower.normalize('NFC').replaceAll('’', "'").replace(/'s$/, '');
  return { word, term: termOf(word) };
}

/**
 * What a word is searched by: its base form where it is irregular, otherwise its Porter stem
 * (https://tartarus.org/martin/PorterStemmer/), numbers and abbreviations without commas and points.
 *
 * @param word lower case
 * @returns the term
 */
export const termOf: (word: string) => string = remembered(REMEMBERED / 2, makeTerm);

function makeTerm(word: string): string {
  if (/^\p{N}/u.test(word)) return word.replaceAll(',', '');
  const bare = word.replaceAll('.', '');
  const base = IRREGULAR.get(bare) ?? bare;
  // A stem is for English letters; names in other scripts and words with accents are kept as they are.
  // Porter turns "employ" into "emploi" but "employer" into "employ": with the y back they are one.
  return /^[a-z']+$/.test(base) ? stemmer(base).replace(/i$/, 'y') : base;
}
