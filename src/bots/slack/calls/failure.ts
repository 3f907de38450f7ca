/** What a failed call means for the next one. */
export type Failure =
  /** Slack wants us to wait. */
  | { readonly kind: 'limited'; readonly afterMs: number }
  /** Slack understood the call and will not do it; `code` is Slack's own word for why. */
  | { readonly kind: 'refused'; readonly code: string }
  /** No answer came in time. The call may have been done: it is not repeated. */
  | { readonly kind: 'timeout' }
  /** Slack is not well, or cannot be reached: worth another try. */
  | { readonly kind: 'passing' };

/**
 * Codes by which Slack says that it is not well itself
 * (https://docs.slack.dev/reference/methods/chat.postMessage#errors).
 */
const PASSING = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);
const LIMITED = new Set(['rate_limited', 'ratelimited']);

/** A token that does not work, or no longer does (https://docs.slack.dev/reference/methods/auth.test#errors). */
const BAD_TOKEN = new Set([
  'account_inactive',
  'invalid_auth',
  'invalid_token',
  'not_allowed_token_type',
  'not_authed',
  'team_disabled',
  'token_expired',
  'token_revoked',
  'user_removed_from_team',
]);

/** What answers without a `Retry-After` cost: Slack lets about one message a second into a channel. */
const ONE_MESSAGE_MS = 1_100;

/** An HTTP answer of Slack's to a call that Bolt's client does not make for us. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';

  /**
   * @param status HTTP status
   * @param code Slack's word for what is wrong; `''` when it gave none
   * @param retryAfterS `Retry-After` in seconds; `null` when there was none
   */
  constructor(
    readonly status: number,
    readonly code: string,
    readonly retryAfterS: number | null,
  ) {
    super(`Slack answered ${status}${code === '' ? '' : ` (${code})`}`);
  }
}

/**
 * Reads what was thrown by Slack's clients, by `fetch` or by ourselves. Slack's errors are told by their
 * codes, so that this needs none of its classes.
 *
 * @param error what was thrown
 * @returns what it means
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof HttpFailure) return ofStatus(error.status, error.code, error.retryAfterS);
  const thrown = error as Thrown | null | undefined;
  switch (thrown?.code) {
    case 'slack_webapi_platform_error':
      return ofCode(String(thrown.data?.error ?? 'unknown_error'));
    case 'slack_webapi_rate_limited_error':
      return { kind: 'limited', afterMs: (thrown.retryAfter ?? 1) * 1000 };
    case 'slack_webapi_http_error':
      return ofStatus(thrown.statusCode ?? 500, '', null);
    default:
      return isTimeout(error) || isTimeout(thrown?.original) ? { kind: 'timeout' } : { kind: 'passing' };
  }
}

/** @returns whether a refusal says that the token is no good */
export function isBadToken(failure: Failure): boolean {
  return failure.kind === 'refused' && BAD_TOKEN.has(failure.code);
}

interface Thrown {
  readonly code?: string;
  readonly data?: { readonly error?: unknown };
  readonly retryAfter?: number;
  readonly statusCode?: number;
  readonly original?: unknown;
}

function ofStatus(status: number, code: string, retryAfterS: number | null): Failure {
  if (status === 429) {
    return { kind: 'limited', afterMs: retryAfterS === null ? ONE_MESSAGE_MS : retryAfterS * 1000 };
  }
  if (code !== '') return ofCode(code);
  return status >= 500 ? { kind: 'passing' } : { kind: 'refused', code: `http_${status}` };
}

function ofCode(code: string): Failure {
  if (LIMITED.has(code)) return { kind: 'limited', afterMs: ONE_MESSAGE_MS };
  // Something that is no code is the page of a proxy or of an outage.
  if (PASSING.has(code) || !/^[a-z0-9_]+$/.test(code)) return { kind: 'passing' };
  return { kind: 'refused', code };
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
}
