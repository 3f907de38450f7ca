import type { AnswerKind } from '../answer-kind.ts';
import { tokens } from '../words/terms.ts';
import type { Inquiry, WeightedTerm } from './inquiry.ts';

/** A word of the question, as it was looked for. */
export interface UnderstoodTerm {
  /** As it is written in the question, or in what the question leans on. */
  readonly word: string;
  /** 0 to 1: what it weighs, by how rare it is and how much it matters. */
  readonly weight: number;
  /** Whether it was taken for a name or a figure. */
  readonly isName: boolean;
  /** Whether it only names the kind of thing that is asked for. */
  readonly namesKind: boolean;
  /** Whether it was asked in this question, and not in one before it or beside it. */
  readonly own: boolean;
  /** What counts as it in the library, the best match first, by quality from 0 to 1; empty where the library has none. */
  readonly matches: readonly { readonly word: string; readonly quality: number }[];
}

/** What was understood of a question, as far as a person can use it. */
export interface Understood {
  /** In plain words: without greetings and asides, small words mended. */
  readonly text: string;
  /** What kind of thing would answer. */
  readonly kind: AnswerKind;
  /** Whether what is yet to happen was asked. */
  readonly future: boolean;
  /** The heaviest first. */
  readonly terms: readonly UnderstoodTerm[];
  /** Its own words that were taken for a name or a figure, in order. */
  readonly names: readonly string[];
  /** Words for what is to be counted, for who said something, and for what it was said about; empty as a rule. */
  readonly counted: readonly string[];
  readonly speaker: readonly string[];
  readonly topic: readonly string[];
  /** What it leans on where it does not say: the questions before it or what was said beside it, or the story's title. */
  readonly leansOn: 'question' | 'topic' | null;
  /** Whom it calls "he" or "she"; `null` where nobody is meant, or nobody knows. */
  readonly person: string | null;
  /** Whether a network compared it with its candidates. */
  readonly byNetwork: boolean;
}

/**
 * @param inquiry the question
 * @param texts where its terms may stand as people write them, beside the question itself
 * @returns what was understood of it
 */
export function understoodOf(inquiry: Inquiry, texts: readonly string[]): Understood {
  const { text, kind, future, leansOn, person, roles } = inquiry.reading;
  const written = writtenIn([text, person?.name ?? '', ...texts]);
  const terms = [...inquiry.terms, ...inquiry.earlier].map((term) => understoodTerm(term, written));
  const wordsOf = (role: ReadonlySet<string>) => [...role].map(written);
  return {
    text,
    kind,
    future,
    terms: terms.toSorted((a, b) => b.weight - a.weight),
    names: terms.filter(({ isName, own }) => isName && own).map(({ word }) => word),
    counted: wordsOf(roles.counted),
    speaker: wordsOf(roles.speaker),
    topic: wordsOf(roles.topic),
    leansOn,
    person: person?.name ?? null,
    byNetwork: inquiry.deep !== null,
  };
}

type Written = (term: string) => string;

/** Terms are stems: "describ" says less to a person than the word that stands somewhere. The first text counts. */
function writtenIn(texts: readonly string[]): Written {
  const words = new Map<string, string>();
  for (const text of texts) {
    for (const { term, start, end } of tokens(text)) {
      if (!words.has(term)) words.set(term, text.slice(start, end));
    }
  }
  return (term) => words.get(term) ?? term;
}

function understoodTerm({ term, weight, isName, namesKind, own, matches }: WeightedTerm, written: Written) {
  const best = [...matches].sort(([, a], [, b]) => b - a);
  return {
    word: written(term),
    weight,
    isName,
    namesKind,
    own,
    matches: best.map(([match, quality]) => ({ word: written(match), quality })),
  };
}
