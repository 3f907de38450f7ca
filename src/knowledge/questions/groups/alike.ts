import { likeness, wordVector } from '../../meaning/token-vectors.ts';
import { areSameKind, mayBeSameKind } from './asked-kind.ts';
import { areOpposed } from './contrasts.ts';
import { matesOf } from './mates.ts';
import type { WeighedForm, WeighedWord } from './wording.ts';

/**
 * In what two questions are alike. The cosine of the sums of their words' vectors and their kinds were tried beside
 * these, and told nothing more.
 */
export interface Likeness {
  /** Share of both questions' weight in words that they have in common, from 0 to 1. */
  readonly common: number;
  /** The same of words that are only near in meaning, as far as they are. */
  readonly near: number;
  /** Share of the weight of the lesser question in words that the other has nothing for. */
  readonly replaced: number;
  /** Share of their weight in names that only one of them holds. */
  readonly named: number;
}

/** A synonym is not the word itself. */
const SYNONYM = 0.8;
/** Words below this likeness have nothing to do with each other: two at random have 0.1. */
const NEAR_FROM = 0.55;

/**
 * @param a a question
 * @param b another
 * @returns in what they are alike; `null` where they cannot ask the same, however alike they are
 */
export function likenessOf(a: WeighedForm, b: WeighedForm): Likeness | null {
  if (!mayBeSameKind(a.kind, b.kind) || areApart(a, b)) return null;
  const light = areSameKind(a.kind, b.kind) ? 1 : LIGHT_BETWEEN_KINDS;
  const [forth, back] = [heldBy(a, b, light), heldBy(b, a, light)];
  const total = forth.total + back.total;
  if (forth.total === 0 || back.total === 0) return null;
  return {
    common: (forth.common + back.common) / total,
    near: (forth.near + back.near) / total,
    replaced: Math.min(forth.missing, back.missing) / Math.min(forth.total, back.total),
    named: (forth.named + back.named) / total,
  };
}

/** What keeps questions apart whatever else they share: numbers, names, sides, a "not", who did it to whom. */
function areApart(a: WeighedForm, b: WeighedForm): boolean {
  return (
    a.isNegated !== b.isNegated ||
    areOpposed(a.sides, b.sides) ||
    (a.role !== null && b.role !== null && a.role !== b.role) ||
    numbersOf(a) !== numbersOf(b) ||
    haveOtherNames(a, b)
  );
}

function numbersOf({ words }: WeighedForm): string {
  return words
    .filter(({ isNumber }) => isNumber)
    .map(({ term }) => term)
    .sort()
    .join(' ');
}

/** Each names somebody whom the other does not name, or they name the same in another order. */
function haveOtherNames(a: WeighedForm, b: WeighedForm): boolean {
  const [own, others] = [namesOf(a), namesOf(b)];
  const isMissing = (names: readonly string[], form: WeighedForm) =>
    names.some((name) => !form.words.some(({ term }) => term === name));
  if (isMissing(own, b) && isMissing(others, a)) return true;
  const isSame = own.length > 1 && own.length === others.length && own.every((name) => others.includes(name));
  return isSame && !a.isUnordered && !b.isUnordered && own.join(' ') !== others.join(' ');
}

function namesOf({ words }: WeighedForm): string[] {
  return words.filter(({ isName }) => isName).map(({ term }) => term);
}

interface Held {
  total: number;
  common: number;
  near: number;
  missing: number;
  named: number;
}

/** Where one asks for no kind by its form, "cost" and "number" tell which, and weigh as much as other words. */
const LIGHT_BETWEEN_KINDS = 4;

/** How much of a question's weight another holds. */
function heldBy(form: WeighedForm, other: WeighedForm, light: number): Held {
  const held: Held = { total: 0, common: 0, near: 0, missing: 0, named: 0 };
  for (const word of form.words) {
    const weight = word.weight * (word.isLight ? light : 1);
    held.total += weight;
    if (other.words.some(({ term }) => term === word.term)) held.common += weight;
    else {
      const near = nearest(word, other.words);
      held.near += weight * near;
      held.missing += weight * (1 - near);
      held.named += word.isName ? weight : 0;
    }
  }
  return held;
}

function nearest(word: WeighedWord, others: readonly WeighedWord[]): number {
  if (word.isNumber || word.isName) return 0;
  const mates = matesOf(word.term);
  let best = 0;
  for (const other of others) {
    if (other.isNumber || other.isName) continue;
    if (mates.includes(other.term) || isOfFamily(word.term, other.term)) best = Math.max(best, SYNONYM);
    else best = Math.max(best, nearness(word, other));
  }
  return best;
}

function nearness(word: WeighedWord, other: WeighedWord): number {
  const alike = likeness(wordVector(word.word), wordVector(other.word));
  return alike < NEAR_FROM ? 0 : alike;
}

/** "Settle" and "settlement": no stemmer brings all of them together. */
function isOfFamily(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST_FAMILY && long.length - short.length <= LONGER_BY && long.startsWith(short);
}
const SHORTEST_FAMILY = 5;
const LONGER_BY = 5;
