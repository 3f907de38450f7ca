import { covered, MISSING, type Qualities, qualities } from '../held.ts';
import type { Inquiry } from '../inquiry.ts';
import type { Pair } from '../pair.ts';

/** What stands around a sentence: "they" and "the move" refer to it. */
export const AROUND = {
  /** What was asked for that it and the places around it hold together. */
  around: ({ share }: Pair) => share.around,
  aroundSquared: ({ share }: Pair) => share.around ** 2,

  /** What the sentence before it holds: it goes on from there. */
  before: ({ share }: Pair) => share.before,

  /** What its paragraph holds, and its article's headline. */
  paragraphCoverage: ({ share }: Pair) => share.paragraph,
  headline: ({ share }: Pair) => share.headline,

  /** What its article holds anywhere: the story it tells is the one asked about. */
  article: ({ share }: Pair) => share.article,

  /** How rare the rarest word is that its article never mentions. */
  missingInArticle: ({ inquiry, article }: Pair) => rarestMissing(inquiry, article),

  /** How rare the rarest word is that is missing even there. */
  missingAround: ({ inquiry, around }: Pair) => rarestMissing(inquiry, around),

  /** The share of names and figures that are held there. */
  namesAround: ({ inquiry, around }: Pair) => {
    const names = around.filter((_, at) => inquiry.terms[at]?.isName);
    return names.length === 0 ? 0 : names.reduce((total, quality) => total + quality, 0) / names.length;
  },

  /** How much more, or less, it holds than any other sentence of its paragraph. */
  aheadOfParagraph: ({ candidate, share, besides }: Pair) => share.here - besides(candidate.sentence),

  /** It begins with "He" or "That", and the sentence before holds what was asked. */
  leansBack: ({ form, share }: Pair) => (form.leansBack ? share.before : 0),

  /** A name or a figure in the question that neither the sentence nor what stands around it holds. */
  stranger: ({ inquiry, around }: Pair) =>
    inquiry.terms.some((term, at) => term.isName && (around[at] ?? 0) === 0) ? 1 : 0,

  /** What a follow-up leans on: the terms of the question before. */
  earlier: ({ inquiry, corpus, candidate }: Pair) => {
    if (inquiry.reading.leansOn !== 'question') return 0;
    return covered(inquiry.earlier, qualities(inquiry.earlier, corpus.termsOf(candidate.sentence)));
  },
} satisfies Record<string, (pair: Pair) => number>;

function rarestMissing({ terms }: Inquiry, held: Qualities): number {
  let most = 0;
  for (const [at, { weight }] of terms.entries())
    if ((held[at] ?? 0) < MISSING) most = Math.max(most, weight);
  return most;
}
