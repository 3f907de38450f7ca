/**
 * BM25+ as MiniSearch 7 has it (`calcBM25Score`, https://github.com/lucaong/minisearch), with its parameters:
 * both engines give the same scores, so that the ranker's weights hold for both.
 */
const K = 1.2;
const B = 0.7;
const D = 0.5;

/** The same for a search cluster: Lucene's BM25 has no third. */
export const K_AND_B = { k1: K, b: B } as const;

/** What a match in a headline counts, against one in a paragraph's text. */
export const HEADLINE = 0.5;

/**
 * How rare a term is.
 *
 * @param held how many sentences, paragraphs or headlines hold it
 * @param all how many there are
 * @returns its inverse document frequency, above 0
 */
export function rarityOf(held: number, all: number): number {
  return Math.log(1 + (all - held + 0.5) / (held + 0.5));
}

/**
 * What a field's length does to the terms in it: {@link matchOf} with the same number says the rest.
 *
 * @param length number of different terms in the field
 * @param average the same, averaged over all
 */
export function dampingOf(length: number, average: number): number {
  return K * (1 - B + (B * length) / average);
}

/**
 * How well a term matches a field, but for the term's rarity and weight.
 *
 * @param times how often the field holds the term
 * @param damping see {@link dampingOf}
 */
export function matchOf(times: number, damping: number): number {
  return D + (times * (K + 1)) / (times + damping);
}
