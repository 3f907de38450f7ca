/**
 * Why something was not fetched.
 * - `bad-address`: no URL, or one with a user name or a password in it
 * - `bad-scheme`: neither http nor https, here or where a redirect leads
 * - `private-address`: this machine, a private network, or an address that is not for the public
 * - `unreachable`: no such name, no connection, a broken one, or no trust in its certificate
 * - `timeout`: it took too long
 * - `too-large`: more than is read, as sent or decompressed
 * - `too-many-redirects`, `bad-redirect`: it leads nowhere
 * - `refused`: not for us: 401, 402, 403, 407, 451
 * - `not-found`: 404, 410
 * - `rate-limited`: 429
 * - `server-error`: 5xx
 * - `bad-status`: any other status that brings no page
 * - `bad-encoding`: compressed in a way that was not asked for, or damaged
 * - `closed`: the fetcher was closed
 */
export type FetchErrorCode =
  | 'bad-address'
  | 'bad-scheme'
  | 'private-address'
  | 'unreachable'
  | 'timeout'
  | 'too-large'
  | 'too-many-redirects'
  | 'bad-redirect'
  | 'refused'
  | 'not-found'
  | 'rate-limited'
  | 'server-error'
  | 'bad-status'
  | 'bad-encoding'
  | 'closed';

interface About {
  readonly status?: number;
  readonly retryAfter?: number | null;
  readonly cause?: unknown;
}

/** The message is one sentence for an editor: what is wrong and what to do. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  /** HTTP status of the answer that failed; `null` when there was none. */
  readonly status: number | null;
  /** How long the server asks us to wait, in milliseconds, at most a day; `null` when it does not say. */
  readonly retryAfter: number | null;

  /**
   * @param code why
   * @param url the address that failed, which after a redirect is another than was asked for; never with
   *   a password
   */
  constructor(
    readonly code: FetchErrorCode,
    readonly url: string,
    message: string,
    about: About = {},
  ) {
    super(message, { cause: about.cause });
    this.status = about.status ?? null;
    this.retryAfter = about.retryAfter ?? null;
  }
}

/** What an editor can always do. */
export const BY_HAND = 'save the page as a file and add that';
