import type { MiddlewareHandler } from 'hono';
import { isLoopback } from '../../../http/loopback.ts';
import type { WebAround, WebEnv } from '../around.ts';
import { openBuckets } from './buckets.ts';
import { refusal } from './refusal.ts';

/** Two a second: nobody reads so fast, and a newsroom behind one address asks less. */
const PER_MINUTE = 120;
/**
 * In ms, for which one request is paid: an answer takes some 5, and 20 in a library of a million sentences. So nobody
 * gets more than a tenth of a core's time by questions that were made to be slow.
 */
const PAID_FOR = 50;
/**
 * In UTF-16 code units, for which one request is paid: the longest of ordinary pages has some 100,000. The page of an
 * article of 4 MB takes a tenth of a second, and lies in memory until whoever asked for it has read it.
 */
const PAID_LENGTH = 256 * 1024;
/** Some 8 MB of them. */
const ADDRESSES = 50_000;

/**
 * What requests cost, by their path; 1 for all others. Whoever types a question has suggestions fetched with every other
 * letter, each a tenth of the work of an answer. What a page is made of lies ready in memory, and comes with each first
 * visit in half a dozen requests: it costs nothing, as far as it is there.
 */
const COSTS: ReadonlyMap<string, number> = new Map([
  ['/embed.js', 0],
  ['/favicon.svg', 0],
  ['/favicon.ico', 0],
  ['/robots.txt', 0],
  ['/api/suggest', 0.2],
]);

/**
 * Lets each address make so many requests in a minute, half of them at once. What was slow to find or is long counts for
 * several.
 *
 * @param around how many, where it is stated: otherwise it is 120, and any number from this machine
 * @returns refuses what is too much with 429, and says after how many seconds it is not
 */
export function rateLimit(around: WebAround): MiddlewareHandler<WebEnv> {
  const { rate, proxies } = around.config;
  // Behind a proxy nobody comes from this machine: who seems to was not told of, or claims it.
  const isOwnFree = rate === null && proxies === 0;
  const perMinute = rate ?? PER_MINUTE;
  const buckets = openBuckets({ perMinute, burst: Math.max(1, perMinute / 2), max: ADDRESSES });
  return async (c, next) => {
    const cost = around.assets.at(c.req.path) === null ? (COSTS.get(c.req.path) ?? 1) : 0;
    const address = c.get('address');
    if (cost === 0 || (isOwnFree && isLoopback(address))) return next();
    const seconds = buckets.take(address, cost);
    if (seconds === 0) {
      await next();
      const slow = Math.floor((c.get('foundIn') ?? 0) / PAID_FOR / cost) * cost;
      const more = slow + Math.floor((c.get('length') ?? 0) / PAID_LENGTH);
      if (more > 0) buckets.charge(address, more);
      return;
    }
    c.env.outgoing.setHeader('retry-after', String(seconds));
    return refusal(around, c, 'too-many-requests');
  };
}
