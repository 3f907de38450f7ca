import type { Corpus } from '../corpus.ts';

/** A term to look for, with how much a match counts. */
export interface SearchTerm {
  readonly term: string;
  /** Above 0; 1 is what an exact, ordinary word counts. */
  readonly weight: number;
}

/** A sentence that the engine found, and how well it and its paragraph match, both BM25, 0 and up. */
export interface Candidate {
  /** Index into {@link Corpus.sentences}. */
  readonly sentence: number;
  readonly score: number;
  readonly paragraphScore: number;
}

/** The port that every search engine implements: it finds candidates; judging them is not its business. */
export interface SearchEngine {
  readonly name: string;
  /** Replaces what is indexed. */
  load(corpus: Corpus): Promise<void>;
  /**
   * @param terms what to look for; any of them may match
   * @param stories slugs of the stories that may be looked in
   * @returns candidates: the best sentences, and every sentence of the best paragraphs; in no order
   */
  search(terms: readonly SearchTerm[], stories: ReadonlySet<string>): Promise<readonly Candidate[]>;
  close(): Promise<void>;
}

/**
 * How many candidates are judged. On 10,252 sentences the 40 best by sentence and paragraph together and
 * all sentences of the four best paragraphs hold the right one 97 % of the time (docs/design.md).
 */
export const CANDIDATES = { sentences: 40, paragraphs: 4, paragraphWeight: 0.3 } as const;
