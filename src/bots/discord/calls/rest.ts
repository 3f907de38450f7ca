import { DefaultRestOptions, type REST, type RESTOptions } from 'discord.js';
import type { DiscordConfig } from '../../../config.ts';
import { heedingRefusals } from './refusals.ts';

/** One call of Discord's API; a healthy one takes a tenth of a second. */
const CALL_MS = 10_000;
/** discord.js tries again at once after a server error or a timeout; {@link patiently} waits between its tries. */
const RETRIES = 1;
/** A rate limit that lasts longer than this is a failure: nobody waits minutes for an answer. */
const LONGEST_WAIT_MS = 30_000;
/**
 * How often discord.js forgets rate limits that bind nobody any more. Every interaction has one of its own, which it
 * keeps for an hour: some 2 KB each.
 */
const FORGET_LIMITS_MS = 10_000;
/** What a 429 that names no time to wait costs: Discord lets about one message a second into a channel. */
const ONE_MESSAGE_S = 1;

/**
 * How discord.js calls Discord's API: in bounded time, and waiting for rate limits.
 *
 * @param config where the API is
 * @returns options for a `Client` or a `REST`
 */
export function restOptions(config: DiscordConfig): Partial<RESTOptions> {
  return {
    timeout: CALL_MS,
    retries: RETRIES,
    handlerSweepInterval: FORGET_LIMITS_MS,
    rejectOnRateLimit: ({ timeToReset, retryAfter, sublimitTimeout }) =>
      Math.max(timeToReset, retryAfter, sublimitTimeout) > LONGEST_WAIT_MS,
    makeRequest: heedingRefusals(withRetryAfter),
    ...(config.apiUrl === null ? {} : { api: config.apiUrl }),
  };
}

/**
 * discord.js listens to the signal of a call for as long as there is the signal, and a signal that stands for a
 * time limit is there until that is over: with it the call's answer, for a minute each.
 *
 * @param rest whose calls are to be forgotten once they are done
 */
export function forgetCallsOnceDone(rest: REST): void {
  const { queueRequest } = rest;
  rest.queueRequest = async (request) => {
    const { signal } = request;
    if (!signal) return queueRequest.call(rest, request);
    const own = new AbortController();
    const abort = () => own.abort(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    try {
      return await queueRequest.call(rest, { ...request, signal: own.signal });
    } finally {
      signal.removeEventListener('abort', abort);
    }
  };
}

/**
 * discord.js forgets its token for good after a single 401, and with it how to answer anybody, while its connection
 * goes on. One may come from something on the way. Where the token is really no longer good, Discord closes the
 * connection and says so, and that ends the bot.
 *
 * @param rest that is to keep its token
 */
export function keepToken(rest: REST): void {
  const { setToken } = rest;
  rest.setToken = (token: string | null) => (token === null ? rest : setToken.call(rest, token));
}

/**
 * discord.js reads the time to wait from the header only. Without one, or with one that is no time (a date, say, as
 * RFC 9110 allows), it calls again at once, for ever. The body has it too
 * (https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit).
 */
const withRetryAfter: RESTOptions['makeRequest'] = async (url, init) => {
  const response = await DefaultRestOptions.makeRequest(url, init);
  if (response.status !== 429 || isWait(Number(response.headers.get('retry-after')))) return response;
  const text = await response.text();
  const headers = new Headers([...response.headers]);
  headers.set('retry-after', String(retryAfter(text)));
  return new Response(text, { status: 429, headers });
};

function retryAfter(body: string): number {
  try {
    const said = Number((JSON.parse(body) as { readonly retry_after?: unknown }).retry_after);
    return isWait(said) ? said : ONE_MESSAGE_S;
  } catch {
    return ONE_MESSAGE_S;
  }
}

/** Whether it is a time that can be waited for, in seconds. */
function isWait(seconds: number): boolean {
  return seconds > 0;
}
