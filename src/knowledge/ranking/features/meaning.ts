import type { Pair } from '../pair.ts';

/** How near a sentence comes in meaning, by vectors of words: for what is said in other words. */
export const MEANING = {
  /** Cosine of the question as a whole and the sentence. */
  cosine: ({ likeness }: Pair) => likeness.cosine,
  /** How far it is behind the nearest candidate. */
  behindNearest: ({ likeness, inquiry }: Pair) => Math.max(-1, likeness.cosine - inquiry.best.cosine),
  farByCosine: ({ standing }: Pair) => Math.min(1, Math.log1p(standing.cosinePlace) / 4),

  /** The same of what stands around it. */
  cosineBefore: ({ likeness }: Pair) => likeness.before,
  cosineAfter: ({ likeness }: Pair) => likeness.after,
  cosineParagraph: ({ likeness }: Pair) => likeness.paragraph,

  /**
   * For each word of the question that the sentence does not hold, the word in it that comes nearest; weighed
   * by rarity, as a share of all that was asked. Worth more than all other features of meaning together.
   */
  nearMissing: (pair: Pair) => near(pair, pair.here),

  /** The same for words that its paragraph does not hold, with any word of the paragraph. */
  nearMissingParagraph: ({ inquiry, likeness, paragraph }: Pair) =>
    weighed(
      inquiry.terms.map(({ weight }, at) => [
        weight,
        (paragraph[at] ?? 0) < 0.3 ? Math.max(0, likeness.paragraphTerms[at] ?? 0) : 0,
      ]),
    ),

  /** For all words, held or not, with the paragraph. */
  nearParagraph: ({ inquiry, likeness }: Pair) =>
    weighed(inquiry.terms.map(({ weight }, at) => [weight, likeness.paragraphTerms[at] ?? 0])),

  /** The word that has nothing near it in the paragraph. */
  farthestParagraph: ({ inquiry, likeness }: Pair) =>
    Math.max(0, ...inquiry.terms.map(({ weight }, at) => weight * (1 - (likeness.paragraphTerms[at] ?? 0)))),

  /** The question and the paragraph as wholes. */
  cosineWhole: ({ likeness }: Pair) => likeness.whole,

  /** The same for all words, held or not. */
  nearAll: ({ inquiry, likeness }: Pair) =>
    weighed(inquiry.terms.map(({ weight }, at) => [weight, likeness.terms[at] ?? 0])),

  /** The word that has nothing near it: what the sentence is not about. */
  farthest: ({ inquiry, likeness }: Pair) =>
    Math.max(0, ...inquiry.terms.map(({ weight }, at) => weight * (1 - (likeness.terms[at] ?? 0)))),

  /** The first word, often what kind of thing is asked for: "what company", "which disease". */
  nearFirst: ({ likeness }: Pair) => likeness.terms[0] ?? 0,
  nearLast: ({ likeness }: Pair) => likeness.terms.at(-1) ?? 0,
  /** What is left of both when the words are taken out that they share: what is asked for, and what is said. */
  rest: ({ likeness }: Pair) => likeness.rest,

  /** How well what is said there answers what is asked, as learned from questions with their answers. */
  answers: ({ likeness }: Pair) => likeness.answers,
} satisfies Record<string, (pair: Pair) => number>;

function near({ inquiry, likeness }: Pair, held: readonly number[]): number {
  return weighed(
    inquiry.terms.map(({ weight }, at) => [
      weight,
      (held[at] ?? 0) < 0.3 ? Math.max(0, likeness.terms[at] ?? 0) : 0,
    ]),
  );
}

function weighed(values: readonly (readonly [weight: number, value: number])[]): number {
  const all = values.reduce((total, [weight]) => total + weight, 0);
  return all === 0 ? 0 : values.reduce((total, [weight, value]) => total + weight * value, 0) / all;
}
