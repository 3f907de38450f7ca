import type { IncomingMessage, Server } from 'node:http';
import { HTTPReceiver, type Logger } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { type BotHealth, BotStartError } from '../bot.ts';
import type { Intake } from './intake.ts';

export interface HttpOptions {
  readonly signingSecret: string;
  /** 0 takes a free one; the log tells which. */
  readonly port: number;
  /** What `GET /healthz` says. */
  readonly health: () => BotHealth;
  readonly logger: Logger;
  readonly log: Log;
}

/** Where Slack sends everything: events, commands, the check of the address. */
const EVENTS_PATH = '/slack/events';
/** Bolt acknowledges within milliseconds; connections that stay open longer have nothing under way. */
const GRACE_MS = 1_000;
const FORM = 'application/x-www-form-urlencoded';

/**
 * Takes events in by signed HTTP requests.
 *
 * @param options secret, port, health and logs
 * @returns the intake
 */
export function httpIntake(options: HttpOptions): Intake {
  const { signingSecret, port, logger, log } = options;
  let server: Server | null = null;
  let health: BotHealth = 'connecting';
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    endpoints: EVENTS_PATH,
    logger,
    customRoutes: [
      {
        path: '/healthz',
        method: ['GET', 'HEAD'],
        handler: (_request, response) => {
          const status = options.health();
          response.writeHead(status === 'connected' ? 200 : 503, { 'content-type': 'application/json' });
          response.end(JSON.stringify({ status }));
        },
      },
    ],
    async processEventErrorHandler({ error, response }) {
      log.error({ err: error }, 'a delivery of Slack could not be handled');
      if (!response.headersSent) response.writeHead(500).end();
      return true;
    },
  });

  return {
    init: (app) => receiver.init(app),
    async start() {
      try {
        server = (await receiver.start(port)) as Server;
      } catch (error) {
        throw portError(port, error);
      }
      server.prependListener('request', plainFormType);
      health = 'connected';
      const address = server.address();
      const bound = typeof address === 'object' ? address?.port : port;
      log.info({ port: bound, path: EVENTS_PATH }, 'listening for Slack');
    },
    async stop() {
      health = 'stopped';
      const open = server;
      server = null;
      if (open === null) return;
      const closed = new Promise((resolve) => open.close(resolve));
      open.closeIdleConnections();
      const late = setTimeout(() => open.closeAllConnections(), GRACE_MS);
      await closed;
      clearTimeout(late);
    },
    health: () => health,
  };
}

/** Bolt knows a form by its bare type only; some proxies add a charset, which says nothing here. */
function plainFormType({ headers }: IncomingMessage): void {
  if (headers['content-type']?.toLowerCase().startsWith(`${FORM};`)) headers['content-type'] = FORM;
}

function portError(port: number, error: unknown): BotStartError {
  const code = (error as { code?: unknown } | null)?.code;
  const why = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${code})`;
  return new BotStartError('port-taken', `Port ${port} ${why}: set PORT to a free one.`, error);
}
