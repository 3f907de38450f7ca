import type { WebAround, WebContext } from './around.ts';

/**
 * `/metrics`: what Prometheus reads.
 *
 * @param around what has counted
 * @returns what is done for the path
 */
export function showMetrics({ metrics }: Pick<WebAround, 'metrics'>): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const { type, body } = await metrics.text();
    return c.body(body, 200, { 'content-type': type, 'cache-control': 'no-store' });
  };
}
