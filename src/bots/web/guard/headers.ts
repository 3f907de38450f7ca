import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from '../around.ts';

/** What browsers shall keep to. Pages hold no script and no style of their own, so that none can be smuggled in. */
const CONTENT = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const POLICY: readonly (readonly [string, string])[] = [
  ['content-security-policy', CONTENT],
  ['x-content-type-options', 'nosniff'],
  // Addresses hold what was asked: other sites shall not learn it.
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
  ['x-robots-tag', 'noindex'],
];

/** Browsers may ask for nothing but HTTPS for a year: proxies that have it once seldom lose it. */
const ONLY_HTTPS = 'max-age=31536000';

/**
 * Gives every answer the policy that browsers shall keep to, errors included. They are set on Node's response before
 * anything else is done, so that no way out goes past them; what a handler sets itself replaces them.
 *
 * @returns the middleware; `identified` comes before it
 */
export function securityHeaders(): MiddlewareHandler<WebEnv> {
  return (c, next) => {
    const { outgoing } = c.env;
    for (const [name, value] of POLICY) outgoing.setHeader(name, value);
    if (c.get('origin').startsWith('https:')) outgoing.setHeader('strict-transport-security', ONLY_HTTPS);
    return next();
  };
}
