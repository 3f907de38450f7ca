import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Log, withRequestId } from '../log.ts';
import { openAnswering } from './answering.ts';
import { boundConnections } from './connections.ts';
import { beginExchange, type Exchange } from './exchange.ts';
import { answerMalformed, hasAddress } from './malformed.ts';
import { PATIENCE, type Patience } from './patience.ts';
import { openRefusals } from './refusals.ts';

/** What is done for one path. */
export interface Route {
  readonly methods: readonly string[];
  /** Whether a failing answer is nothing to warn of. */
  readonly quiet?: boolean;
  handle(exchange: Exchange): void | Promise<void>;
}

/** The server that faces the world: one for every bot that is reached by HTTP. */
export interface Front {
  /**
   * Adds what is done for some paths.
   *
   * @returns takes them away: from then on they are answered with 503, as the process is about to end
   */
  mount(routes: ReadonlyMap<string, Route>): () => void;
  /**
   * What is done for every path that nobody has mounted; without it they get 404. What it refuses is nothing to warn of:
   * whoever is open to the world is asked for things that are not there all day.
   */
  otherwise(route: Omit<Route, 'methods'>): void;
  /**
   * Begins to listen; once, however often it is called.
   *
   * @returns where
   * @throws what `listen` throws for the last port that was tried
   */
  listen(): Promise<Listening>;
  /** Takes no new request, and lets the open ones finish for a second. Safe to call at any time. */
  close(): Promise<void>;
}

/** Where a server listens. */
export interface Listening {
  readonly host: string;
  readonly port: number;
}

export interface FrontOptions {
  /** Name or address of the interface; `127.0.0.1` is reached from this machine only. */
  readonly host: string;
  /** Ports to try, in order, until one is free. 0 takes any free one. */
  readonly ports: readonly number[];
  /** Gets a line for every request. */
  readonly log: Log;
  /** Counts what was answered at a path that was mounted: its status, and how long it took in ms. */
  readonly served?: (path: string, status: number, ms: number) => void;
  /** How long callers are waited for; as long as is usual without it. */
  readonly patience?: Patience;
}

const CHECK_MS = 1_000;
/**
 * Longer than load balancers keep an idle connection (60 s is usual): if we closed it first, a request could
 * meet the closing, and be lost.
 */
const KEEP_ALIVE_MS = 65_000;
/** Bolt acknowledges within milliseconds; connections that stay open longer have nothing under way. */
const GRACE_MS = 1_000;
/**
 * Longest first line and headers, in bytes; the longest address that is ours holds three questions of 1,000 letters
 * of any script. Node's own limit of 16 KB is for both together.
 */
const HEAD_BYTES = 48 * 1024;
/** Browsers send some twenty, proxies add some ten. Node would leave out what comes behind so many, and tell nobody. */
const HEADERS = 200;
/** A restart takes seconds; whoever is told to wait a minute meets a process that is ready. */
const AFTER_STOP = { 'retry-after': '60' } as const;

/**
 * Makes the server. What has no route gets 404, a wrong method 405.
 *
 * @param options where it listens, and its log
 * @returns the server, not listening yet
 */
export function openFront({ host, ports, log, served, patience = PATIENCE }: FrontOptions): Front {
  const routes = new Map<string, Route>();
  const gone = new Set<string>();
  const answering = openAnswering(patience.answer, log);
  const isTooMuch = openRefusals(log);
  let fallback: Omit<Route, 'methods'> | null = null;
  let closing = false;
  let listening: Promise<Listening> | null = null;
  const server = createServer(
    {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: CHECK_MS,
      maxHeaderSize: HEAD_BYTES,
    },
    take,
  );
  server.maxHeadersCount = 0;
  // Whoever asks before it sends a body is told of a refusal before it has sent it.
  server.on('checkContinue', take);
  server.on('checkExpectation', (request, response) => {
    if (answering.begin(response)) {
      beginExchange(request, response, isQuiet, log).refuse(417, 'no such expectation');
    }
  });
  boundConnections(server);
  answerMalformed(server, answering.isOn, log);

  function take(request: IncomingMessage, response: ServerResponse): void {
    if (!answering.begin(response)) return;
    if (closing) response.setHeader('connection', 'close');
    const exchange = beginExchange(request, response, isQuiet, log);
    const route = routes.get(exchange.path);
    if (route !== undefined) count(exchange);
    if (request.rawHeaders.length > 2 * HEADERS) exchange.refuse(431, 'too many headers');
    else if (route === undefined && gone.has(exchange.path)) exchange.refuse(503, 'stopping', AFTER_STOP);
    else if (route === undefined && fallback === null) exchange.refuse(404, 'no such path');
    else if (route === undefined && !hasAddress(request)) exchange.refuse(400, 'no address of ours');
    else if (route !== undefined && !route.methods.includes(request.method ?? '')) {
      exchange.refuse(405, 'no such method', { allow: route.methods.join(', ') });
    } else if (closing) exchange.refuse(503, 'stopping', AFTER_STOP);
    else void withRequestId(exchange.id, () => handled(route ?? fallback, exchange));
  }

  function count({ path, response }: Exchange): void {
    const began = performance.now();
    response.once('finish', () => served?.(path, response.statusCode, performance.now() - began));
  }

  function isQuiet(path: string): boolean {
    const route = routes.get(path);
    const isOurs = route === undefined ? fallback === null || gone.has(path) : route.quiet !== true;
    return !isOurs || isTooMuch();
  }

  async function handled(route: Omit<Route, 'methods'> | null, exchange: Exchange): Promise<void> {
    try {
      await route?.handle(exchange);
    } catch (error) {
      log.error({ err: error, id: exchange.id }, 'a request went wrong');
      if (!exchange.response.headersSent) exchange.refuse(500, 'an error of ours');
    }
  }

  /** The first port that is free. */
  async function bound([port = 0, ...others]: readonly number[]): Promise<Listening> {
    try {
      return { host, port: await bind(port) };
    } catch (error) {
      if (others.length === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      return bound(others);
    }
  }

  function bind(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        // Too many open files, for one: without a listener it would end the process.
        server.on('error', (error) => log.error({ err: error }, 'a connection could not be taken'));
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  }

  return {
    mount(added) {
      for (const [path, route] of added) routes.set(path, route);
      return () => {
        for (const path of added.keys()) {
          routes.delete(path);
          gone.add(path);
        }
      };
    },
    otherwise(route) {
      fallback = route;
    },
    listen() {
      listening ??= bound(ports);
      return listening;
    },
    async close() {
      closing = true;
      if (!server.listening) {
        answering.close();
        return;
      }
      // Otherwise a connection that is kept alive would hold us up when it has been answered.
      for (const response of answering.unsent()) response.setHeader('connection', 'close');
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearTimeout(late);
      answering.close();
    },
  };
}
