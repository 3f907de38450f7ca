import type { Pair } from './pair.ts';

/**
 * What says how sure an answer is, beside the features: it is the same for all candidates of a question, or nearly,
 * and so orders nothing. Each from 0 to 1.
 */
export const SIGNS = {
  /** The share of what was asked for that no sentence of the library holds: it is about something else. */
  unknown: ({ inquiry }: Pair) => {
    let [unknown, all] = [0, 0];
    for (const { matches, weight } of inquiry.terms) {
      all += weight;
      if (matches.size === 0) unknown += weight;
    }
    return all === 0 ? 0 : unknown / all;
  },

  /** The same, as far as nothing in the sentence comes near it in meaning. */
  strange: ({ inquiry, likeness }: Pair) => {
    let [strange, all] = [0, 0];
    for (const [at, { matches, weight }] of inquiry.terms.entries()) {
      all += weight;
      if (matches.size === 0) strange += weight * (1 - Math.max(0, likeness.terms[at] ?? 0));
    }
    return all === 0 ? 0 : strange / all;
  },

  /** A name or a figure that the library never mentions. */
  unknownName: ({ inquiry }: Pair) =>
    inquiry.terms.some(({ isName, matches }) => isName && matches.size === 0) ? 1 : 0,

  /** A name or a figure that its article never mentions. */
  nameNotInArticle: ({ inquiry, article }: Pair) =>
    inquiry.terms.some(({ isName }, at) => isName && (article[at] ?? 0) < 0.5) ? 1 : 0,

  /** How many words the question has that say something, up to eight: two are held together by chance. */
  words: ({ inquiry }: Pair) => Math.min(1, inquiry.terms.length / 8),
} satisfies Record<string, (pair: Pair) => number>;

/** What follows from the scores of all candidates, in the order of {@link ranksOf}. */
export const RANKS = ['chance', 'ahead', 'level'] as const;

/**
 * What "none of these" scores: half-way between the sentences that answer (18 as a rule) and the best there are
 * where nothing does (10). Without it the one sentence of a story of one would be sure to answer.
 */
const NONE = 13;
/** What few sentences score more than. */
const HIGHEST = 25;

/**
 * @param scores of all candidates
 * @param at which of them
 * @returns its share in a softmax over all and none of them, from 0 to 1: many may be as good as this one; how far it
 *   is ahead of the best other one, or of none, from -1 to 1; and how high it scores, from -1 to 1, since features are
 *   shares of what was asked and scores of different questions can be compared
 */
export function ranksOf(scores: readonly number[], at: number): number[] {
  const own = scores[at] ?? 0;
  const others = [NONE, ...scores.filter((_, other) => other !== at)];
  const highest = Math.max(own, ...others);
  const all = others.reduce((sum, score) => sum + Math.exp(score - highest), Math.exp(own - highest));
  const level = Math.max(-1, Math.min(1, own / HIGHEST));
  return [Math.exp(own - highest) / all, Math.tanh((own - Math.max(...others)) / 3), level];
}
