import type { Corpus } from '../../corpus.ts';
import type { Inquiry } from '../inquiry.ts';
import { shareHeld } from '../neighbours.ts';
import type { Pair } from '../pair.ts';

/** How the words of a question stand in a sentence: near each other, side by side, in the same order. */
export const ORDER = {
  /** Words that stand side by side in the question and in the sentence: "union president", "second vote". */
  neighbours: ({ inquiry, corpus, candidate }: Pair) => {
    const { terms } = inquiry;
    if (terms.length < 2) return 0;
    const places = placesOf(inquiry, corpus, candidate.sentence);
    let found = 0;
    for (let index = 0; index + 1 < terms.length; index += 1) {
      if (standTogether(places[index] ?? [], places[index + 1] ?? [])) found += 1;
    }
    return found / (terms.length - 1);
  },

  /** Pairs of words that follow each other in both, small words too: "in favor of", "was born in". */
  samePairs: ({ inquiry, corpus, candidate }: Pair) =>
    shareHeld(inquiry.wordPairs, corpus.tokensOf(candidate.sentence)),

  /** The same by what the words are searched by: "voted against" and "vote against". */
  sameTermPairs: ({ inquiry, corpus, candidate }: Pair) =>
    shareHeld(inquiry.termPairs, corpus.tokensOf(candidate.sentence)),

  /** How close together the words stand that are held: two in a row 1, two with one between them 2/3. */
  closeness: ({ inquiry, corpus, candidate }: Pair) => {
    const places = placesOf(inquiry, corpus, candidate.sentence).filter((own) => own.length > 0);
    if (places.length < 2) return 0;
    return Math.min(1, places.length / narrowest(places));
  },
} satisfies Record<string, (pair: Pair) => number>;

const placed = new WeakMap<Inquiry, Map<number, readonly (readonly number[])[]>>();

/** Where each term of the question stands in a sentence, counted in words that say something. */
function placesOf(inquiry: Inquiry, corpus: Corpus, sentence: number): readonly (readonly number[])[] {
  const known = placed.get(inquiry) ?? new Map<number, readonly (readonly number[])[]>();
  placed.set(inquiry, known);
  const cached = known.get(sentence);
  if (cached) return cached;
  const places: number[][] = inquiry.terms.map(() => []);
  for (const [at, { term }] of corpus.wordsOf(sentence).entries()) {
    for (const match of inquiry.matching.get(term) ?? []) places[match.at]?.push(at);
  }
  known.set(sentence, places);
  return places;
}

/** Whether a place of the second stands right before one of the first, or up to two behind it. Both are in order. */
function standTogether(first: readonly number[], second: readonly number[]): boolean {
  let from = 0;
  return first.some((at) => {
    while ((second[from] ?? at) < at - 1) from += 1;
    return second.slice(from, from + NEAR).some((other) => other !== at && other <= at + 2);
  });
}

/** Places from one before a word to two behind it. */
const NEAR = 4;

/** Length of the shortest stretch that holds each once. */
function narrowest(places: readonly (readonly number[])[]): number {
  const all = places.flatMap((own, index) => own.map((at) => ({ at, index }))).sort((a, b) => a.at - b.at);
  const held = places.map(() => 0);
  let missing = places.length;
  let best = Number.POSITIVE_INFINITY;
  let from = 0;
  // A sentence may be as long as an article: each place comes into the stretch once, and leaves it once.
  for (const { at, index } of all) {
    held[index] = (held[index] ?? 0) + 1;
    if (held[index] === 1) missing -= 1;
    for (; missing === 0; from += 1) {
      const first = all[from] ?? { at, index };
      best = Math.min(best, at - first.at + 1);
      held[first.index] = (held[first.index] ?? 0) - 1;
      if (held[first.index] === 0) missing += 1;
    }
  }
  return best;
}
