import type { Article } from '../../article.ts';
import type { SearchTerm } from '../engine.ts';
import type { EntryName } from './documents.ts';
import type { Progress } from './loading.ts';

/** The index of a library on a cluster, which all engines of this process and of others share. */
export interface LibraryIndex {
  /** Loads those of the articles that are not there, and waits until they can be found. */
  ensure(articles: readonly Article[], progress?: Progress): Promise<void>;
  /** From now on these have to be there, also where somebody puts another index in the place of this one. */
  hold(articles: readonly Article[]): void;
  /** The end of {@link hold}, with the same list. */
  release(articles: readonly Article[]): void;
  /** Takes it that these are no longer there, before they are removed: if they come again, they are loaded again. */
  forget(fingerprints: readonly string[]): void;
  /**
   * @param terms what is looked for
   * @param stories slugs of the stories that may be looked in
   * @returns names of sentences and paragraphs
   * @throws {EngineError} where not every shard has answered in time: half an index is no answer
   */
  find(terms: readonly SearchTerm[], stories: ReadonlySet<string>): Promise<readonly EntryName[]>;
  /** What is there that these articles are not, and the other way round. */
  difference(articles: readonly Article[]): Promise<{
    readonly missing: readonly Article[];
    /** Fingerprints. */
    readonly surplus: readonly string[];
    /** Whether there is no index yet: none is made. */
    readonly isNew: boolean;
  }>;
  /** Deletes articles, by their fingerprints. */
  remove(fingerprints: readonly string[]): Promise<void>;
  /**
   * Makes a new index of these articles beside the one that is asked, and puts it in its place.
   *
   * @returns whether all its copies are there
   */
  rebuild(articles: readonly Article[], progress?: Progress): Promise<boolean>;
  /**
   * Looks whether what is held is there, and loads what is not: another process may have removed it, as its library
   * lacked it. Never rejects.
   *
   * @returns whether all of it is there now
   */
  mend(): Promise<boolean>;
  /** What is wrong with the cluster; `null` while it answers. */
  trouble(): string | null;
  /** Breaks off what is under way: nothing is lost, it goes on where it ended. */
  close(): Promise<void>;
}
