import { DiscordAPIError, HTTPError, type RateLimitData, RateLimitError, REST } from 'discord.js';
import type { z } from 'zod';
import type { DiscordConfig } from '../../../config.ts';
import { type CallError, callError } from '../calls/failure.ts';
import { restOptions } from '../calls/rest.ts';

/** What came of a call. */
export type Outcome<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  /** Discord said no. */
  | { readonly kind: 'refused'; readonly error: CallError }
  /** Discord did not say; the sentence says what to do about that. */
  | { readonly kind: 'away'; readonly sentence: string; readonly error: CallError };

/** What is sent along. */
export interface Sent {
  readonly query?: Readonly<Record<string, string>>;
  /** With it the call is a PUT. */
  readonly body?: unknown;
}

/** A call of Discord's HTTP API with the bot's token. The answer is read by a schema. */
export type Call = <Result>(
  schema: z.ZodType<Result>,
  route: `/${string}`,
  sent?: Sent,
) => Promise<Outcome<Result>>;

/** One try of a hasty call. Whoever has asked for the check is waiting. */
const HASTY_MS = 5_000;
/** A patient call with all of its tries, rate limits included. */
const PATIENT_MS = 60_000;
/** So many rate limits of at most so long are waited for in a patient call: somebody is waiting for that, too. */
const LIMITS_WAITED = 3;
const LONGEST_LIMIT_MS = 15_000;

/**
 * @param config where Discord is
 * @param haste `hasty`: one try, and no rate limit is waited for, since whoever reads the outcome can ask again;
 *   `patient`: again after an error, and after a short rate limit
 * @returns a way to call Discord, which never throws
 */
export function openCalls(config: DiscordConfig, haste: 'hasty' | 'patient'): Call {
  const most = haste === 'hasty' ? HASTY_MS : PATIENT_MS;
  const base = { ...restOptions(config), ...(haste === 'hasty' ? { retries: 0, timeout: HASTY_MS } : {}) };
  return async (schema, route, { query = {}, body } = {}) => {
    // discord.js forgets the token after a call that was refused for it, so each call has a client of its own.
    const rest = new REST({ ...base, rejectOnRateLimit: unlessShort(haste) }).setToken(config.token);
    // The time limit of discord.js ends when an answer begins.
    const signal = AbortSignal.timeout(most);
    const sent = { query: new URLSearchParams(query), signal };
    try {
      const answer = await (body === undefined ? rest.get(route, sent) : rest.put(route, { ...sent, body }));
      const { data, success } = schema.safeParse(answer);
      if (success) return { kind: 'done', result: data };
      throw new SyntaxError('the answer is of another form');
    } catch (thrown) {
      const error = callError(thrown);
      const waited = signal.aborted ? most : (base.timeout ?? most);
      return isRefusal(thrown)
        ? { kind: 'refused', error }
        : { kind: 'away', sentence: sentenceFor(thrown, waited, config), error };
    } finally {
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    }
  };
}

function unlessShort(haste: 'hasty' | 'patient'): (limit: RateLimitData) => boolean {
  let left = haste === 'hasty' ? 0 : LIMITS_WAITED;
  return ({ timeToReset, retryAfter, sublimitTimeout }) => {
    left -= 1;
    return left < 0 || Math.max(timeToReset, retryAfter, sublimitTimeout) > LONGEST_LIMIT_MS;
  };
}

/** Discord says why in JSON, by a number; the page of a proxy has none. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError) || error.rawError instanceof ArrayBuffer) return false;
  return error.status === 401 || Number.isFinite(Number(error.code));
}

/** @param waited how long in ms, where it was a time limit that ended it */
function sentenceFor(error: unknown, waited: number, { apiUrl }: DiscordConfig): string {
  if (error instanceof RateLimitError) {
    const seconds = Math.ceil(Math.max(error.retryAfter, error.timeToReset) / 1000) || 1;
    return `Discord limits our calls: run this again in ${counted(seconds, 'second', 'seconds')}.`;
  }
  if (error instanceof HTTPError) {
    return 'Discord is not well, as https://discordstatus.com may tell: run this again in a few minutes.';
  }
  if (error instanceof Error && /^(?:AbortError|TimeoutError)$/.test(error.name)) {
    return `Discord did not answer within ${waited / 1000} seconds: check the network of this machine and https://discordstatus.com, then run this again.`;
  }
  // A refusal without a reason, or an answer that is no JSON.
  if (error instanceof DiscordAPIError || error instanceof SyntaxError) {
    return apiUrl === null
      ? 'What answers in place of Discord is not Discord, but perhaps the page of a proxy: check the proxy of this machine.'
      : 'What answers at DISCORD_API_URL is not Discord: check the address, or remove the variable to use discord.com.';
  }
  return apiUrl === null
    ? 'Discord cannot be reached: check the network of this machine and https://discordstatus.com, then run this again.'
    : 'Discord cannot be reached at DISCORD_API_URL: check the address, or remove the variable to use discord.com.';
}

/** @returns "1 server", "2 servers" */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
