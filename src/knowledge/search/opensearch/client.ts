import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@opensearch-project/opensearch';
import { EngineError, engineErrorOf, isPassing } from './engine-error.ts';
import type { ClusterSettings } from './settings.ts';

/** What is asked of the cluster, over HTTP. */
export interface ClusterRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly querystring?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** In the place of a body: one JSON value a line. */
  readonly lines?: readonly object[];
}

/** Speaks to a cluster, to each node in turn; one that has failed is left out until it answers a ping again. */
export interface ClusterClient {
  /**
   * @param within ms that one node may take, until all of its answer is here
   * @returns what it answers
   * @throws {EngineError} when it does not, or answers that it cannot
   */
  call(request: ClusterRequest, within: number): Promise<unknown>;
  /**
   * The same, tried again, at another node where there is one: for what may be done twice. Nodes learn of a new index
   * one after the other, so that one may not know yet what another has just confirmed.
   */
  insist(request: ClusterRequest, within: number): Promise<unknown>;
  /** Waits for so many ms, or until the program is done with the cluster: then it rejects. */
  pause(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** OpenSearch before it lacks what is asked of it here. */
const OLDEST = 2;
/** A node that has just started answers its first request within a second. */
const HELLO_WITHIN = 5_000;
/** Before each further try, in ms: at once at another node, then when one that restarts may be there. */
const PAUSES = [0, 200, 800] as const;
/** The same where it is known that a cluster is there: one that has lost a node mends within seconds. */
const LONGER_PAUSES = [0, 250, 500, 1_000, 2_000, 4_000] as const;
/** The client ends a request that nothing comes of; what comes in drops is ended here, this much later in ms. */
const SLACK = 50;

/**
 * Opens a client, and makes sure that an OpenSearch answers. The client's package is loaded here, so that it costs
 * nobody anything who has no cluster.
 *
 * @param settings where the cluster is
 * @param signal breaks off whatever is under way, when the program is done with it
 * @throws {EngineError}
 */
export async function openClient(settings: ClusterSettings, signal: AbortSignal): Promise<ClusterClient> {
  const client = await clientFor(settings);

  async function call({ lines, ...request }: ClusterRequest, within: number): Promise<unknown> {
    if (signal.aborted) throw closed();
    let isLate = false;
    let timer: NodeJS.Timeout | undefined;
    let stop = () => {};
    try {
      const params = lines === undefined ? request : { ...request, bulkBody: [...lines] };
      const sent = client.transport.request(params, { requestTimeout: within, maxRetries: 0 });
      stop = () => void sent.abort();
      signal.addEventListener('abort', stop);
      timer = setTimeout(() => {
        isLate = true;
        stop();
      }, within + SLACK);
      return (await sent).body;
    } catch (error) {
      if (signal.aborted) throw closed();
      throw engineErrorOf(isLate ? { name: 'TimeoutError' } : error, settings.nodes);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }

  async function pause(ms: number): Promise<void> {
    await wait(ms, undefined, { signal }).catch(() => {
      throw closed();
    });
  }

  async function insist(
    request: ClusterRequest,
    within: number,
    [ms, ...later]: readonly number[] = LONGER_PAUSES,
  ): Promise<unknown> {
    try {
      return await call(request, within);
    } catch (error) {
      if (ms === undefined || !isPassing(error)) throw error;
      await pause(ms);
      return insist(request, within, later);
    }
  }

  try {
    greet(await insist({ method: 'GET', path: '/' }, HELLO_WITHIN, PAUSES));
  } catch (error) {
    await client.close();
    throw error;
  }
  return {
    call,
    insist: (request, within) => insist(request, within),
    pause,
    close: () => client.close(),
  };
}

async function clientFor(settings: ClusterSettings): Promise<Client> {
  const { Client } = await import('@opensearch-project/opensearch');
  const ssl = settings.ca === null ? {} : { ssl: { ca: await authority(settings.ca) } };
  const auth = settings.login === null ? {} : { auth: settings.login };
  try {
    const client = new Client({ nodes: [...settings.nodes], maxRetries: 0, ...ssl, ...auth });
    for (const connection of client.connectionPool.connections) quieten(connection);
    return client;
  } catch {
    // What it throws may repeat the address, with the password in it.
    throw new EngineError(
      'refused',
      'OPENSEARCH_URL cannot be used: name each node once, and write special characters of user and password as in %40 for @.',
    );
  }
}

/** Where a connection breaks in the middle of an answer, the client writes that to the standard output of all. */
function quieten(connection: Client['connectionPool']['connections'][number]): void {
  const request = connection.request.bind(connection);
  connection.request = (params, callback) => {
    const sent = request(params, (error, response) => {
      if (response !== null) sent.removeAllListeners('error').on('error', () => {});
      callback(error, response);
    });
    return sent;
  };
}

/** @param answer what `GET /` gave */
function greet(answer: unknown): void {
  const { version } = (answer ?? {}) as {
    readonly version?: { readonly distribution?: unknown; readonly number?: unknown };
  };
  if (version?.distribution === 'opensearch' && Number.parseInt(String(version.number), 10) >= OLDEST) return;
  throw new EngineError(
    'not-opensearch',
    `What answers at OPENSEARCH_URL is not OpenSearch ${OLDEST} or later: Elasticsearch and older versions will not do (docs/operating.md).`,
  );
}

async function authority(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new EngineError(
      'refused',
      `OPENSEARCH_CA names ${path}, which cannot be read: check the path.`,
      error,
    );
  }
}

function closed(): EngineError {
  return new EngineError('closed', 'The search cluster is no longer asked, as the program ends.');
}
