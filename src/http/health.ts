import type { IncomingMessage } from 'node:http';
import type { Route } from './front.ts';
import { isOwnNetwork } from './network.ts';

/** What a bot says of itself, as `bots/bot.ts` has it. */
interface Part {
  readonly name: string;
  health(): 'connected' | 'connecting' | 'stopped';
}

/** Where people and supervisors ask whether this process is alive, and what in it is well. */
export const HEALTH_PATH = '/healthz';
/** Where load balancers ask whether this process is to be sent questions. */
export const READY_PATH = '/readyz';
/** Where Prometheus reads. */
export const METRICS_PATH = '/metrics';

/**
 * Says that this process is alive, and what in it is well. It answers 200 whatever that is: starting the process again
 * brings no platform back, and what still works would stop working.
 *
 * @param parts the bots that run here
 * @returns the route; its answer is `{ "status": …, "bots": { "slack": … } }`
 */
export function healthRoute(parts: () => readonly Part[]): Route {
  return {
    methods: ['GET', 'HEAD'],
    quiet: true,
    handle({ response }) {
      const bots = Object.fromEntries(parts().map((part) => [part.name, part.health()]));
      const states = Object.values(bots);
      const status = states.find((state) => state !== 'connected') ?? 'connected';
      response.writeHead(200, JSON_NOW);
      response.end(JSON.stringify({ status, bots }));
    },
  };
}

/**
 * Says whether this process is to be sent questions: 200 where nothing is missing for it, 503 otherwise.
 *
 * @param missing names what is: `library`, `engine`, the name of a bot, `stopping`
 * @returns the route; its answer is `{ "status": "ready" | "not-ready", "missing": […] }`
 */
export function readyRoute(missing: () => Promise<readonly string[]>): Route {
  return {
    methods: ['GET', 'HEAD'],
    quiet: true,
    async handle({ response }) {
      const lacking = await missing();
      const isReady = lacking.length === 0;
      response.writeHead(isReady ? 200 : 503, JSON_NOW);
      response.end(JSON.stringify({ status: isReady ? 'ready' : 'not-ready', missing: lacking }));
    },
  };
}

/**
 * Hands out figures, to this machine and to private networks: they tell how many stories there are, also of those that
 * are not open to everybody. What a proxy passes on comes from somebody whose address is not known here.
 *
 * @param text what is measured, as Prometheus reads it
 * @returns the route
 */
export function metricsRoute(text: () => Promise<{ readonly type: string; readonly body: string }>): Route {
  return {
    methods: ['GET', 'HEAD'],
    quiet: true,
    async handle({ request, response, refuse }) {
      if (!isFromOwn(request)) return refuse(403, 'not from a network of ours');
      const { type, body } = await text();
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
      response.end(body);
    },
  };
}

function isFromOwn({ headers, socket }: IncomingMessage): boolean {
  const isPassedOn = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return !isPassedOn && isOwnNetwork(socket.remoteAddress ?? '');
}

const JSON_NOW = { 'content-type': 'application/json', 'cache-control': 'no-store' };
