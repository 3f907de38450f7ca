import type { Corpus } from './corpus.ts';
import { contentWords } from './corpus.ts';
import { isLight, namesKind } from './question-kind.ts';
import { type AskedWord, meantBeyond, meantBy } from './questions/spelling.ts';
import { SYNONYMS } from './words/synonyms.ts';
import { termOf } from './words/terms.ts';
import { beginningWith } from './words/vocabulary.ts';

/** A word of the question, and the terms of the library that would be a match for it. */
export interface AskedTerm {
  readonly term: string;
  /** 0 to 1: how much is lost when no sentence holds it. */
  readonly importance: number;
  /** Whether it only names the kind of thing that is asked for, as "count" does a number. */
  readonly namesKind: boolean;
  /** Whether it was written as a name or a figure: with a capital inside the question, or with a digit. */
  readonly isName: boolean;
  /** Terms of the library, with how good a match each is, 0 to 1; empty when the library has none. */
  readonly matches: ReadonlyMap<string, number>;
  /** Whether it was asked in this question, and not in one before it. */
  readonly own: boolean;
}

/** How good a match each way of matching is; set by hand on `bessemer-dev` and `train-wiki`. */
const MATCH = { exact: 1, compound: 0.95, misspelled: 0.85, beginning: 0.6, synonym: 0.6 } as const;
const LIGHT = 0.25;
/**
 * The words of a text that say what it is about, each with what it would match in the library.
 *
 * @param text a question in plain words, or what it leans on
 * @param corpus the library
 * @param own whether they are the question's own
 * @returns each term once, in order
 */
export function askedTerms(text: string, corpus: Corpus, own: boolean): AskedTerm[] {
  const plain = inOneWord(text);
  const words = contentWords(plain);
  const found = new Map<string, AskedTerm>();
  // In a question that is all capitals, or has One On Each Word, capitals say nothing.
  const telling = /(?<![\p{L}\p{N}'’])\p{Ll}/u.test(plain);
  for (const [index, { word, term, start }] of words.entries()) {
    // A word that is said again is not looked up again: mending its spelling takes a ms.
    if (found.has(term)) continue;
    const next = words[index + 1];
    const light = namesKind(word) || isLight(word);
    const isCapital = telling && start > 0 && /^\p{Lu}/u.test(plain.slice(start));
    const matches = light ? exactMatch(term, corpus) : matchesOf({ word, term, isName: isCapital }, corpus);
    const joined = next ? termOf(word + next.word) : '';
    if (corpus.frequency.has(joined)) matches.set(joined, MATCH.compound);
    found.set(term, {
      term,
      importance: light ? LIGHT : 1,
      namesKind: namesKind(word),
      isName: /^\p{N}/u.test(word) || isCapital,
      matches,
      own,
    });
  }
  return [...found.values()];
}

/** Two words that mean what one does, and something else apart: "took part" is about no part. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:take|takes|took|taken|taking) part\b/gi, 'participated'],
  [/\b(?:carry|carries|carried|carrying) out\b/gi, 'conducted'],
  [/\b(?:set|sets|setting) up\b/gi, 'established'],
  [/\bnext steps?\b/gi, 'next'],
  [/\bunited states\b/gi, 'US'],
  [/\bunited kingdom\b/gi, 'UK'],
];

function inOneWord(text: string): string {
  return PHRASES.reduce((changed, [phrase, word]) => changed.replace(phrase, word), text);
}

function exactMatch(term: string, corpus: Corpus): Map<string, number> {
  return new Map(corpus.frequency.has(term) ? [[term, MATCH.exact]] : []);
}

function matchesOf(asked: AskedWord, corpus: Corpus): Map<string, number> {
  const { word, term } = asked;
  const matches = new Map<string, number>();
  const add = (other: string, quality: number) => {
    if (corpus.frequency.has(other)) matches.set(other, Math.max(matches.get(other) ?? 0, quality));
  };
  add(term, MATCH.exact);
  for (const mate of SYNONYMS.get(term) ?? []) add(mate, MATCH.synonym);
  for (const longer of beginningWith(corpus.vocabulary, term)) {
    // "Brand" begins "Brandt", who is somebody else; "America" begins "American".
    if (!asked.isName || OF_A_NAME.test(longer.slice(term.length))) add(longer, MATCH.beginning);
  }
  for (const part of partsOf(word, corpus)) add(part, MATCH.compound);
  if (matches.size === 0) {
    for (const other of meantBy(asked, corpus)) add(other, MATCH.misspelled);
  }
  if (matches.size === 0) {
    const meant = meantBeyond(asked, (other) => SYNONYMS.has(other));
    for (const mate of meant.flatMap((other) => SYNONYMS.get(other) ?? [])) add(mate, MATCH.synonym);
  }
  return matches;
}

/** What makes another word of a name and keeps what it names. */
const OF_A_NAME = /^(?:n|an|ian|ean|er|ese|ish|ic|s|ns|.{4,})$/u;

/** The longest word, in letters, that is looked at for two in one: each place where it could be cut costs two look-ups. */
const LONGEST_COMPOUND = 60;

/** "mailbox" → "mail" and "box", where the library has both and not the whole. */
function partsOf(word: string, corpus: Corpus): string[] {
  if (word.length < 7 || word.length > LONGEST_COMPOUND || corpus.frequency.has(termOf(word))) return [];
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const parts = [termOf(word.slice(0, cut)), termOf(word.slice(cut))];
    if (parts.every((part) => corpus.frequency.has(part))) return parts;
  }
  return [];
}

/** @returns the terms, each counting so many times as much */
export function withImportance(terms: readonly AskedTerm[], importance: number): AskedTerm[] {
  return terms.map((term) => ({ ...term, importance: term.importance * importance }));
}

/** The first of each term: what a question asks itself comes before what it leans on. */
export function eachOnce(terms: readonly AskedTerm[]): readonly AskedTerm[] {
  const found = new Map<string, AskedTerm>();
  for (const term of terms) if (!found.has(term.term)) found.set(term.term, term);
  return [...found.values()];
}
