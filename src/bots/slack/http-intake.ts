import type { RequestListener } from 'node:http';
import { HTTPReceiver, type Logger } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { type BotHealth, BotStartError } from '../bot.ts';
import { deliveries } from './http/deliveries.ts';
import { openFront, type Route } from './http/front.ts';
import type { Intake } from './intake.ts';

export interface HttpOptions {
  readonly signingSecret: string;
  /** 0 takes a free one; the log tells which. */
  readonly port: number;
  /** What `GET /healthz` says. */
  readonly health: () => BotHealth;
  /** Pages for browsers, by path: those that install the app (`installing/pages.ts`), where there are any. */
  readonly pages?: ReadonlyMap<string, RequestListener>;
  readonly logger: Logger;
  readonly log: Log;
}

/** Where Slack sends everything: events, commands, buttons, the check of the address. */
const EVENTS_PATH = '/slack/events';

/**
 * Takes events in by signed HTTP requests. The server is ours; Bolt gets what it let in.
 *
 * @param options secret, port, health, pages and logs
 * @returns the intake
 */
export function httpIntake(options: HttpOptions): Intake {
  const { signingSecret, port, logger, log } = options;
  let health: BotHealth = 'connecting';
  // It checks the signature once more: a mistake of ours in front of it shall not let anybody in.
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: EVENTS_PATH,
    logger,
    async processEventErrorHandler({ error, response }) {
      log.error({ err: error }, 'a delivery of Slack could not be handled');
      if (!response.headersSent) response.writeHead(500).end();
      return true;
    },
  });
  const pages = [...(options.pages ?? [])].map(([path, show]) => [path, page(show)] as const);
  const front = openFront(
    new Map<string, Route>([
      [EVENTS_PATH, deliveries(signingSecret, receiver.requestListener, log)],
      ['/healthz', healthRoute(options.health)],
      ...pages,
    ]),
    log,
  );

  return {
    init: (app) => receiver.init(app),
    async start() {
      const bound = await front.listen(port).catch((error: unknown) => {
        throw portError(port, error);
      });
      health = 'connected';
      log.info({ port: bound, path: EVENTS_PATH }, 'listening for Slack');
    },
    async stop() {
      health = 'stopped';
      await front.close();
    },
    health: () => health,
  };
}

function page(show: RequestListener): Route {
  return { methods: ['GET'], handle: ({ request, response }) => void show(request, response) };
}

function healthRoute(health: () => BotHealth): Route {
  return {
    methods: ['GET', 'HEAD'],
    quiet: true,
    handle({ response }) {
      const status = health();
      response.writeHead(status === 'connected' ? 200 : 503, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status }));
    },
  };
}

function portError(port: number, error: unknown): BotStartError {
  const code = (error as { code?: unknown } | null)?.code;
  const why = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${code})`;
  return new BotStartError('port-taken', `Port ${port} ${why}: set PORT to a free one.`, error);
}
