import type { Story } from '../src/knowledge/index.ts';

/** A sentence that can be found. Every peer is given the same ones. */
export interface BenchSentence {
  readonly text: string;
  /** Slug of the story, and id of the article in it. */
  readonly story: string;
  readonly article: string;
  /** UTF-16 code units into the article's body. */
  readonly start: number;
  readonly end: number;
}

/** Indexes of the sentences that were found for a question, best first, at most so many. */
export type Search = (question: string, most: number) => readonly number[] | Promise<readonly number[]>;

/** A search library, set up as its own documentation recommends for English text. */
export interface Peer {
  readonly name: string;
  /** The version that is measured, read from its package. */
  readonly version: () => string | Promise<string>;
  /** How it is set up, in a few words for the page. */
  readonly setup: string;
  /** Address of the documentation that says so. */
  readonly documentation: string;
  /** The most questions that are put to it, where it is slow; `null` for all. */
  readonly most: number | null;
  /**
   * @param sentences what is to be found, by its index
   * @param stories the stories that the sentences are of
   */
  build(sentences: readonly BenchSentence[], stories: readonly Story[]): Search | Promise<Search>;
}
