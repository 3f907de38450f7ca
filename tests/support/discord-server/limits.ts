import type { Refusal } from './payload.ts';
import type { Limit, State } from './state.ts';

/** Rate limits (https://docs.discord.com/developers/topics/rate-limits). */

/**
 * Discord's 429.
 *
 * @param seconds when to try again
 * @param scope whose limit it is; `shared`: of a resource, whoever calls
 * @returns for `plan` and `sayNext`
 */
export function rateLimited(seconds: number, scope: Limit['scope'] = 'user'): Refusal {
  const global = scope === 'global';
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global },
    headers: {
      'retry-after': String(seconds),
      'x-ratelimit-scope': scope,
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    },
  };
}

/**
 * Counts a call.
 *
 * @param state with the limits that a test has set; without one for this call, nothing is counted
 * @param call method and path
 * @returns the headers that go along with the answer, and Discord's no where there were too many calls
 */
export function counted(
  state: State,
  call: string,
): { readonly headers: Readonly<Record<string, string>>; readonly no: Refusal | null } {
  const limit = state.limits.find((each) => each.call.test(call));
  if (limit === undefined) return { headers: {}, no: null };
  const time = Date.now();
  if (time >= limit.until) Object.assign(limit, { until: time + limit.window, used: 0 });
  limit.used += 1;
  const left = (limit.until - time) / 1_000;
  const headers = {
    'x-ratelimit-limit': String(limit.limit),
    'x-ratelimit-remaining': String(Math.max(0, limit.limit - limit.used)),
    'x-ratelimit-reset': String(limit.until / 1_000),
    'x-ratelimit-reset-after': String(left),
    'x-ratelimit-bucket': `bucket-${state.limits.indexOf(limit)}`,
  };
  if (limit.used <= limit.limit) return { headers: limit.scope === 'global' ? {} : headers, no: null };
  const no = rateLimited(left, limit.scope);
  return { headers, no: { ...no, headers: { ...headers, ...no.headers } } };
}
