import type { Dispatcher } from 'undici';
import { redirectTarget } from './address.ts';
import { ACCEPT_ENCODING, readBody } from './body.ts';
import { failureOf } from './failure.ts';
import { BY_HAND, FetchError } from './fetch-error.ts';
import type { Limits } from './limits.ts';
import { headerOf, isPage, isRedirect, statusError } from './status.ts';

/** What the server said of the page the last time, so that it need not send it again. */
export interface Conditions {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What came back. */
export type Fetched =
  /** The page is as it was when the conditions were noted. */
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'fetched';
      /** Where it was found, after redirects. */
      readonly url: string;
      /** Decompressed. */
      readonly bytes: Uint8Array;
      /** Headers as they were sent; `null` where they were not, or are nothing to keep and send back. */
      readonly contentType: string | null;
      readonly etag: string | null;
      readonly lastModified: string | null;
    };

/** How to ask. */
export interface Asking {
  readonly dispatcher: Dispatcher;
  readonly userAgent: string;
  readonly limits: Limits;
}

/** Nothing is known of the page. */
export const UNCONDITIONAL: Conditions = { etag: null, lastModified: null };

/** Pages and feeds first, then anything: what it is worth is judged by who asked. */
const ACCEPT =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/plain;q=0.9, */*;q=0.5';

/** In characters. They are kept for each page of a feed, and a server may send as much as all headers may have. */
const LONGEST_VALIDATOR = 500;

/** What may stand in a header. Conditions come from servers, by way of a file, and are left out otherwise. */
const HEADER_VALUE = /^[\t\x20-\x7E\x80-\xFF]+$/;

/**
 * Asks for a page, there and wherever it redirects to.
 *
 * @param conditions sent along until a redirect leads to another origin
 * @throws FetchError
 */
export async function follow(asking: Asking, first: URL, conditions: Conditions): Promise<Fetched> {
  let [url, carried] = [first, conditions];
  for (let left = asking.limits.redirects; ; left -= 1) {
    const found = await visit(asking, url, carried);
    if (!(found instanceof URL)) return found;
    if (left === 0) throw tooManyRedirects(first, asking.limits.redirects);
    if (found.origin !== url.origin) carried = UNCONDITIONAL;
    url = found;
  }
}

/** @returns what is there, or where it redirects to */
async function visit(asking: Asking, url: URL, conditions: Conditions): Promise<Fetched | URL> {
  try {
    const answer = await asking.dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: headersOf(asking.userAgent, conditions),
    });
    // A body that is not read to its end fails when it is destroyed, with nobody else to hear of it.
    answer.body.on('error', () => {});
    try {
      return await read(url, answer, conditions, asking.limits.bytes);
    } finally {
      answer.body.destroy();
    }
  } catch (error) {
    throw failureOf(url, error);
  }
}

async function read(
  url: URL,
  { statusCode, headers, body }: Dispatcher.ResponseData,
  conditions: Conditions,
  limit: number,
): Promise<Fetched | URL> {
  if (isRedirect(statusCode)) return redirectTarget(headerOf(headers, 'location'), url, statusCode);
  if (statusCode === 304 && Object.keys(conditionHeaders(conditions)).length > 0) {
    return { kind: 'unchanged' };
  }
  if (!isPage(statusCode)) throw statusError(url, statusCode, headers);
  return {
    kind: 'fetched',
    url: url.href,
    bytes: await readBody(url, headers, body, limit),
    contentType: headerOf(headers, 'content-type'),
    etag: validator(headerOf(headers, 'etag')),
    lastModified: validator(headerOf(headers, 'last-modified')),
  };
}

function headersOf(userAgent: string, conditions: Conditions): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: ACCEPT,
    'accept-encoding': ACCEPT_ENCODING,
    ...conditionHeaders(conditions),
  };
}

function conditionHeaders({ etag, lastModified }: Conditions): Record<string, string> {
  return {
    ...(etag !== null && HEADER_VALUE.test(etag) && { 'if-none-match': etag }),
    ...(lastModified !== null && HEADER_VALUE.test(lastModified) && { 'if-modified-since': lastModified }),
  };
}

function validator(header: string | null): string | null {
  const isKept = header !== null && header.length <= LONGEST_VALIDATOR && HEADER_VALUE.test(header);
  return isKept ? header : null;
}

function tooManyRedirects(first: URL, limit: number): FetchError {
  return new FetchError(
    'too-many-redirects',
    first.href,
    `${first.host} redirects more than ${limit} times, as pages do that want a cookie or a sign-in: ${BY_HAND}.`,
  );
}
