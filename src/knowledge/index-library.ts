import { countedOf } from './corpus.ts';
import { readLibrary } from './library.ts';
import type { Problem } from './problem.ts';
import { openLibraryIndex } from './search/opensearch/library-index.ts';
import type { Progress } from './search/opensearch/loading.ts';
import type { ClusterSettings } from './search/opensearch/settings.ts';

/** What bringing an index up to date comes to. */
export interface Indexed {
  /** Articles of the library, and their sentences. */
  readonly articles: number;
  readonly sentences: number;
  /** Articles that were loaded, or would be. */
  readonly loaded: number;
  /** Articles that were removed, or would be. */
  readonly removed: number;
  /** Whether all copies that were asked for are there; `null` where nothing was built. */
  readonly copied: boolean | null;
  readonly problems: readonly Problem[];
}

/** What is done: only told of, brought up to date, or all of it anew beside the old one. */
export type IndexWay = 'told' | 'difference' | 'full';

/**
 * Brings the index of a library on a search cluster up to date: afterwards it holds the articles that the library
 * has, whoever may see them, and no others.
 *
 * @param data the library's folder
 * @param cluster where the cluster is
 * @param way what is done; an index that is not there yet is always built in full
 * @param progress told how far the loading has come
 * @throws {LibraryError} when the folder cannot be read
 * @throws {EngineError} when the cluster does not take it: nothing is lost, and trying again goes on where it ended
 */
export async function indexLibrary(
  data: string,
  cluster: ClusterSettings,
  way: IndexWay,
  progress: Progress,
): Promise<Indexed> {
  const { stories, problems } = await readLibrary(data);
  const articles = stories.flatMap((story) => story.articles);
  const sentences = articles.reduce((total, article) => total + countedOf(article).sentences.length, 0);
  const told = { articles: articles.length, sentences, problems };
  const index = openLibraryIndex(cluster);
  try {
    const differing = index.difference(articles);
    // One that cannot be read is a reason to make another.
    const { missing, surplus, isNew } = await (way === 'full' ? differing.catch(() => UNKNOWN) : differing);
    if (way === 'told') return { ...told, loaded: missing.length, removed: surplus.length, copied: null };
    if (way === 'full' || isNew) {
      const copied = await index.rebuild(articles, progress);
      return { ...told, loaded: articles.length, removed: surplus.length, copied };
    }
    await index.ensure(articles, progress);
    await index.remove(surplus);
    return { ...told, loaded: missing.length, removed: surplus.length, copied: null };
  } finally {
    await index.close();
  }
}

const UNKNOWN = { missing: [], surplus: [], isNew: false } as const;
