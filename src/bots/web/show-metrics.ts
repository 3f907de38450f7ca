import { isOwnNetwork } from '../../http/network.ts';
import type { WebAround, WebContext } from './around.ts';
import { refusal } from './guard/refusal.ts';

/**
 * `/metrics`: what Prometheus reads, from a network of one's own. To everybody else it would tell how many stories there
 * are that are not open to them, and when one is added. Where a proxy passes something on that nobody has told us of
 * (`WEB_PROXY`), the address is the proxy's, which is often this machine's own.
 *
 * @param around what has counted
 * @returns what is done for the path
 */
export function showMetrics(
  around: Pick<WebAround, 'assets' | 'config' | 'metrics'>,
): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const { 'x-forwarded-for': passed, forwarded } = c.env.incoming.headers;
    const isHidden = around.config.proxies === 0 && (passed !== undefined || forwarded !== undefined);
    if (isHidden || !isOwnNetwork(c.get('address'))) return refusal(around, c, 'forbidden');
    const { type, body } = await around.metrics.text();
    return c.body(body, 200, { 'content-type': type, 'cache-control': 'no-store' });
  };
}
