import type { RequestListener } from 'node:http';
import { HTTPReceiver, type Logger } from '@slack/bolt';
import type { Front, Route } from '../../../http/front.ts';
import type { Log } from '../../../log.ts';
import type { BotHealth } from '../../bot.ts';
import { portTaken } from '../../port-taken.ts';
import { deliveries } from './http/deliveries.ts';
import type { Intake } from './intake.ts';

export interface HttpOptions {
  readonly signingSecret: string;
  /** The server that it is reached by, which whoever opened it closes. */
  readonly front: Front;
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
 * @param options secret, server, pages and logs
 * @returns the intake
 */
export function httpIntake(options: HttpOptions): Intake {
  const { signingSecret, front, logger, log } = options;
  let health: BotHealth = 'connecting';
  // It checks the signature once more: a mistake of ours in front of it shall not let anybody in.
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: EVENTS_PATH,
    logger,
    // Slack has gone by now: what nobody here knows, such as a kind of delivery that is new, would be held for ever.
    unhandledRequestHandler({ response }) {
      log.warn('a delivery of Slack was taken by nobody');
      if (!response.headersSent) response.writeHead(404).end();
    },
    async processEventErrorHandler({ error, response }) {
      log.error({ err: error }, 'a delivery of Slack could not be handled');
      if (!response.headersSent) response.writeHead(500).end();
      return true;
    },
  });
  const pages = [...(options.pages ?? [])].map(([path, show]) => [path, page(show)] as const);
  const routes = new Map<string, Route>([
    [EVENTS_PATH, deliveries(signingSecret, receiver.requestListener, log)],
    ...pages,
  ]);
  let leave = (): void => undefined;

  return {
    init: (app) => receiver.init(app),
    async start() {
      leave = front.mount(routes);
      const { port } = await front.listen().catch((error: unknown) => {
        throw portTaken(error);
      });
      health = 'connected';
      log.info({ port, path: EVENTS_PATH }, 'listening for Slack');
    },
    async stop() {
      health = 'stopped';
      leave();
    },
    health: () => health,
  };
}

function page(show: RequestListener): Route {
  return { methods: ['GET'], handle: ({ request, response }) => void show(request, response) };
}
