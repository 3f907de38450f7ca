import type { Story } from '../article.ts';
import type { SearchEngine } from './engine.ts';
import { memoryEngine } from './memory.ts';
import { miniSearchEngine } from './minisearch.ts';
import { EngineError } from './opensearch/engine-error.ts';
import type { ClusterSettings } from './opensearch/settings.ts';

/** Names of the search engines, as `--engine` takes them, the default first. */
export const ENGINE_NAMES = ['memory', 'minisearch', 'opensearch'] as const;

export type EngineName = (typeof ENGINE_NAMES)[number];

/** The engines of one kind that a process has: one for each set of stories that is asked. */
export interface Engines {
  /** @returns an engine, empty */
  make(): SearchEngine;
  /** The library has these stories from now on, and no others: what lies elsewhere of articles that have gone is removed in time. */
  keepOnly(stories: readonly Story[]): void;
  /** What keeps them from being asked; `null` where nothing is known to. */
  trouble(): string | null;
  close(): Promise<void>;
}

const ALONE = { keepOnly() {}, trouble: () => null, async close() {} };

/**
 * @param name the kind
 * @param cluster where the cluster is, for the engine that needs one
 * @returns the engines; nothing is loaded of a kind that is not asked for
 * @throws {EngineError} when there is no cluster for it
 */
export async function openEngines(name: EngineName, cluster: ClusterSettings | null): Promise<Engines> {
  if (name === 'memory') return { make: memoryEngine, ...ALONE };
  if (name === 'minisearch') return { make: miniSearchEngine, ...ALONE };
  if (cluster === null) {
    throw new EngineError(
      'unreachable',
      'The engine opensearch needs OPENSEARCH_URL, the address of a node.',
    );
  }
  const { clusterEngines } = await import('./opensearch/engines.ts');
  return clusterEngines(cluster);
}
