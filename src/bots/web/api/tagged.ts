import { createHash } from 'node:crypto';
import type { WebContext } from '../around.ts';

/** A body that many ask for again, with what tells whether it is still the same. */
export interface Tagged {
  readonly body: string;
  readonly etag: string;
}

/** @returns the body with its tag */
export function tagged(body: string): Tagged {
  return { body, etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"` };
}

/**
 * Sends a body, or 304 to whoever has it already. Whoever keeps it asks each time whether it is still so.
 *
 * @param c the request
 * @param sent the body
 * @param type its content type
 * @param scope `private` for what is not for everybody
 * @returns the answer
 */
export function sendTagged(
  c: WebContext,
  { body, etag }: Tagged,
  type: string,
  scope: 'public' | 'private' = 'public',
): Response {
  const headers = { etag, 'cache-control': `${scope}, no-cache` };
  const held = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (held.includes(etag) || held.includes('*')) return c.body(null, 304, headers);
  c.set('length', body.length);
  return c.body(body, 200, { ...headers, 'content-type': type });
}
