import { createHmac, timingSafeEqual } from 'node:crypto';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { WebContext } from '../around.ts';

/** A working day and a long evening. In ms. */
const LASTS_MS = 12 * 60 * 60 * 1_000;
const NAME = 'nutgraf-desk';

/**
 * Writes a session that needs no memory: when it ends, and a seal that only whoever knows the token can make. Another
 * token ends every session.
 *
 * @param token the desk's token
 * @param now in ms since the epoch
 * @returns the cookie's value
 */
export function newSession(token: string, now: number): string {
  const end = String(now + LASTS_MS);
  return `${end}.${sealOf(end, token).toString('base64url')}`;
}

/**
 * @param value what a cookie holds
 * @param token the desk's token
 * @param now in ms since the epoch
 * @returns whether it is a session of ours that has not ended
 */
function isSession(value: string, token: string, now: number): boolean {
  const [, end = '', seal = ''] = /^(\d{13})\.([\w-]{43})$/.exec(value) ?? [];
  if (end === '' || Number(end) <= now) return false;
  return timingSafeEqual(Buffer.from(seal, 'base64url'), sealOf(end, token));
}

/** Of 32 bytes. */
function sealOf(end: string, token: string): Buffer {
  return createHmac('sha256', token).update(`nutgraf desk until ${end}`).digest();
}

/** @returns whether a request brings a session */
export function hasSession(c: WebContext, token: string): boolean {
  const value = getCookie(c, nameOn(c));
  return value !== undefined && isSession(value, token, Date.now());
}

/** Lets whoever gets this response in, until the session ends. */
export function beginSession(c: WebContext, token: string): void {
  setCookie(c, nameOn(c), newSession(token, Date.now()), { ...manners(c), maxAge: LASTS_MS / 1_000 });
}

/** Makes the browser forget its session. */
export function endSession(c: WebContext): void {
  deleteCookie(c, nameOn(c), manners(c));
}

/** Browsers take `__Host-` from nobody but this very host, over https; over http they take no such cookie at all. */
function nameOn(c: WebContext): string {
  return isSecure(c) ? `__Host-${NAME}` : NAME;
}

function manners(c: WebContext) {
  return { path: '/', httpOnly: true, sameSite: 'Strict', secure: isSecure(c) } as const;
}

function isSecure(c: WebContext): boolean {
  return c.get('origin').startsWith('https://');
}
