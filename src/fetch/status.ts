import type { IncomingHttpHeaders } from 'node:http';
import { BY_HAND, FetchError, type FetchErrorCode } from './fetch-error.ts';
import { LONGEST_RETRY_AFTER_MS } from './limits.ts';

/** Headers by lower-case name, as undici gives them. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const REFUSED = new Set([401, 402, 403, 407, 451]);
const NOT_FOUND = new Set([404, 410]);
/** Successes that bring no page, or a piece of one that was not asked for. */
const WITHOUT_PAGE = new Set([204, 205, 206]);

/** @returns the header, the first where it was sent several times; `null` when it was not */
export function headerOf(headers: Headers | IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** @returns whether the status leads to another address */
export function isRedirect(status: number): boolean {
  return REDIRECTS.has(status);
}

/** @returns whether the status comes with a page */
export function isPage(status: number): boolean {
  return status >= 200 && status < 300 && !WITHOUT_PAGE.has(status);
}

/**
 * @param url the address that answered
 * @param status that neither brings a page nor leads to one
 * @returns the error to throw
 */
export function statusError(url: URL, status: number, headers: Headers): FetchError {
  const [code, sentence] = meaning(url.host, status);
  const retryAfter = retryAfterMs(headerOf(headers, 'retry-after'), Date.now());
  return new FetchError(code, url.href, sentence, { status, retryAfter });
}

function meaning(host: string, status: number): readonly [FetchErrorCode, string] {
  if (REFUSED.has(status)) return ['refused', `${host} does not let Nutgraf in (${status}): ${BY_HAND}.`];
  if (NOT_FOUND.has(status)) return ['not-found', `${host} has no such page (${status}): check the address.`];
  if (status === 429) {
    return ['rate-limited', `${host} was asked too often (429): try again later, or ${BY_HAND}.`];
  }
  if (status >= 500 && status < 600) {
    return ['server-error', `${host} is not well (${status}): try again later.`];
  }
  return ['bad-status', `${host} answers with status ${status} instead of a page: ${BY_HAND}.`];
}

/**
 * `Retry-After` is seconds or a date (RFC 9110, 10.2.3).
 *
 * @param now milliseconds since the epoch
 * @returns milliseconds from now, at most a day; `null` when it says neither
 */
function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : /GMT$/.test(text) ? Date.parse(text) - now : NaN;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST_RETRY_AFTER_MS);
}
