import type { ClusterClient, ClusterRequest } from './client.ts';
import { EngineError, isPassing } from './engine-error.ts';
import { pathOf } from './indexes.ts';
import type { ClusterSettings } from './settings.ts';

const WITHIN = 30_000;
/** Copies of an index of a million sentences are made within a minute. */
const COPIES_WITHIN = 120_000;
/** Merging all of an index; it goes on when nobody waits any more. */
const MERGE_WITHIN = 600_000;

/**
 * Makes an index that was loaded ready to be asked.
 *
 * @returns whether all its copies are there: fewer nodes than copies leave some out
 */
export async function finish(
  cluster: ClusterClient,
  name: string,
  { replicas }: ClusterSettings,
): Promise<boolean> {
  const { call, insist } = cluster;
  await insist({ method: 'POST', path: `${pathOf(name)}/_refresh` }, MERGE_WITHIN);
  try {
    // One segment a shard is asked in two thirds of the time; later changes are small beside it.
    const querystring = { max_num_segments: '1' };
    await call({ method: 'POST', path: `${pathOf(name)}/_forcemerge`, querystring }, MERGE_WITHIN);
  } catch (error) {
    // What stands between may wait for a minute only (504).
    if (!isPassing(error)) throw error;
  }
  const body = { index: { number_of_replicas: replicas, refresh_interval: null } };
  await insist({ method: 'PUT', path: `${pathOf(name)}/_settings`, body }, WITHIN);
  return areCopied(cluster, name, replicas);
}

async function areCopied({ insist, call }: ClusterClient, name: string, replicas: number): Promise<boolean> {
  const health: ClusterRequest = { method: 'GET', path: `/_cluster/health${pathOf(name)}` };
  const { number_of_data_nodes: nodes } = Object(await insist(health, WITHIN)) as {
    readonly number_of_data_nodes?: number;
  };
  // No node holds two copies of a shard: they would be waited for in vain.
  if (nodes !== undefined && nodes <= replicas) return false;
  const querystring = { wait_for_status: 'green', timeout: `${COPIES_WITHIN}ms` };
  try {
    const answer = await call({ ...health, querystring }, COPIES_WITHIN + WITHIN);
    return (answer as { readonly timed_out?: unknown } | null)?.timed_out === false;
  } catch (error) {
    // Where it is not green in time, the answer is 408; what stands between may not wait so long.
    if (error instanceof EngineError && (error.code === 'unfit' || isPassing(error))) return false;
    throw error;
  }
}
