import type { Article, Story } from '../../article.ts';
import type { Engines } from '../engines.ts';
import { openSearchEngine } from '../opensearch.ts';
import { fingerprintOf, knownFingerprint } from './documents.ts';
import { openLibraryIndex } from './library-index.ts';
import type { ClusterSettings } from './settings.ts';

/**
 * How long what has gone from the library stays on the cluster, in ms: another process may still serve the library as
 * it was, and would look for it in vain.
 */
const GRACE = 10 * 60_000;
/**
 * How often it is looked whether all is there, in ms: a process whose library was behind may have removed what this
 * one serves. It takes 0.1 s for 10,000 articles.
 */
const EVERY = 10 * 60_000;

/**
 * @param settings where the cluster is
 * @param grace see {@link GRACE}
 * @param every see {@link EVERY}
 * @returns engines that share one index there
 */
export function clusterEngines(settings: ClusterSettings, grace = GRACE, every = EVERY): Engines {
  const index = openLibraryIndex(settings);
  const timers = new Set<NodeJS.Timeout>();
  const looking = setInterval(() => void index.mend(), every).unref();
  let served: readonly Story[] = [];

  function removeLater(gone: readonly string[], slugs: ReadonlySet<string>): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      const back = new Set(articlesOf(served.filter(({ slug }) => slugs.has(slug))).map(fingerprintOf));
      // What cannot be removed now is found by nobody, and removed by `nutgraf index`.
      index.remove(gone.filter((one) => !back.has(one))).catch(() => undefined);
    }, grace).unref();
    timers.add(timer);
  }

  return {
    make: () => openSearchEngine(index),
    keepOnly(stories) {
      const [before, after] = [new Set(served), new Set(stories)];
      const left = served.filter((story) => !after.has(story));
      served = stories;
      if (left.length === 0) return;
      const come = articlesOf(stories.filter((story) => !before.has(story)));
      const kept = new Set(come.map(fingerprintOf));
      const gone = articlesOf(left)
        .flatMap((article) => knownFingerprint(article) ?? [])
        .filter((one) => !kept.has(one));
      if (gone.length === 0) return;
      index.forget(gone);
      removeLater(gone, new Set(left.map(({ slug }) => slug)));
    },
    trouble: () => index.trouble(),
    async close() {
      clearInterval(looking);
      for (const timer of timers) clearTimeout(timer);
      await index.close();
    },
  };
}

function articlesOf(stories: readonly Story[]): readonly Article[] {
  return stories.flatMap(({ articles }) => articles);
}
