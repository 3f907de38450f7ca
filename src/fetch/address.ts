import { isUtf8 } from 'node:buffer';
import { BY_HAND, FetchError } from './fetch-error.ts';

/** How much of something that is no address is shown, in UTF-16 code units. */
const SHOWN = 100;
/** In letters, with a dot at the end (RFC 1035, 2.3.4). Names are told in the log, and a server may redirect to 60 KB of one. */
const LONGEST_NAME = 254;

/**
 * Reads an address that somebody gave.
 *
 * @returns the URL
 * @throws FetchError `bad-address` or `bad-scheme`
 */
export function readAddress(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null) {
    throw new FetchError(
      'bad-address',
      given,
      `"${shown(given)}" is not an address: give it whole, beginning with https://.`,
    );
  }
  if (!isHttp(url)) {
    throw new FetchError(
      'bad-scheme',
      withoutCredentials(url),
      `Nothing is fetched by ${shown(url.protocol)} addresses: give one that begins with https:// or http://.`,
    );
  }
  if (url.hostname.length > LONGEST_NAME) {
    throw new FetchError(
      'bad-address',
      given.slice(0, SHOWN),
      `"${shown(given)}" is not an address: no name is as long as the one in it.`,
    );
  }
  if (hasCredentials(url)) {
    throw new FetchError(
      'bad-address',
      withoutCredentials(url),
      `The address at ${url.host} holds a user name or a password: give it without them.`,
    );
  }
  return url;
}

/**
 * Reads where a redirect leads.
 *
 * @param location the `Location` header, each byte a character; `null` when there is none
 * @param from the address that redirects
 * @param status of its answer
 * @returns the URL
 * @throws FetchError `bad-redirect` or `bad-scheme`
 */
export function redirectTarget(location: string | null, from: URL, status: number): URL {
  const text = location === null ? '' : asUtf8(location);
  const url = text !== '' && URL.canParse(text, from.href) ? new URL(text, from) : null;
  const isUsable = url !== null && !hasCredentials(url) && url.hostname.length <= LONGEST_NAME;
  if (url === null || (isHttp(url) && !isUsable)) {
    throw new FetchError(
      'bad-redirect',
      from.href,
      `${from.host} redirects to something that is not a usable address: open it in a browser, and give the address that it ends at.`,
      { status },
    );
  }
  if (!isHttp(url)) {
    throw new FetchError(
      'bad-scheme',
      from.href,
      `${from.host} redirects to a ${shown(url.protocol)} address, by which nothing is fetched: ${BY_HAND}.`,
      { status },
    );
  }
  return url;
}

function isHttp(url: URL): boolean {
  return url.protocol === 'https:' || url.protocol === 'http:';
}

function hasCredentials(url: URL): boolean {
  return url.username !== '' || url.password !== '';
}

function withoutCredentials(url: URL): string {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return bare.href;
}

/** Servers send letters beyond ASCII as UTF-8, as browsers expect, although headers are read by bytes. */
function asUtf8(header: string): string {
  const bytes = Buffer.from(header, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : header;
}

/**
 * What was given may be anything, and is printed in a terminal.
 *
 * @returns its beginning, on one line
 */
export function shown(text: string): string {
  const plain = text.replace(/\p{C}+/gu, ' ').trim();
  return plain.length <= SHOWN ? plain : `${plain.slice(0, SHOWN)}…`;
}
