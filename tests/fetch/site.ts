import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import net, { type AddressInfo, type LookupFunction } from 'node:net';
import { onTestFinished, vi } from 'vitest';
import { FetchError } from '../../src/fetch/fetch-error.ts';

/** An outlet's server on loopback, until the test is over. */
export interface Site {
  /** By its address, as `http://127.0.0.1:1234`. */
  readonly origin: string;
  readonly port: number;
  /** What was asked for, in order. */
  readonly asked: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[];
}

export async function site(answer: (path: string, response: ServerResponse) => void): Promise<Site> {
  const asked: { path: string; headers: IncomingHttpHeaders }[] = [];
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers });
    response.on('error', () => {});
    answer(path, response);
  };
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, asked };
}

/** A server that speaks no HTTP: `talk` gets each connection. */
export async function rawSite(talk: (socket: net.Socket) => void): Promise<string> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    talk(socket);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A resolver that gives each name its answers in turn, the last one for ever; it notes what it is asked. */
export function resolver(names: Readonly<Record<string, readonly (readonly string[])[]>>) {
  const asked: string[] = [];
  const lookup: LookupFunction = (hostname, _options, callback) => {
    const answers = names[hostname] ?? [];
    const turn = asked.filter((name) => name === hostname).length;
    asked.push(hostname);
    const addresses = answers[Math.min(turn, answers.length - 1)];
    setImmediate(() => {
      if (addresses === undefined) callback(Object.assign(new Error('no name'), { code: 'ENOTFOUND' }), []);
      else
        callback(
          null,
          addresses.map((address) => ({ address, family: net.isIP(address) })),
        );
    });
  };
  return { lookup, asked };
}

/**
 * Tests reach loopback only, and it is loopback that is refused. Until the test is over, connections to this
 * name end at a site on loopback, as if its public address were routed there.
 *
 * @returns the addresses that were connected to, as the connection's own lookup gives them
 */
export function routed(name: string, port: number): string[] {
  // tests/support/loopback-only.ts watches it already.
  const watched = vi.mocked(net.Socket.prototype.connect);
  const connect = watched.getMockImplementation();
  if (connect === undefined) throw new Error('nothing keeps this test on loopback');
  const connected: string[] = [];
  watched.mockImplementation(function (this: net.Socket, ...args: unknown[]) {
    const [first] = args;
    const options = (Array.isArray(first) ? first[0] : first) as net.TcpSocketConnectOpts;
    if (options.host !== name) return Reflect.apply(connect, this, args);
    options.lookup?.(name, { all: true }, (_error, found) => {
      if (Array.isArray(found)) connected.push(...found.map(({ address }) => address));
    });
    return Reflect.apply(connect, this, [{ host: '127.0.0.1', port }]);
  });
  onTestFinished(() => {
    watched.mockImplementation(connect);
  });
  return connected;
}

/** @returns what a fetch failed with */
export async function failure(fetching: Promise<unknown>): Promise<FetchError> {
  const error = await fetching.then(
    () => new Error('it was fetched'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof FetchError) return error;
  throw error;
}
