import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { homeFromMaven } from './home.ts';
import { type ClusterNode, makeNode } from './node.ts';
import { request } from './request.ts';
import type { FromMaven, Installed } from './source.ts';

/** A cluster of our own, every node a process. */
export interface Cluster {
  /** One address a node. */
  readonly url: readonly string[];
  /**
   * Ends a node in the middle of what it is doing, and cuts its connections.
   *
   * @param node its place in `url`
   */
  kill(node: number): Promise<void>;
  /** Leaves a node's connections open, and lets it answer nothing. */
  hang(node: number): void;
  goOn(node: number): void;
  /** Starts a node that was killed, with its data. Resolves when the cluster, which has a manager, has it again. */
  start(node: number): Promise<void>;
  /** Ends all of it, and removes its folder. */
  stop(): Promise<void>;
}

/** How large a cluster is. */
export interface ClusterSize {
  /** With two of them the first alone manages the cluster: no two outvote each other. From three on each may. */
  readonly nodes: number;
  /** Of each node, as Java reads it: `4g`. Without it, it is enough for tests, and a node starts soon. */
  readonly heap?: string;
}

/** In ms: two nodes need 11 s of a core between them; where many others used the cores it was over a minute. */
const START_WITHIN = 180_000;
const LOOK_AGAIN_MS = 200;

/**
 * Starts a cluster on free ports of 127.0.0.1, with its data in a folder of its own.
 *
 * @returns the cluster, once each of its nodes answers and has found the others
 * @throws Error when it cannot be put together or started: with the last that its nodes said
 */
export async function startCluster(source: Installed | FromMaven, size: ClusterSize): Promise<Cluster> {
  const home = source.kind === 'installed' ? source.home : await homeFromMaven(source);
  const folder = await mkdtemp(join(tmpdir(), 'nutgraf-os-'));
  // OpenSearch may run as another user, who passes through.
  await chmod(folder, 0o755);
  const ports = await freePorts(2 * size.nodes);
  const http = ports.slice(0, size.nodes);
  const shared = settingsOfAll(basename(folder), ports.slice(size.nodes), home);
  const nodes = await Promise.all(
    http.map((port, index) =>
      makeNode({
        java: source.java,
        version: source.version,
        home,
        folder: join(folder, nameOf(index)),
        heap: size.heap ?? null,
        settings: { ...shared, ...settingsOfOne(index, port, ports[size.nodes + index] ?? 0, size.nodes) },
      }),
    ),
  );
  const url = http.map((port) => `http://127.0.0.1:${port}`);
  const nodeAt = (index: number): ClusterNode => {
    const node = nodes[index];
    if (node === undefined) throw new Error(`there is no node ${index}, only ${size.nodes} from 0 on`);
    return node;
  };
  async function stop(): Promise<void> {
    await Promise.all(nodes.map((node) => node.kill()));
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  try {
    for (const node of nodes) node.start();
    await Promise.all(nodes.map((node, index) => hasJoined(node, url[index] ?? '', size.nodes, size.nodes)));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    kill: (index) => nodeAt(index).kill(),
    hang: (index) => nodeAt(index).send('SIGSTOP'),
    goOn: (index) => nodeAt(index).send('SIGCONT'),
    async start(index) {
      const node = nodeAt(index);
      if (node.runs()) return;
      node.start();
      await hasJoined(node, url[index] ?? '', nodes.filter((one) => one.runs()).length, size.nodes);
    },
    stop,
  };
}

/** Resolves when a node answers and sees so many, itself among them; of `all` of them, when every index can be asked. */
async function hasJoined(node: ClusterNode, url: string, count: number, all: number): Promise<void> {
  const until = Date.now() + START_WITHIN;
  const status = count < all ? '' : '&wait_for_status=yellow';
  const path = `/_cluster/health?wait_for_nodes=>=${count}${status}&timeout=1s&cluster_manager_timeout=1s`;
  while (!(await isHealthy(url, path))) {
    const why = !node.runs()
      ? 'has ended'
      : Date.now() > until
        ? `is not ready after ${START_WITHIN / 1000} s`
        : null;
    if (why !== null) {
      throw new Error(`An OpenSearch node ${why}. Its last words:\n${await node.lastWords()}`);
    }
    await setTimeout(LOOK_AGAIN_MS);
  }
}

function isHealthy(url: string, path: string): Promise<boolean> {
  return request(url, 'GET', path).then(
    ({ status }) => status === 200,
    () => false,
  );
}

const nameOf = (index: number) => `node-${index}`;

function settingsOfAll(name: string, transport: readonly number[], home: string) {
  const managers = transport.length < 3 ? 1 : transport.length;
  const hasSecurity = existsSync(join(home, 'plugins/opensearch-security'));
  return {
    'cluster.name': name,
    'network.host': '127.0.0.1',
    'discovery.seed_hosts': transport.map((port) => `127.0.0.1:${port}`),
    'cluster.initial_cluster_manager_nodes': Array.from({ length: managers }, (_, index) => nameOf(index)),
    // A disk that is nearly full is no matter of a test.
    'cluster.routing.allocation.disk.threshold_enabled': false,
    // Where the plugin is, it starts with certificates or not at all.
    ...(hasSecurity ? { 'plugins.security.disabled': true } : {}),
  };
}

function settingsOfOne(index: number, http: number, transport: number, count: number) {
  const isManager = index === 0 || count > 2;
  return {
    'node.name': nameOf(index),
    'node.roles': [...(isManager ? ['cluster_manager'] : []), 'data', 'ingest'],
    'http.port': http,
    'transport.port': transport,
  };
}

/** All at once: a port that is given back may be given to the next. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listening));
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

function listening(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
