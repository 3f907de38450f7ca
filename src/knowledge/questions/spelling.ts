import type { Corpus } from '../corpus.ts';
import { termOf } from '../words/terms.ts';
import { spelledLike } from '../words/vocabulary.ts';
import { type Slip, slipBetween } from './slips.ts';
import { isWellSpelled } from './well-spelled.ts';

/** Slips that make no other name: "Bessmer" is Bessemer, but neither "Jonson" nor "Hanson" is somebody else. */
const IN_NAMES: ReadonlySet<Slip | null> = new Set(['swapped', 'doubled', 'vowel'] as const);
/** Shorter words are too near to too many others, in letters. */
const SHORTEST = 4;
/**
 * Longer ones are no words, and no slips are looked for in them: each letter makes thirty other forms, each of which is
 * read letter by letter. One word of a thousand letters kept everybody waiting for seconds.
 */
const LONGEST = 40;
/** From this length on, in letters, a vowel may stand for another: "seperate". */
const OTHER_VOWEL_FROM = 7;
const VOWELS = 'aeiou';
/** The shortest name that is mended, in letters. */
const SHORTEST_NAME = 5;

/** A word of a question. */
export interface AskedWord {
  /** Lower case. */
  readonly word: string;
  readonly term: string;
  /** Whether it was written with a capital, as a name is. */
  readonly isName: boolean;
}

/**
 * The terms of the library that a word which it does not hold may mean. A word that is spelled well means itself:
 * the library is silent about it. So does a name, unless the slip is one that makes no other name; figures are
 * never mended.
 *
 * @param asked the word
 * @param corpus the library
 * @returns terms, none of them surer than the others; empty as a rule
 */
export function meantBy({ word, term, isName }: AskedWord, corpus: Corpus): readonly string[] {
  if (word.length > LONGEST || /\p{N}/u.test(word) || isWellSpelled(word)) return [];
  if (isName && word.length < SHORTEST_NAME) return [];
  const righted = word.length < SHORTEST ? [] : rightedForms(word, isName).map(termOf);
  const known = righted.filter((other) => corpus.frequency.has(other));
  if (known.length > 0) return [...new Set(known)];
  return spelledLike(corpus.vocabulary, term).filter((other) => {
    const slip = slipBetween(term, other);
    if (isName) return IN_NAMES.has(slip);
    return (slip !== null && slip !== 'other-letter') || !isNameIn(corpus, other);
  });
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The words from which a slip makes another: a slip in its ending hides a word's stem, so "vottes" and "paintngs" are
 * mended as words, before they become terms. In a name only what {@link IN_NAMES} allows.
 */
function rightedForms(word: string, isName: boolean): string[] {
  const forms: string[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const [before, letter] = [word[at - 1], word[at] ?? ''];
    if (before !== letter && at > 1) forms.push(word.slice(0, at - 1) + letter + before + word.slice(at + 1));
    if (before === letter || (!isName && word.length > SHORTEST)) {
      forms.push(word.slice(0, at) + word.slice(at + 1));
    }
    for (const missing of isName ? VOWELS : LETTERS) {
      forms.push(word.slice(0, at) + missing + word.slice(at));
    }
    if (isName || word.length < OTHER_VOWEL_FROM || !VOWELS.includes(letter)) continue;
    for (const vowel of VOWELS) forms.push(word.slice(0, at) + vowel + word.slice(at + 1));
  }
  return forms.filter((form) => form.length >= SHORTEST);
}

/**
 * Words that a misspelled one may mean though the library holds none of them: it may hold others for them.
 *
 * @param asked the word
 * @param isKnown whether a term is one that stands for others
 * @returns terms
 */
export function meantBeyond(
  { word, isName }: AskedWord,
  isKnown: (term: string) => boolean,
): readonly string[] {
  if (isName || word.length < SHORTEST || word.length > LONGEST || /\p{N}/u.test(word) || isWellSpelled(word))
    return [];
  return [...new Set(rightedForms(word, false).map(termOf))].filter(isKnown);
}

/** Whether a term stands with a capital inside a sentence, where it stands first. */
function isNameIn(corpus: Corpus, term: string): boolean {
  const holding = corpus.firstWith(term);
  if (holding === null) return false;
  const sentence = corpus.sentences[holding];
  const token = corpus.tokensOf(holding).find((each) => each.term === term);
  // Not among its words: it is the speaker's.
  if (!sentence || !token) return true;
  return token.start > 0 && /^\p{Lu}/u.test(sentence.article.body.slice(sentence.start + token.start));
}
