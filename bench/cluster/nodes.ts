import { randomUUID } from 'node:crypto';
import type { ClusterSettings } from '../../src/knowledge/index.ts';
import { aliasOf } from '../../src/knowledge/search/opensearch/indexes.ts';
import { request } from '../../tests/cluster/request.ts';
import { startCluster } from '../../tests/cluster/server.ts';
import { openSearchSource } from '../../tests/cluster/source.ts';
import type { IndexRow, Nodes } from './results.ts';

/** The cluster beside which is measured. */
export interface Beside {
  readonly nodes: Nodes;
  /** Where an index with so many shards is to lie, under a name that nothing else has. */
  settings(shards: number): ClusterSettings;
  /** What an index takes, and what the nodes' heaps are filled with. */
  sizeOf(settings: ClusterSettings): Promise<Omit<IndexRow, 'shards' | 'build'>>;
  /** Deletes an index. */
  remove(settings: ClusterSettings): Promise<void>;
  /** Ends it, where it was started for this. */
  stop(): Promise<void>;
}

/** There is no cluster to measure beside. */
class NoClusterError extends Error {
  override readonly name = 'NoClusterError';
  readonly code = 'no-cluster';
}

/** Two nodes: with one a copy has no place to be. */
const NODES = 2;
const REPLICAS = 1;
/** In sentences: from here on the smaller heap is too small to merge in. */
const LARGE = 100_000;

/**
 * Starts nodes on this machine, or takes the cluster that `OPENSEARCH_URL` names.
 *
 * @param env where to look for one
 * @param largest sentences of the largest library
 * @throws {NoClusterError} when there is none, or it does not start
 */
export async function openBeside(env: NodeJS.ProcessEnv, largest: number): Promise<Beside> {
  const { url, stop, ours } = await started(env, largest).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new NoClusterError(`Nothing is measured, as there is no cluster: ${why}`);
  });
  const [first = ''] = url;
  async function get(path: string): Promise<Readonly<Record<string, unknown>>> {
    const { status, body } = await request(first, 'GET', path);
    if (status !== 200) throw new Error(`OpenSearch answers GET ${path} with ${status}.`);
    return body;
  }
  const heaps = async () => {
    const { nodes } = (await get('/_nodes/stats/jvm')) as unknown as NodeStats;
    return Object.values(nodes).map(({ jvm }) => jvm.mem);
  };
  try {
    const { version } = (await get('/')) as { readonly version?: { readonly number?: string } };
    const all = await heaps();
    return {
      nodes: {
        version: version?.number ?? 'of an unknown version',
        count: all.length,
        heap: Math.max(...all.map((heap) => heap.heap_max_in_bytes)),
        ours,
      },
      settings: (shards) => ({
        nodes: url,
        login: null,
        ca: null,
        prefix: `nutgraf-bench-${randomUUID()}`,
        shards,
        replicas: REPLICAS,
      }),
      async sizeOf(settings) {
        const stats = (await get(`/${aliasOf(settings)}/_stats/store`)) as unknown as IndexStats;
        return {
          primaries: stats._all.primaries.store.size_in_bytes,
          total: stats._all.total.store.size_in_bytes,
          heap: Math.max(...(await heaps()).map((heap) => heap.heap_used_in_bytes)),
        };
      },
      async remove(settings) {
        // Not by a pattern, which a cluster may forbid.
        const { status, body } = await request(first, 'GET', `/_alias/${aliasOf(settings)}`);
        if (status !== 200) return;
        for (const name of Object.keys(body)) await request(first, 'DELETE', `/${name}`);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function started(env: NodeJS.ProcessEnv, largest: number) {
  const source = openSearchSource(env);
  if (source.kind === 'missing') throw new Error(source.why);
  if (source.kind === 'running') return { url: source.url, stop: async () => {}, ours: false };
  const heap = largest > LARGE ? '2g' : '1g';
  console.error(`starting OpenSearch ${source.version}: ${NODES} nodes with ${heap} of heap each …`);
  const cluster = await startCluster(source, { nodes: NODES, heap });
  return { url: cluster.url, stop: () => cluster.stop(), ours: true };
}

interface NodeStats {
  readonly nodes: Readonly<
    Record<
      string,
      {
        readonly jvm: {
          readonly mem: { readonly heap_used_in_bytes: number; readonly heap_max_in_bytes: number };
        };
      }
    >
  >;
}

interface Store {
  readonly store: { readonly size_in_bytes: number };
}

interface IndexStats {
  readonly _all: { readonly primaries: Store; readonly total: Store };
}
