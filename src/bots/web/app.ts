import { getRequestListener } from '@hono/node-server';
import type { WebConfig } from '../../config.ts';
import type { Front } from '../../http/front.ts';
import { isLoopback } from '../../http/loopback.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import type { Bot, BotHealth } from '../bot.ts';
import type { Desk } from '../desk.ts';
import { portTaken } from '../port-taken.ts';
import { within } from '../within.ts';
import { openAssets } from './assets.ts';
import { routesOf } from './routes.ts';

export interface WebBotOptions {
  readonly config: WebConfig;
  /** Folder of what the page is made of besides its HTML: `dist/web`. */
  readonly assets: string;
  /** Folder of the library, which the desk adds to. */
  readonly data: string;
  /** The address or name that {@link front} listens at. */
  readonly host: string;
  readonly front: Front;
  readonly desk: Desk;
  readonly knowledge: Knowledge;
  readonly ledger: Ledger;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** Questions in flight are waited for as long as this when the bot is stopped. */
const FINISH_MS = 5_000;

/**
 * Makes the page's bot. Whatever path nobody else has on the server is its.
 *
 * @param options what is configured, what answers, what is kept, and where it tells what happens
 * @returns the bot, not started yet
 */
export function webBot(options: WebBotOptions): Bot {
  const { config, assets, data, host, front, desk, knowledge, ledger, metrics, log } = options;
  let health: BotHealth = 'connecting';

  return {
    name: 'web',
    async start() {
      const local = isLoopback(host);
      const around = { config, data, desk, knowledge, ledger, metrics, log, local };
      const app = routesOf({ ...around, assets: openAssets(assets) });
      const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
      front.otherwise({ handle: ({ request, response }) => listener(request, response) });
      const { port } = await front.listen().catch((error: unknown) => {
        throw portTaken(error);
      });
      health = 'connected';
      log.info({ host, port }, 'the page is open');
    },
    async stop() {
      health = 'stopped';
      if (!(await within(FINISH_MS, desk.close()))) {
        log.warn('Page: stopped before every question in flight was answered');
      }
    },
    health: () => health,
  };
}
