import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { MiddlewareHandler } from 'hono';
import type { WebAround, WebEnv } from '../around.ts';
import { plainAddress, toldByProxies } from './forwarded.ts';

const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Finds out who asks: the id that the request has in the log, the address that it comes from, and the origin that the
 * page has for them.
 *
 * @param around how many proxies are believed
 * @returns sets `id`, `address` and `origin`
 */
export function identified({ config: { proxies } }: Pick<WebAround, 'config'>): MiddlewareHandler<WebEnv> {
  return (c, next) => {
    const { incoming, outgoing } = c.env;
    const id = outgoing.getHeader('x-request-id');
    c.set('id', typeof id === 'string' ? id : randomUUID());
    c.set('address', addressOf(incoming as IncomingMessage, proxies));
    c.set('origin', originOf(incoming as IncomingMessage, proxies));
    return next();
  };
}

/** Where a proxy writes no address, it is the proxy's own: those who come through it are then counted as one. */
function addressOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const told = toldByProxies(joined(headers['x-forwarded-for']), proxies);
  return (told && plainAddress(told)) ?? plainAddress(socket.remoteAddress ?? '') ?? 'unknown';
}

function originOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const scheme = toldByProxies(joined(headers['x-forwarded-proto']), proxies)?.toLowerCase();
  const host = toldByProxies(joined(headers['x-forwarded-host']), proxies);
  const isScheme = scheme === 'http' || scheme === 'https';
  const name = host !== null && HOST.test(host) ? host : (headers.host ?? `localhost:${socket.localPort}`);
  return `${isScheme ? scheme : 'http'}://${name.toLowerCase()}`;
}

function joined(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header;
}
