import { backgroundFrequency } from '../../meaning/background.ts';
import { sorting, spelledLike } from '../../words/vocabulary.ts';
import { type Slip, slipBetween } from '../slips.ts';
import { isWellSpelled } from '../well-spelled.ts';
import type { AskedForm, FormWord } from './asked-form.ts';
import { sidesOf } from './contrasts.ts';
import { isHeard } from './heard.ts';

/** A word of a question beside all the others that were asked. */
export interface WeighedWord extends FormWord {
  /** How much it tells apart, from 0 to 1: its rarity, a quarter of it for a light word. */
  readonly weight: number;
}

/** What a question asks, with slips mended and words weighed by what else was asked. */
export interface WeighedForm extends Omit<AskedForm, 'words'> {
  readonly words: readonly WeighedWord[];
}

/** Questions of general English that those asked are thought to be a part of: as `ranking/rarity.ts` has it. */
const GENERAL = 1000;
/** Of a term that is in none: rarer than this is not told apart. */
const LEAST = 1 / 40_000;
const LIGHT = 0.25;
/** Of a word on a side of a contrast, at least: "yes" is a common word, and decides. */
const CONTRAST = 0.6;

/**
 * @param forms what was asked, each form once
 * @returns the same, in order: a word that stands in nearly all of them, as the name of the story does, weighs little
 */
export function weighed(forms: readonly AskedForm[]): readonly WeighedForm[] {
  const counts = countsOf(forms);
  const righted = rightedTerms(forms, counts);
  const names = namesOf(forms);
  const weights = new Map<string, number>();
  const weightOf = (term: string): number => {
    const known = weights.get(term);
    if (known !== undefined) return known;
    const share = ((counts.get(term) ?? 0) + GENERAL * backgroundFrequency(term)) / (forms.length + GENERAL);
    const weight = Math.min(1, Math.log(share) / Math.log(LEAST));
    weights.set(term, weight);
    return weight;
  };
  const usual = usualWords(forms);
  return forms.map((form) => {
    const words = form.words.map((word) => {
      const term = righted.get(word.term) ?? word.term;
      const weight = weightOf(term) * (word.isLight ? LIGHT : 1);
      return {
        ...word,
        word: term === word.term ? word.word : (usual.get(term) ?? word.word),
        term,
        isName: names.has(term),
        weight: sidesOf([word.word]).size > 0 && !word.isLight ? Math.max(weight, CONTRAST) : weight,
      };
    });
    return { ...form, words };
  });
}

/** How each term is written, once: a slip has no meaning of its own. */
function usualWords(forms: readonly AskedForm[]): ReadonlyMap<string, string> {
  return new Map(forms.flatMap(({ words }) => words.map(({ term, word }) => [term, word])));
}

function countsOf(forms: readonly AskedForm[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of forms) for (const { term } of words) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Names are typed without their capital, too: whatever has one elsewhere is a name wherever it stands. */
function namesOf(forms: readonly AskedForm[]): ReadonlySet<string> {
  return new Set(forms.flatMap(({ words }) => words.filter(({ isName }) => isName).map(({ term }) => term)));
}

/** Shorter terms are too near to too many others. */
const SHORTEST = 4;
/** From this length on, in letters, two slips may be in a word. */
const TWO_SLIPS_FROM = 8;
/** Slips that make no other name: as in `questions/spelling.ts`. */
const IN_NAMES: ReadonlySet<Slip | null> = new Set(['swapped', 'doubled', 'vowel'] as const);

/**
 * Terms that general English does not know, and that one which is asked more often is a slip away from: "colaps",
 * where others ask about the "collaps". Two names are never one, unless the slip makes no other name.
 */
function rightedTerms(
  forms: readonly AskedForm[],
  counts: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> {
  const names = namesOf(forms);
  const vocabulary = sortedOf([...counts.keys()].filter((term) => isCommon(term, counts)));
  const righted = new Map<string, string>();
  const doubtful = forms.flatMap(({ words }) => words.filter(({ term }) => isDoubtful(term)));
  for (const { word, term } of doubtful) {
    if (righted.has(term) || isWellSpelled(word)) continue;
    const [meant] = spelledLike(vocabulary, term)
      .filter((other) => other !== term && isMoreUsual(other, term, counts))
      .filter((other) => isSlip(term, other, names.has(other)))
      .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
    if (meant !== undefined) righted.set(term, meant);
  }
  return righted;
}

function isDoubtful(term: string): boolean {
  return term.length >= SHORTEST && /^\p{L}+$/u.test(term) && !isHeard(term);
}

/** Known to general English, or asked about twice. */
function isCommon(term: string, counts: ReadonlyMap<string, number>): boolean {
  return (counts.get(term) ?? 0) > 1 || isHeard(term);
}

function isMoreUsual(other: string, term: string, counts: ReadonlyMap<string, number>): boolean {
  return isHeard(other) || (counts.get(other) ?? 0) > (counts.get(term) ?? 0);
}

function isSlip(term: string, other: string, isName: boolean): boolean {
  const slip = slipBetween(term, other);
  if (isName) return IN_NAMES.has(slip);
  return slip !== null || term.length >= TWO_SLIPS_FROM;
}

function sortedOf(terms: readonly string[]): string[] {
  const pieces = sorting(terms);
  for (;;) {
    const piece = pieces.next();
    if (piece.done) return piece.value;
  }
}
