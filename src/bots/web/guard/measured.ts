import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { WebAround, WebContext, WebEnv } from '../around.ts';

/**
 * Counts requests by route, status and time. A route is known by its pattern, `/story/:story`: paths are as many as
 * people make up.
 *
 * @param around where they are counted
 * @returns the middleware; nothing that answers may come before it
 */
export function measured({ metrics }: Pick<WebAround, 'metrics'>): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const began = performance.now();
    await next();
    metrics.served(patternOf(c), c.res.status, performance.now() - began);
  };
}

/** Guards match as well, by patterns that end in `*`; what only they match is no route. */
function patternOf(c: WebContext): string {
  return (
    matchedRoutes(c)
      .map(({ path }) => path)
      .findLast((path) => !path.endsWith('*')) ?? 'none'
  );
}
