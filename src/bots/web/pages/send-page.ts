import { createHash } from 'node:crypto';
import type { WebContext } from '../around.ts';

/**
 * Sends a page that is the same for everybody for as long as nothing of it changes. A story may be closed at any
 * moment, so that whoever holds the page has to ask each time, and is told in a few bytes that it is the same.
 *
 * @param c the request
 * @param document the whole document
 * @returns the page, or 304 where it is held already
 */
export function sendPage(c: WebContext, document: string): Response {
  const etag = `"${createHash('sha256').update(document).digest('base64url').slice(0, 22)}"`;
  c.set('length', document.length);
  c.header('cache-control', 'private, no-cache');
  c.header('etag', etag);
  return isHeld(c.req.header('if-none-match') ?? '', etag) ? c.body(null, 304) : c.html(document);
}

/** A proxy that compresses makes the tag a weak one; what it names is the same page. */
function isHeld(held: string, etag: string): boolean {
  return held.trim() === '*' || held.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
