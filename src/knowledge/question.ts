import type { Corpus } from './corpus.ts';
import { contentWords } from './corpus.ts';
import type { Place } from './place.ts';
import { type AnswerKind, isLight, kindOf, namesKind } from './question-kind.ts';
import { type Roles, rolesOf } from './question-roles.ts';
import { QUESTION_WORDS } from './words/function-words.ts';
import { SYNONYMS } from './words/synonyms.ts';
import { termOf } from './words/terms.ts';
import { beginningWith, editDistance, spelledLike } from './words/vocabulary.ts';

/** Where a question was asked, and so what it may be answered from. */
export interface Scope {
  readonly place: Place;
  /** Slug of the one story that is meant; `null` for every story that is open to the place. */
  readonly story: string | null;
}

/** What was asked. */
export interface Question {
  readonly text: string;
  readonly scope: Scope;
  /** What was asked before it in the same thread, oldest first. */
  readonly earlier: readonly string[];
}

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

/** A question, understood as far as its form allows. */
export interface Reading {
  readonly kind: AnswerKind;
  /** Whether it asks what is yet to happen. */
  readonly future: boolean;
  readonly roles: Roles;
  readonly terms: readonly AskedTerm[];
  /** What the terms that are not its own come from: an earlier question, the story's topic, or nothing. */
  readonly leansOn: 'question' | 'topic' | null;
}

/** How good a match each way of matching is; set by hand on `bessemer-dev` and `train-wiki`. */
const MATCH = { exact: 1, compound: 0.95, misspelled: 0.85, beginning: 0.6, synonym: 0.6 } as const;
const LIGHT = 0.25;
const EARLIER_IMPORTANCE = 0.5;

/**
 * Reads a question against a library.
 *
 * @param question what was asked
 * @param corpus the library's words, to match the question's with
 * @returns what is asked for and by which words
 */
export function readQuestion(
  question: Pick<Question, 'text' | 'earlier'> & {
    /** What is spoken of where the question does not say; `null` when that cannot be known. */
    readonly topic: string | null;
  },
  corpus: Corpus,
): Reading {
  const text = withQuestionWord(question.text);
  const own = askedTerms(text, corpus, true);
  const kind = kindOf(text);
  const future = /\b(?:will|won't|going to|gonna|upcoming)\b/i.test(text);
  const form = { kind, future, roles: rolesOf(text) };
  if (!isUnclear(text, own)) return { ...form, terms: own, leansOn: null };
  const known = new Set(own.map(({ term }) => term));
  const termsBefore = (before: string) =>
    askedTerms(before, corpus, false)
      .filter(({ term }) => !known.has(term))
      .map((asked) => ({ ...asked, importance: asked.importance * EARLIER_IMPORTANCE }));
  const before = question.earlier.at(-1);
  if (before !== undefined) {
    const terms = [...own, ...termsBefore(before)];
    return { ...form, kind: kind === 'thing' ? kindOf(before) : kind, terms, leansOn: 'question' };
  }
  if (question.topic === null) return { ...form, terms: own, leansOn: null };
  return { ...form, terms: [...own, ...termsBefore(question.topic)], leansOn: 'topic' };
}

function askedTerms(text: string, corpus: Corpus, own: boolean): AskedTerm[] {
  const plain = inOneWord(text);
  const words = contentWords(plain);
  const found = new Map<string, AskedTerm>();
  // In a question that is all capitals, or has One On Each Word, capitals say nothing.
  const telling = words.some(({ start }) => /^\p{Ll}/u.test(plain.slice(start)));
  for (const [index, { word, term, start }] of words.entries()) {
    const next = words[index + 1];
    const light = namesKind(word) || isLight(word);
    const matches = light ? exactMatch(term, corpus) : matchesOf(word, term, corpus);
    const joined = next ? termOf(word + next.word) : '';
    if (corpus.frequency.has(joined)) matches.set(joined, MATCH.compound);
    const asked = {
      term,
      importance: light ? LIGHT : 1,
      namesKind: namesKind(word),
      isName: /^\p{N}/u.test(word) || (telling && start > 0 && /^\p{Lu}/u.test(plain.slice(start))),
      matches,
      own,
    };
    if (!found.has(term)) found.set(term, asked);
  }
  return [...found.values()];
}

/** Two words that mean what one does, and something else apart: "took part" is about no part. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:take|takes|took|taken|taking) part\b/gi, 'participated'],
  [/\b(?:carry|carries|carried|carrying) out\b/gi, 'conducted'],
  [/\b(?:set|sets|setting) up\b/gi, 'established'],
  [/\bunited states\b/gi, 'US'],
  [/\bunited kingdom\b/gi, 'UK'],
];

function inOneWord(text: string): string {
  return PHRASES.reduce((changed, [phrase, word]) => changed.replace(phrase, word), text);
}

function exactMatch(term: string, corpus: Corpus): Map<string, number> {
  return new Map(corpus.frequency.has(term) ? [[term, MATCH.exact]] : []);
}

function matchesOf(word: string, term: string, corpus: Corpus): Map<string, number> {
  const matches = new Map<string, number>();
  const add = (other: string, quality: number) => {
    if (corpus.frequency.has(other)) matches.set(other, Math.max(matches.get(other) ?? 0, quality));
  };
  add(term, MATCH.exact);
  for (const mate of SYNONYMS.get(term) ?? []) add(mate, MATCH.synonym);
  for (const longer of beginningWith(corpus.vocabulary, term)) add(longer, MATCH.beginning);
  for (const part of partsOf(word, corpus)) add(part, MATCH.compound);
  if (matches.size === 0) {
    for (const other of spelledLike(corpus.vocabulary, term)) add(other, MATCH.misspelled);
  }
  return matches;
}

/** "mailbox" → "mail" and "box", where the library has both and not the whole. */
function partsOf(word: string, corpus: Corpus): string[] {
  if (word.length < 7 || corpus.frequency.has(termOf(word))) return [];
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const parts = [termOf(word.slice(0, cut)), termOf(word.slice(cut))];
    if (parts.every((part) => corpus.frequency.has(part))) return parts;
  }
  return [];
}

/** In "waht was the count" the first word is the one that asks, and it is misspelled. */
function withQuestionWord(text: string): string {
  return text.replace(/^\s*(\p{L}{3,6})\b/u, (first: string, word: string) => {
    const lower = word.toLowerCase();
    if (QUESTION_WORDS.includes(lower)) return first;
    const meant = QUESTION_WORDS.find(
      (known) => sameLetters(known, lower) && editDistance(known, lower, 1) <= 1,
    );
    return meant ?? first;
  });
}

function sameLetters(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}

/** "and against?", "when was that?", "what did they say": not to be understood by itself. */
function isUnclear(text: string, own: readonly AskedTerm[]): boolean {
  if (/^\s*(?:and|or|but|so|what about|how about)\b/i.test(text)) return true;
  if (own.filter(({ importance }) => importance === 1).length <= 1) return true;
  return (
    /\b(?:it|its|they|them|their|that|this|those|these|he|him|his|she|her)\b/i.test(text) && own.length <= 3
  );
}
