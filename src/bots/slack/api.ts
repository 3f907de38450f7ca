import { type Logger, webApi } from '@slack/bolt';
import type { SlackConfig } from '../../config.ts';
import type { Log } from '../../log.ts';
import { BotStartError } from '../bot.ts';
import { failureOf, HttpFailure, isBadToken } from './failure.ts';
import { patiently } from './patience.ts';

/** Who we are in Slack. */
export interface Self {
  /** Our user id: what a mention of us holds. */
  readonly user: string;
  readonly bot: string | null;
  /** The workspace's name, for the log. */
  readonly team: string;
}

/** Slack, as far as we call it. */
export interface SlackApi {
  /**
   * Calls a method of the Web API. What fails in passing is tried again for about ten seconds.
   *
   * @throws what Slack's client throws; {@link failureOf} reads it
   */
  call(method: string, args: Readonly<Record<string, unknown>>): Promise<void>;
  /** Posts to a `response_url`, with less patience. @throws {HttpFailure} when Slack does not take it */
  respond(url: string, message: Readonly<Record<string, unknown>>): Promise<void>;
  /** Asks Slack who we are. @throws {BotStartError} when it will not tell */
  identify(): Promise<Self>;
  /** Whether Slack still took our token when it was last asked. */
  trusted(): boolean;
}

/** No try of a reply begins later than this after the first: nobody waits longer for an answer. */
const REPLY_PATIENCE_MS = 10_000;
/** The same for a `response_url`: where that fails, the person can be answered by name. */
const RESPONSE_PATIENCE_MS = 4_000;
/** One call. A reply that took longer may have been posted, so it is not tried again. */
const CALL_MS = 15_000;
/** The same for the question who we are, while somebody waits for the bot to start. */
const START_PATIENCE_MS = 4_000;
const START_CALL_MS = 5_000;

/**
 * Scopes that we cannot do without: what `slack-manifest.json` asks for
 * (https://docs.slack.dev/reference/scopes).
 */
const SCOPES = ['app_mentions:read', 'chat:write', 'commands', 'im:history'];

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
 * Makes the way to Slack. Nothing is sent yet.
 *
 * @param config token and address
 * @param logger Bolt's view of our log
 * @param log our log
 * @returns the way to Slack
 */
export function openApi(config: SlackConfig, logger: Logger, log: Log): SlackApi {
  const client = new webApi.WebClient(config.botToken, clientOptions(config, logger));
  const atStart = new webApi.WebClient(config.botToken, clientOptions(config, logger, START_CALL_MS));
  let trusted = true;

  return {
    async call(method, args) {
      try {
        await patiently(() => client.apiCall(method, { ...args }), REPLY_PATIENCE_MS);
        trusted = true;
      } catch (error) {
        const failure = failureOf(error);
        if (isBadToken(failure) && trusted) {
          trusted = false;
          log.error(
            { code: failure.kind === 'refused' ? failure.code : '' },
            'Slack no longer takes SLACK_BOT_TOKEN: install the app again, set the new token and restart.',
          );
        }
        throw error;
      }
    },
    respond: (url, message) => patiently(() => postJson(url, message), RESPONSE_PATIENCE_MS),
    async identify() {
      try {
        const me = await patiently(() => atStart.auth.test(), START_PATIENCE_MS);
        warnOfMissingScopes(me.response_metadata?.scopes, log);
        return { user: me.user_id ?? '', bot: me.bot_id ?? null, team: me.team ?? '' };
      } catch (error) {
        throw startError(error, config);
      }
    },
    trusted: () => trusted,
  };
}

/**
 * A sentence for whoever starts the bot, from what a call with the bot token threw.
 *
 * @param error what was thrown
 * @param config where Slack is
 * @returns the error to end the start with
 */
function startError(error: unknown, config: SlackConfig): BotStartError {
  const failure = failureOf(error);
  if (failure.kind === 'refused' && !failure.code.startsWith('http_')) {
    return new BotStartError(
      'bad-token',
      `Slack refused SLACK_BOT_TOKEN (${failure.code}): copy the "Bot User OAuth Token" from "OAuth & Permissions" of your app, and install the app again if there is none.`,
      error,
    );
  }
  return unreachable(error, config);
}

/** As {@link startError}, where Slack did not answer. */
export function unreachable(error: unknown, config: SlackConfig): BotStartError {
  if (failureOf(error).kind === 'limited') {
    return new BotStartError('unreachable', 'Slack limits our calls: start again in a minute.', error);
  }
  const what =
    config.apiUrl === null
      ? 'Slack cannot be reached: check the network of this machine and https://slack-status.com, then start again.'
      : 'Slack cannot be reached at SLACK_API_URL: check the address, or remove the variable to use slack.com.';
  return new BotStartError('unreachable', what, error);
}

/** A message for a `response_url` is JSON; what is wrong with it is told by status or in the body. */
async function postJson(url: string, message: Readonly<Record<string, unknown>>): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(message),
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

function warnOfMissingScopes(scopes: readonly string[] | undefined, log: Log): void {
  const missing = SCOPES.filter((scope) => !(scopes ?? SCOPES).includes(scope));
  if (missing.length === 0) return;
  log.warn(
    { missing },
    'The Slack app lacks scopes: update it from slack-manifest.json and install it again.',
  );
}
