import type { Corpus } from '../../corpus.ts';
import type { SearchTerm } from '../engine.ts';
import { HEADLINE, rarityOf } from './bm25.ts';
import type { Segment, Totals } from './segment.ts';

/** A term that is looked for, and what a match of it (`matchOf`) counts: rarity × weight. */
export interface Sought {
  readonly term: string;
  readonly inSentence: number;
  readonly inParagraph: number;
  readonly inHeadline: number;
}

/**
 * @param terms what is asked for; of a term that is named twice, the last weight counts
 * @param corpus where it is looked for
 * @param segments the same, indexed
 * @param totals of these
 * @returns those of the terms that there are
 */
export function soughtIn(
  terms: readonly SearchTerm[],
  corpus: Corpus,
  segments: readonly Segment[],
  totals: Totals,
): Sought[] {
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  return [...weights].flatMap(([term, weight]): Sought[] => {
    const heldIn = (place: 'texts' | 'headlines') =>
      segments.reduce((sum, { terms, held }) => sum + (held[place][terms.get(term) ?? -1] ?? 0), 0);
    const [texts, headlines] = [heldIn('texts'), heldIn('headlines')];
    if (texts + headlines === 0) return [];
    return [
      {
        term,
        inSentence: weight * rarityOf(corpus.frequency.get(term) ?? 0, totals.sentences),
        inParagraph: weight * rarityOf(texts, totals.paragraphs),
        inHeadline: weight * HEADLINE * rarityOf(headlines, totals.paragraphs),
      },
    ];
  });
}
