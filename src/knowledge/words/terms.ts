import { stemmer } from 'stemmer';
import { IRREGULAR } from './irregular.ts';

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
 * @returns its words in order; offsets are UTF-16 code units into `text`
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    // "US" in capitals is the country; "us" is a pronoun, which is never searched for.
    const written = match[0] === 'US' ? 'u.s' : match[0];
    const word = written.toLowerCase().normalize('NFC').replaceAll('’', "'").replace(/'s$/, '');
    found.push({ word, term: termOf(word), start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Words repeat: a story of 10,000 sentences has some 15,000 different ones. Bounded all the same. */
const known = new Map<string, string>();
const KNOWN_AT_MOST = 200_000;

/**
 * What a word is searched by: its base form where it is irregular, otherwise its Porter stem
 * (https://tartarus.org/martin/PorterStemmer/), numbers and abbreviations without commas and points.
 *
 * @param word lower case
 * @returns the term
 */
export function termOf(word: string): string {
  const cached = known.get(word);
  if (cached !== undefined) return cached;
  const term = makeTerm(word);
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(word, term);
  return term;
}

function makeTerm(word: string): string {
  if (/^\p{N}/u.test(word)) return word.replaceAll(',', '');
  const bare = word.replaceAll('.', '');
  const base = IRREGULAR.get(bare) ?? bare;
  // A stem is for English letters; names in other scripts and words with accents are kept as they are.
  // Porter turns "employ" into "emploi" but "employer" into "employ": with the y back they are one.
  return /^[a-z']+$/.test(base) ? stemmer(base).replace(/i$/, 'y') : base;
}
