import { portTaken } from '../../bots/port-taken.ts';
import type { Config } from '../../config.ts';
import { type Front, type Listening, openFront, type Route } from '../../http/front.ts';
import {
  HEALTH_PATH,
  healthRoute,
  METRICS_PATH,
  metricsRoute,
  READY_PATH,
  readyRoute,
} from '../../http/health.ts';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import type { Readiness } from './readiness.ts';

/** Loading a library takes seconds; whoever asks meanwhile asks again. */
const STARTING = { 'retry-after': '5' } as const;

/**
 * Opens the server, which tells from the first moment whether the process is alive and ready. Where only a chat in the
 * terminal is wanted, it does not listen.
 *
 * @param config what is configured
 * @param log gets a line for every request
 * @param metrics what is measured; `null` where it is not
 * @param readiness what is told of this process
 * @returns the server, and where it listens, `null` where it does not
 * @throws {BotStartError} when the port is taken
 */
export async function openServed(
  config: Pick<Config, 'http' | 'web' | 'slack' | 'discord'>,
  log: Log,
  metrics: Metrics | null,
  readiness: Readiness,
): Promise<{ readonly front: Front; readonly listening: Listening | null }> {
  const front = openFront({ ...config.http, log, ...(metrics && { served: metrics.served }) });
  const routes: (readonly [string, Route])[] = [
    [HEALTH_PATH, healthRoute(() => readiness.bots())],
    [READY_PATH, readyRoute(() => readiness.missing())],
  ];
  // The page has it as well, behind the limits that it keeps.
  if (metrics !== null && config.web === null) routes.push([METRICS_PATH, metricsRoute(metrics.text)]);
  front.mount(new Map(routes));
  front.otherwise({ handle: (exchange) => exchange.refuse(503, 'starting', STARTING) });
  if (!isServed(config)) return { front, listening: null };
  const listening = await front.listen().catch((error: unknown) => {
    throw portTaken(error);
  });
  log.info(listening, 'listening');
  return { front, listening };
}

/** Whether anybody reaches this process but by its terminal. */
export function isServed({ web, slack, discord }: Pick<Config, 'web' | 'slack' | 'discord'>): boolean {
  return web !== null || slack !== null || discord !== null;
}

/** From now on what is at no address of ours is not there. */
export function closeStarting(front: Front): void {
  front.otherwise({ handle: (exchange) => exchange.refuse(404, 'no such path') });
}

/** @returns an address for people */
export function addressOf({ host, port }: Listening): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}/`;
}
