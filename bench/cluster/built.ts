import { openLibraryIndex } from '../../src/knowledge/search/opensearch/library-index.ts';
import { type LibraryJob, libraryOf } from './library.ts';

/**
 * Builds the index of a library, as `nutgraf index` does: all of it anew, copies and all.
 *
 * @param job the library, and the cluster
 * @returns how long it took, in ms
 * @throws {EngineError} when the cluster does not take it
 */
export async function built(job: LibraryJob): Promise<number> {
  if (job.cluster === null) throw new Error('there is no cluster to build an index on');
  const { stories } = await libraryOf(job);
  const index = openLibraryIndex(job.cluster);
  const started = performance.now();
  try {
    const copied = await index.rebuild(stories.flatMap(({ articles }) => articles));
    if (!copied) console.error('The copies of the index are not all there: the cluster has too few nodes.');
    return performance.now() - started;
  } finally {
    await index.close();
  }
}
