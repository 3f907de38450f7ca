import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Log } from '../../../log.ts';
import { beginExchange, type Exchange } from './exchange.ts';

/** What is done for one path. */
export interface Route {
  readonly methods: readonly string[];
  /** Whether a failing answer is nothing to warn of. */
  readonly quiet?: boolean;
  handle(exchange: Exchange): void | Promise<void>;
}

/** The server that faces the world. */
export interface Front {
  /** @param port 0 takes a free one @returns the port @throws what `listen` throws */
  listen(port: number): Promise<number>;
  /** Takes no new request, and lets the open ones finish for a second. Safe to call at any time. */
  close(): Promise<void>;
}

/** Slack gives the whole exchange three seconds: who needs longer for its headers is not Slack. */
const HEADERS_MS = 5_000;
/** Bounds any request; a delivery has a shorter bound of its own, which is told properly. */
const REQUEST_MS = 10_000;
const CHECK_MS = 1_000;
/**
 * Longer than load balancers keep an idle connection (60 s is usual): if we closed it first, a request could
 * meet the closing, and be lost.
 */
const KEEP_ALIVE_MS = 65_000;
/** Bolt acknowledges within milliseconds; connections that stay open longer have nothing under way. */
const GRACE_MS = 1_000;

/**
 * Makes the server. What has no route gets 404, a wrong method 405.
 *
 * @param routes by path
 * @param log gets a line for every request
 * @returns the server, not listening yet
 */
export function openFront(routes: ReadonlyMap<string, Route>, log: Log): Front {
  const open = new Set<ServerResponse>();
  let closing = false;
  const server = createServer(
    {
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: CHECK_MS,
    },
    take,
  );
  // Whoever asks before it sends a body is told of a refusal before it has sent it.
  server.on('checkContinue', take);

  function take(request: IncomingMessage, response: ServerResponse): void {
    open.add(response);
    response.once('close', () => open.delete(response));
    if (closing) response.setHeader('connection', 'close');
    const exchange = beginExchange(request, response, (path) => routes.get(path)?.quiet === true, log);
    const route = routes.get(exchange.path);
    if (route === undefined) exchange.refuse(404, 'no such path');
    else if (!route.methods.includes(request.method ?? '')) {
      exchange.refuse(405, 'no such method', { allow: route.methods.join(', ') });
    } else if (closing) exchange.refuse(503, 'stopping');
    else void handled(route, exchange);
  }

  async function handled(route: Route, exchange: Exchange): Promise<void> {
    try {
      await route.handle(exchange);
    } catch (error) {
      log.error({ err: error, id: exchange.response.getHeader('x-request-id') }, 'a request went wrong');
      if (!exchange.response.headersSent) exchange.refuse(500, 'an error of ours');
    }
  }

  return {
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, () => {
          server.off('error', reject);
          // Too many open files, for one: without a listener it would end the process.
          server.on('error', (error) => log.error({ err: error }, 'a connection could not be taken'));
          const address = server.address();
          resolve(typeof address === 'object' && address !== null ? address.port : port);
        });
      }),
    async close() {
      closing = true;
      if (!server.listening) return;
      for (const response of open) {
        // Otherwise a connection that is kept alive would hold us up when it has been answered.
        if (!response.headersSent) response.setHeader('connection', 'close');
      }
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearTimeout(late);
    },
  };
}
