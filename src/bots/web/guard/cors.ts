import type { MiddlewareHandler } from 'hono';
import type { WebAround, WebEnv } from '../around.ts';

/** What the widget of other sites asks for. */
export const SHARED_PATHS = ['/api/ask', '/api/suggest', '/api/stories'];

const METHODS = ['GET', 'HEAD'];
/** What a page of another site may read besides the body. */
const EXPOSED = 'x-nutgraf-after, retry-after';
/** In seconds. Chrome keeps what it was told for two hours at most. */
const MAX_AGE = '7200';

/**
 * Lets the pages of other sites read answers, where the site is configured. What is compared is the whole origin; a page
 * without one, such as a file, has the origin `null` and is never let in. Others get the answer all the same, as anybody
 * does who asks without a browser: the browser keeps it from them. Nothing that a visitor is known by travels along.
 *
 * @param around the origins
 * @returns the middleware; it comes before whatever refuses, so that the widget can read why
 */
export function forOtherSites({ config }: Pick<WebAround, 'config'>): MiddlewareHandler<WebEnv> {
  const origins = new Set(config.origins);
  return async (c, next) => {
    const { incoming, outgoing } = c.env;
    const { origin, 'access-control-request-method': wanted } = incoming.headers;
    const isLetIn = origin !== undefined && origins.has(origin);
    if (isLetIn) {
      outgoing.setHeader('access-control-allow-origin', origin);
      outgoing.setHeader('access-control-expose-headers', EXPOSED);
    }
    if (c.req.method === 'OPTIONS' && wanted !== undefined) {
      if (isLetIn) {
        outgoing.setHeader('access-control-allow-methods', METHODS.join(', '));
        outgoing.setHeader('access-control-max-age', MAX_AGE);
      }
      return c.body(null, 204, { vary: 'Origin' });
    }
    await next();
    // After the handler, whose own `Vary` would replace it.
    c.res.headers.append('vary', 'Origin');
    return undefined;
  };
}
