import { createHash, timingSafeEqual } from 'node:crypto';
import type { WebAround, WebContext } from '../around.ts';
import { type Buckets, openBuckets } from '../guard/buckets.ts';

/** Nobody's token is so long: what is longer is not even hashed. */
const LONGEST = 1_000;

/**
 * Whether a request brings the desk's token, as programs do: `Authorization: Bearer TOKEN`, or Basic with the token as
 * the password and any name, which is what feed readers can.
 *
 * @param c the request
 * @param around where the token is configured
 * @returns `false` also where there is no desk
 */
export function holdsDeskToken(c: WebContext, around: Pick<WebAround, 'config'>): boolean {
  const [, scheme = '', credentials = ''] =
    /^(\w+) +([^\s]+)\s*$/.exec(c.req.header('authorization') ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return isDeskToken(credentials, around);
  return scheme.toLowerCase() === 'basic' && isDeskToken(passwordIn(credentials), around);
}

/** Wrong tokens that an address may try: ten at once, then two a minute. A person mistypes; nobody guesses. */
const ATTEMPTS = { burst: 10, perMinute: 2, max: 10_000 };

/** @returns what counts wrong tokens, whatever they are sent with */
export function openAttempts(): Buckets {
  return openBuckets(ATTEMPTS);
}

/**
 * As {@link holdsDeskToken}, where each wrong token is counted, once a request: every answer that is another with the
 * right one could be guessed by.
 *
 * @param attempts who may try how often
 * @returns `none` without one, `too-often` from an address that has tried wrong ones: then none is even compared
 */
export function tokenIn(
  c: WebContext,
  around: Pick<WebAround, 'config'>,
  attempts: Buckets,
): 'none' | 'right' | 'wrong' | 'too-often' {
  if (c.req.header('authorization') === undefined) return 'none';
  const known = c.get('token');
  if (known !== undefined) return known;
  const address = c.get('address');
  const isBarred = attempts.wait(address) > 0;
  const found = isBarred ? 'too-often' : holdsDeskToken(c, around) ? 'right' : 'wrong';
  if (found === 'wrong') attempts.take(address);
  c.set('token', found);
  return found;
}

/**
 * Compares in the same time whatever is given: how long it takes tells nothing of the token.
 *
 * @param given what somebody says that it is
 * @param around where the token is configured
 * @returns `false` also where there is no desk
 */
export function isDeskToken(given: string, { config: { deskToken } }: Pick<WebAround, 'config'>): boolean {
  if (deskToken === null || given.length > LONGEST) return false;
  return timingSafeEqual(hashOf(given), hashOf(deskToken));
}

/** Of `name:password` in base64; a name holds no colon, a password may. */
function passwordIn(credentials: string): string {
  const pair = Buffer.from(credentials, 'base64').toString();
  const colon = pair.indexOf(':');
  return colon === -1 ? '' : pair.slice(colon + 1);
}

/** Of one length, which comparing needs. */
function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
