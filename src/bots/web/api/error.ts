import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WebContext } from '../around.ts';

/** What a program is told that something is wrong with. */
export interface ApiError {
  readonly error: {
    /** Stable, for programs: small letters and hyphens. */
    readonly code: string;
    /** One sentence for a person: what is wrong and what to do. */
    readonly message: string;
    /** Of the request; the log has it as well. */
    readonly id: string;
  };
}

/**
 * Tells a program that something is wrong, in the one form that all errors under `/api` have. Nobody on the way keeps it.
 *
 * @param c the request
 * @param status 4xx or 5xx
 * @param code as in {@link ApiError}
 * @param message as in {@link ApiError}; never anything that was sent
 * @param headers further headers, such as `retry-after`
 * @returns the answer
 */
export function apiError(
  c: WebContext,
  status: ContentfulStatusCode,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body: ApiError = { error: { code, message, id: c.get('id') ?? '' } };
  return c.json(body, status, { 'cache-control': 'no-store', ...headers });
}
