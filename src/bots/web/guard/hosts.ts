import type { MiddlewareHandler } from 'hono';
import { isLoopback } from '../../../http/loopback.ts';
import type { WebAround, WebEnv } from '../around.ts';
import { refusal } from './refusal.ts';

/**
 * While only this machine reaches the page, it is served under this machine's own names only. Otherwise any site could
 * give its own name our address, once it is open in a browser here, and read what is meant for this machine.
 *
 * @param around whether only this machine reaches the server, and whether a proxy stands in front
 * @returns refuses other names with 421
 */
export function knownHosts(around: WebAround): MiddlewareHandler<WebEnv> {
  const isOpen = !around.local || around.config.proxies > 0;
  return async (c, next) => {
    if (isOpen || isLoopback(nameIn(c.env.incoming.headers.host ?? ''))) return next();
    return refusal(around, c, 'other-host');
  };
}

/** Without the port. */
function nameIn(host: string): string {
  return host.replace(/:\d*$/, '');
}
