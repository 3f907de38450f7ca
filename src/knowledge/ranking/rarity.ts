import type { Corpus } from '../corpus.ts';
import { backgroundFrequency } from '../meaning/background.ts';
import type { AskedTerm } from '../question.ts';

/**
 * Sentences of general English that a library is thought to be a part of. In a story of thirty sentences
 * every word is in one or two of them, and only general English tells which are rare; in one of ten thousand
 * its own count decides.
 */
const GENERAL = 1000;

/**
 * Inverse sentence frequency on a scale from 0 (in every sentence) to 1 (in none), so that it means the
 * same in a library of fifty sentences and of a million: the frequency in the library and the one in general
 * English, smoothed together (Dirichlet smoothing: Zhai and Lafferty 2004, https://doi.org/10.1145/984321.984322).
 *
 * @param term a term of a question
 * @param corpus the library that is asked
 * @returns its rarity, 0 to 1
 */
export function rarityOf(term: AskedTerm, corpus: Corpus): number {
  let frequency = 0;
  for (const [match, quality] of term.matches) {
    frequency = Math.max(frequency, quality >= 0.8 ? (corpus.frequency.get(match) ?? 0) : 0);
  }
  const all = corpus.sentences.length + GENERAL;
  const share = (frequency + GENERAL * backgroundFrequency(term.term)) / all;
  return Math.min(1, Math.log(share) / Math.log(LEAST));
}

/** Of a term that is in neither: rarer than this is not told apart. */
const LEAST = 1 / 40_000;
