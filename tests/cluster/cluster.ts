import { afterAll, beforeAll } from 'vitest';
import { type Cluster, type ClusterSize, startCluster } from './server.ts';
import { openSearchSource } from './source.ts';

const source = openSearchSource(process.env);

/** Whether there is no OpenSearch to test with: `describe.skipIf(noCluster)`. */
export const noCluster = source.kind === 'missing';

/** Whether none of its nodes may be killed, as somebody else runs it: `it.skipIf(cannotKill)`. */
export const cannotKill = source.kind === 'running';

/**
 * Starts a cluster before the tests of a file, and stops it after them. Says clearly when there is none, or when it
 * is somebody else's.
 *
 * @param what what is not tested without one: `The OpenSearch engine`
 * @returns the cluster, which can be used within tests
 */
export function testCluster(what: string, size: ClusterSize): Cluster {
  let cluster: Cluster | null = null;
  if (source.kind === 'missing') say(`${what} was not tested: ${source.why}`);
  else if (source.kind === 'running')
    say(`${what}: what kills a node was not tested, OPENSEARCH_URL names a cluster that others run.`);
  else {
    beforeAll(async () => {
      cluster = await startCluster(source, size);
    });
    afterAll(() => cluster?.stop());
  }
  function started(): Cluster {
    if (cluster === null) throw new Error('no cluster of ours runs');
    return cluster;
  }
  return {
    get url() {
      return source.kind === 'running' ? source.url : started().url;
    },
    kill: (node) => started().kill(node),
    hang: (node) => started().hang(node),
    goOn: (node) => started().goOn(node),
    start: (node) => started().start(node),
    stop: () => started().stop(),
  };
}

const say = (text: string) => process.stderr.write(`${text}\n`);
