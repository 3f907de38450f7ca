import { covered, MISSING, type Qualities } from '../held.ts';
import type { Inquiry } from '../inquiry.ts';
import type { Pair } from '../pair.ts';
import { far } from '../standing.ts';

/** How near a sentence comes in meaning, by vectors of words: for what is said in other words. */
export const MEANING = {
  /** Cosine of the question as a whole and the sentence. */
  cosine: ({ likeness }: Pair) => likeness.cosine,
  /** How far it is behind the nearest candidate. */
  behindNearest: ({ likeness, inquiry }: Pair) => Math.max(-1, likeness.cosine - inquiry.best.cosine),
  farByCosine: ({ standing }: Pair) => far(standing.cosinePlace),

  /** The same of what stands around it. */
  cosineBefore: ({ likeness }: Pair) => likeness.before,
  cosineAfter: ({ likeness }: Pair) => likeness.after,
  cosineParagraph: ({ likeness }: Pair) => likeness.paragraph,

  /**
   * For each word of the question that the sentence does not hold, the word in it that comes nearest; weighed
   * by rarity, as a share of all that was asked. Worth more than all other features of meaning together.
   */
  nearMissing: (pair: Pair) => near(pair, pair.here, pair.likeness.terms),

  /** The same for words that its paragraph does not hold, with any word of the paragraph. */
  nearMissingParagraph: (pair: Pair) => near(pair, pair.paragraph, pair.likeness.paragraphTerms),

  /** For all words, held or not, with the paragraph. */
  nearParagraph: ({ inquiry, likeness }: Pair) => covered(inquiry.terms, likeness.paragraphTerms),

  /** The word that has nothing near it in the paragraph. */
  farthestParagraph: ({ inquiry, likeness }: Pair) => farthest(inquiry, likeness.paragraphTerms),

  /** The question and the paragraph as wholes. */
  cosineWhole: ({ likeness }: Pair) => likeness.whole,

  /** The same for all words, held or not. */
  nearAll: ({ inquiry, likeness }: Pair) => covered(inquiry.terms, likeness.terms),

  /** The word that has nothing near it: what the sentence is not about. */
  farthest: ({ inquiry, likeness }: Pair) => farthest(inquiry, likeness.terms),

  /** The first word, often what kind of thing is asked for: "what company", "which disease". */
  nearFirst: ({ likeness }: Pair) => likeness.terms[0] ?? 0,
  nearLast: ({ likeness }: Pair) => likeness.terms.at(-1) ?? 0,
  /** What is left of both when the words are taken out that they share: what is asked for, and what is said. */
  rest: ({ likeness }: Pair) => likeness.rest,

  /** How well what is said there answers what is asked, as learned from questions with their answers. */
  answers: ({ likeness }: Pair) => likeness.answers,
} satisfies Record<string, (pair: Pair) => number>;

/** How near those words come that are not held, as a share of all that was asked. */
function near({ inquiry }: Pair, held: Qualities, like: Float32Array): number {
  return covered(
    inquiry.terms,
    like.map((value, at) => ((held[at] ?? 0) < MISSING ? Math.max(0, value) : 0)),
  );
}

function farthest({ terms }: Inquiry, like: Float32Array): number {
  return Math.max(0, ...terms.map(({ weight }, at) => weight * (1 - (like[at] ?? 0))));
}
