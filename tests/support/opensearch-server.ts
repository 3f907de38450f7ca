import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import {
  deleted,
  type Entry,
  indexesOf,
  listed,
  type Reply,
  refused,
  type State,
  searched,
} from './opensearch-server/state.ts';

/** A request that came. */
export interface Heard {
  readonly method: string;
  /** `/_alias/news`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** JSON values: one, or one a line. */
  readonly lines: readonly Entry[];
  readonly authorization: string | null;
}

/**
 * What happens to a request in the place of the ordinary. `drop`: the connection is cut. `cut`: it is in the middle
 * of the answer. `hang`: nothing. `stall`: half an answer, and then nothing.
 */
export type Fault = Reply | 'drop' | 'cut' | 'hang' | 'stall';

/** A server of ours that speaks as much of OpenSearch's protocol as is asked of it. */
export interface OpenSearchServer {
  readonly url: string;
  readonly state: State;
  /** All that came, in order. */
  readonly heard: readonly Heard[];
  /** Asked for each request first; `undefined` leaves it to the ordinary. */
  fault: (heard: Heard) => Fault | undefined | Promise<Fault | undefined>;
  /** Asked for each entry that is loaded: the status that the server tells for it. */
  statusOf: (id: string, entry: Entry) => number;
  /** What was heard of one kind. */
  heardOf(part: string): readonly Heard[];
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** What `GET /` says. */
  readonly root?: unknown;
  readonly login?: { readonly username: string; readonly password: string };
  /** Another node of the same cluster. */
  readonly beside?: OpenSearchServer;
  /** Where it is said how it ends: with the test, unless this is given. */
  readonly until?: (end: () => Promise<void>) => void;
}

const ROOT = { name: 'node', version: { distribution: 'opensearch', number: '2.19.1' } };

/** Starts one on loopback. */
export async function startOpenSearch(options: ServerOptions = {}): Promise<OpenSearchServer> {
  const state: State = options.beside?.state ?? new Map();
  const heard: Heard[] = [];
  const { username, password } = options.login ?? {};
  const authorized = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const one = heardIn(request, await text(request));
    heard.push(one);
    const refusing = options.login && one.authorization !== authorized;
    const answer = refusing
      ? refused(401, 'security_exception')
      : ((await server.fault(one)) ?? ordinary(one));
    if (answer === 'hang') return;
    if (answer === 'drop') return void request.socket.destroy();
    const isWhole = answer !== 'stall' && answer !== 'cut';
    const { status = 200, body } = isWhole ? answer : ordinary(one);
    const content = typeof body === 'string' ? body : JSON.stringify(body);
    const type = typeof body === 'string' ? 'text/html' : 'application/json';
    response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(content) });
    if (isWhole) return void response.end(content);
    response.write(content.slice(0, -1));
    if (answer === 'cut') setTimeout(() => request.socket.resetAndDestroy(), 30);
  }

  function ordinary(one: Heard): Reply {
    const { method, path, lines } = one;
    const [first = '', second = '', third = ''] = path.split('/').slice(1).map(decodeURIComponent);
    const body = lines[0] ?? {};
    if (path === '/') return { body: options.root ?? ROOT };
    if (path === '/_aliases') return swapped(state, lines);
    if (first === '_cluster') return { body: { timed_out: false, number_of_data_nodes: 2, of: third } };
    if (first === '_alias') {
      const behind = [...state].filter(([, { aliases }]) => aliases.has(second));
      if (behind.length === 0) return { status: 404, body: { error: 'alias missing', status: 404 } };
      return { body: Object.fromEntries(behind.map(([name]) => [name, { aliases: { [second]: {} } }])) };
    }
    if (method === 'PUT' && second === '') return made(state, first, body);
    const indexes = indexesOf(state, first);
    if (method === 'GET') {
      const told = indexes.map(([name, { aliases, created }]) => [
        name,
        {
          aliases: Object.fromEntries([...aliases].map((alias) => [alias, {}])),
          settings: { index: { creation_date: String(created) } },
        },
      ]);
      return { body: Object.fromEntries(told) };
    }
    if (second === '_msearch') {
      const searches = lines.filter((_, at) => at % 2 === 1) as unknown as Parameters<typeof searched>[1][];
      const none = refused(404, 'index_not_found_exception').body;
      return {
        body: { responses: searches.map((search) => (indexes[0] ? searched(indexes, search) : none)) },
      };
    }
    if (indexes.length === 0) return refused(404, 'index_not_found_exception');
    if (method === 'DELETE') for (const [name] of indexes) state.delete(name);
    if (second === '_bulk') return { body: { items: loaded(one, indexes[0]?.[1].entries) } };
    if (second === '_refresh') for (const [, index] of indexes) index.seen = new Map(index.entries);
    if (second === '_search')
      return { body: listed(indexes, body as unknown as Parameters<typeof listed>[1]) };
    if (second === '_delete_by_query') return { body: deleted(indexes, Object(body.query)) };
    return { body: { acknowledged: true } };
  }

  function loaded({ lines, query }: Heard, entries?: Map<string, Entry>): unknown[] {
    return lines.flatMap(({ index }, at) => {
      if (at % 2 === 1) return [];
      const [{ _id }, entry] = [index as { readonly _id: string }, lines[at + 1] ?? {}];
      const status = query.require_alias === undefined ? 400 : server.statusOf(_id, entry);
      if (status < 300) entries?.set(_id, entry);
      return [{ index: { _id, status, ...(status >= 300 && { error: { type: `made_up_${status}` } }) } }];
    });
  }

  const http = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server: OpenSearchServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    state,
    heard,
    fault: () => undefined,
    statusOf: () => 201,
    heardOf: (part) => heard.filter(({ path }) => path.includes(part)),
    async stop() {
      const gone = new Promise((resolve) => http.close(resolve));
      http.closeAllConnections();
      await gone;
    },
  };
  const { until = onTestFinished } = options;
  until(() => server.stop());
  return server;
}

function heardIn({ method = '', url = '/', headers }: IncomingMessage, content: string): Heard {
  const { pathname, searchParams } = new URL(url, 'http://node');
  const isLines = headers['content-type']?.includes('ndjson');
  const parts = isLines ? content.split('\n').filter((line) => line !== '') : content === '' ? [] : [content];
  return {
    method,
    path: pathname,
    query: Object.fromEntries(searchParams),
    lines: parts.map((part) => JSON.parse(part) as Entry),
    authorization: headers.authorization ?? null,
  };
}

function made(state: State, name: string, body: Entry): Reply {
  if (state.has(name)) return refused(400, 'resource_already_exists_exception');
  const aliases = new Set(Object.keys(Object(body.aliases)));
  state.set(name, { aliases, body, created: Date.now(), entries: new Map(), seen: new Map() });
  return { body: { acknowledged: true } };
}

/** Either all of it or nothing. */
function swapped(state: State, [body]: readonly Entry[]): Reply {
  const { actions } = body as {
    readonly actions: readonly Readonly<Record<'add' | 'remove', { index: string; alias: string }>>[];
  };
  const isThere = ({ remove }: (typeof actions)[number]) =>
    !remove || state.get(remove.index)?.aliases.has(remove.alias) === true;
  if (!actions.every(isThere)) return refused(404, 'aliases_not_found_exception');
  for (const { add, remove } of actions) {
    if (add) state.get(add.index)?.aliases.add(add.alias);
    if (remove) state.get(remove.index)?.aliases.delete(remove.alias);
  }
  return { body: { acknowledged: true } };
}
