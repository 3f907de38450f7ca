import type { Route } from './front.ts';

/** What a bot says of itself, as `bots/bot.ts` has it. */
interface Part {
  readonly name: string;
  health(): 'connected' | 'connecting' | 'stopped';
}

/** Where load balancers and people ask whether this process is well. */
export const HEALTH_PATH = '/healthz';

/**
 * Says whether people can be answered: 200 while every bot is connected, 503 otherwise.
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
      response.writeHead(status === 'connected' ? 200 : 503, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
      });
      response.end(JSON.stringify({ status, bots }));
    },
  };
}
