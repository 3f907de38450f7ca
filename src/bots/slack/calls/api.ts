import { type Logger, webApi } from '@slack/bolt';
import type { SlackConfig } from '../../../config.ts';
import type { Log } from '../../../log.ts';
import { failureOf, HttpFailure, isBadToken } from './failure.ts';
import { isOfSlack } from './of-slack.ts';
import { patiently } from './patience.ts';

/** What Slack answers to a call that it takes; which fields there are depends on the method. */
export type SlackResult = Readonly<Record<string, unknown>>;

/** Slack, as far as we call it, with the token of one workspace. */
export interface SlackApi {
  /**
   * Calls a method of the Web API. What fails in passing is tried again.
   *
   * @param patienceMs no try begins later than this after the first; some ten seconds when left out
   * @throws what Slack's client throws; {@link failureOf} reads it
   */
  call(method: string, args: Readonly<Record<string, unknown>>, patienceMs?: number): Promise<SlackResult>;
  /** As {@link call}, where somebody waits for more than this call: it is bounded by some seconds in all. */
  ask(method: string, args: Readonly<Record<string, unknown>>): Promise<SlackResult>;
  /** Posts to a `response_url`, with less patience. @throws {HttpFailure} when Slack does not take it, or it is not Slack's */
  respond(url: string, message: Readonly<Record<string, unknown>>): Promise<void>;
  /** Whether Slack still took our token when it was last asked. */
  trusted(): boolean;
}

/** No try of a reply begins later than this after the first: nobody waits longer for an answer. */
const REPLY_PATIENCE_MS = 10_000;
/** Where Slack says itself when it will take a reply, that is waited for a little longer. */
const LIMITED_MS = 30_000;
/** The same for a `response_url`: where that fails, the person can be answered by name. */
const RESPONSE_PATIENCE_MS = 4_000;
/** One call. A reply that took longer may have been posted, so it is not tried again. */
const CALL_MS = 15_000;
/** The same for what an answer, or a window that has to open within three seconds, waits for. */
const BRIEF_CALL_MS = 2_500;
const BRIEF_PATIENCE_MS = 1_500;

/**
 * Options for every client that calls Slack: none retries by itself, {@link patiently} does.
 *
 * @param config where Slack is
 * @param logger Bolt's view of our log
 * @param timeout bound of one call in ms
 * @returns options for Bolt, its receivers and its clients; a new object each time, as Bolt changes it
 */
export function clientOptions(
  config: SlackConfig,
  logger: Logger,
  timeout: number = CALL_MS,
): webApi.WebClientOptions {
  return {
    logger,
    timeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...(config.apiUrl === null ? {} : { slackApiUrl: config.apiUrl }),
  };
}

/**
 * Makes the way to Slack with one token. Nothing is sent yet.
 *
 * @param token a bot token
 * @param config address
 * @param logger Bolt's view of our log
 * @param log our log
 * @returns the way to Slack
 */
export function openApi(token: string, config: SlackConfig, logger: Logger, log: Log): SlackApi {
  const client = new webApi.WebClient(token, clientOptions(config, logger));
  const brief = new webApi.WebClient(token, clientOptions(config, logger, BRIEF_CALL_MS));
  let trusted = true;

  async function trying(
    call: () => Promise<webApi.WebAPICallResult>,
    patienceMs: number,
    limitedMs: number,
  ): Promise<SlackResult> {
    try {
      const result = await patiently(call, patienceMs, undefined, limitedMs);
      trusted = true;
      return { ...result };
    } catch (error) {
      const failure = failureOf(error);
      if (isBadToken(failure) && trusted) {
        trusted = false;
        log.error({ code: failure.kind === 'refused' ? failure.code : '' }, REFUSED);
      }
      throw error;
    }
  }

  return {
    call: (method, args, patienceMs = REPLY_PATIENCE_MS) =>
      trying(() => client.apiCall(method, { ...args }), patienceMs, Math.max(patienceMs, LIMITED_MS)),
    ask: (method, args) =>
      trying(() => brief.apiCall(method, { ...args }), BRIEF_PATIENCE_MS, BRIEF_PATIENCE_MS),
    async respond(url, message) {
      // A payload says where to: nothing but Slack is called, whoever has made it.
      if (!isOfSlack(url, config.apiUrl)) throw new HttpFailure(403, 'not_slack', null);
      await patiently(() => postJson(url, message), RESPONSE_PATIENCE_MS);
    },
    trusted: () => trusted,
  };
}

const REFUSED =
  'Slack no longer takes the bot token: install the app again, set the new token (SLACK_BOT_TOKEN) and restart.';

/** A message for a `response_url` is JSON; what is wrong with it is told by status or in the body. */
async function postJson(url: string, message: Readonly<Record<string, unknown>>): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(message),
    // Slack leads nowhere else from there.
    redirect: 'manual',
    signal: AbortSignal.timeout(CALL_MS),
  });
  const refusal = refusalIn(await response.text());
  if (response.ok && refusal === null) return;
  const wait = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  throw new HttpFailure(response.status, refusal ?? '', Number.isNaN(wait) ? null : wait);
}

/** `{"ok":false,"error":"used_url"}`, or the bare code, as Slack sends both. `ok` and nothing are a yes. */
function refusalIn(body: string): string | null {
  const text = body.trim();
  if (!text.startsWith('{')) return /^(?!ok$)[a-z]+(?:_[a-z]+)+$/.test(text) ? text : null;
  try {
    const { ok, error } = JSON.parse(text) as { ok?: unknown; error?: unknown };
    return ok === false ? String(error ?? 'unknown_error') : null;
  } catch {
    return null;
  }
}
