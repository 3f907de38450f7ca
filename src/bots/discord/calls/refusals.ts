import type { RESTOptions } from 'discord.js';
import { LRUCache } from 'lru-cache';

type MakeRequest = RESTOptions['makeRequest'];

/** What Discord said to the same call, and how often in a row. */
interface Refusal {
  readonly count: number;
  readonly body: string;
  readonly type: string;
}

/**
 * Discord shuts an address out, with every server that is served from it, after 10,000 calls within ten minutes that
 * it refuses with 401, 403 or 429 (https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans).
 * Whoever manages a server can close a channel to us and let it be asked in, each question for two calls and more.
 */
const FORBIDDEN = 403;
/** Once may be for the form that it had: a reply is sent again as a message. */
const ASKED_TWICE = 2;
/** For as long as this, in ms, somebody may have let us in again and we do not know. */
const REMEMBERED = { max: 10_000, ttl: 60_000 };

/**
 * Does not call again for a minute what Discord has forbidden twice in a row, and says what Discord said. It is looked
 * at when a call is made and not when it is asked for: many may wait in a row.
 *
 * @param call makes a call
 * @returns the same
 */
export function heedingRefusals(call: MakeRequest): MakeRequest {
  const refusals = new LRUCache<string, Refusal>(REMEMBERED);
  return async (url, init) => {
    const name = `${init.method} ${url}`;
    const before = refusals.get(name);
    if (before !== undefined && before.count >= ASKED_TWICE) return forbidden(before);
    const response = await call(url, init);
    if (response.status !== FORBIDDEN) {
      refusals.delete(name);
      return response;
    }
    const [headers, body] = [new Headers([...response.headers]), await response.text()];
    const type = headers.get('content-type') ?? '';
    refusals.set(name, { count: (before?.count ?? 0) + 1, body, type });
    return new Response(body, { status: FORBIDDEN, headers });
  };
}

/** Without what Discord said of rate limits: no call was made, and none has to wait for the next. */
function forbidden({ body, type }: Refusal): Response {
  return new Response(body, { status: FORBIDDEN, headers: { 'content-type': type } });
}
