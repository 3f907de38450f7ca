import type { Story } from '../article.ts';
import { countedOf, textOf } from '../corpus.ts';

/**
 * Meaning by a network: sentences are compared with a question as whole texts, where the table that always
 * serves (`sentence-vectors.ts`) adds up words. Whatever is not at hand in time is done without.
 */
export interface DeepMeaning {
  /**
   * @param question what was asked
   * @param sentences texts of sentences
   * @returns the cosine of the question and each sentence, from -1 to 1, in the same order; `null` unless the
   *   vectors of all these sentences are at hand and that of the question comes in time. Those that are not at
   *   hand are computed next, ahead of all others. Never rejects.
   */
  cosines(question: string, sentences: readonly string[]): Promise<readonly number[] | null>;
  /**
   * Adds texts of sentences to those that are computed in the background, once for each text.
   *
   * @param sentences texts; read later, in pieces of a few ms
   */
  prepare(sentences: Iterable<string>): void;
  /**
   * @returns how many vectors are at hand, and how many will be when all is done: `wanted` is above `done` until
   *   then. When the network has been given up, no more are wanted.
   */
  ready(): { readonly done: number; readonly wanted: number };
  /** Ends the computing; what was computed is on disk then. */
  close(): Promise<void>;
}

/** What becomes of the network, told to those who run it. */
export interface DeepMeaningNews {
  /** Something is amiss, and answers go on without it: one sentence, and its cause. */
  trouble(message: string, cause: unknown): void;
  /** Vectors have been computed, and none is left to be. */
  settled(done: number): void;
}

export interface DeepMeaningOptions {
  /** Where vectors are kept from one run to the next; made when there is something to keep. */
  readonly folder: string;
  /** How long, in ms, an answer may wait for the vector of its question. */
  readonly patience?: number;
  readonly news: DeepMeaningNews;
}

/** The network that was asked for cannot be had. The message says what to do. */
export class DeepMeaningError extends Error {
  override readonly name = 'DeepMeaningError';
  readonly code = 'not-installed';
}

/**
 * Opens the network. It is loaded only here: whoever does not ask for it pays nothing for it.
 *
 * @param options where vectors are kept, and who is told
 * @returns the network, which may still be loading
 * @throws {DeepMeaningError} when its packages are not installed
 */
export async function openDeepMeaning(options: DeepMeaningOptions): Promise<DeepMeaning> {
  const { openMiniLm } = await import('./minilm/open.ts');
  return openMiniLm(options);
}

/** @returns the texts of all sentences of these stories, in order, each read when it is asked for */
export function* sentenceTexts(stories: readonly Story[]): Generator<string> {
  for (const { articles } of stories) {
    for (const article of articles) yield* countedOf(article).sentences.map(textOf);
  }
}
