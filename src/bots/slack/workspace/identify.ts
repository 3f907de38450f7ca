import { type Logger, webApi } from '@slack/bolt';
import type { SlackConfig } from '../../../config.ts';
import type { Log } from '../../../log.ts';
import { BotStartError } from '../../bot.ts';
import { clientOptions } from '../calls/api.ts';
import { failureOf } from '../calls/failure.ts';
import { patiently } from '../calls/patience.ts';
import { SCOPES } from './scopes.ts';

/** Who we are in Slack. */
export interface Self {
  /** Our user id: what a mention of us holds. */
  readonly user: string;
  readonly bot: string | null;
}

/** Who we are in the one workspace whose token we were started with. */
export interface Identity extends Self {
  /** The workspace's name, for the log. */
  readonly team: string;
}

/** Scopes that we cannot do without; each of the others only takes a part away (`scopes.ts`). */
const NEEDED = ['app_mentions:read', 'chat:write', 'commands', 'im:history'];

/** No try begins later than this after the first, while somebody waits for the bot to start. */
const PATIENCE_MS = 4_000;
/** One call. */
const CALL_MS = 5_000;

/**
 * Asks Slack who we are.
 *
 * @param token the bot token
 * @param config address
 * @param logger Bolt's view of our log
 * @param log where missing scopes are told
 * @returns who we are
 * @throws {BotStartError} when Slack will not tell
 */
export async function identify(
  token: string,
  config: SlackConfig,
  logger: Logger,
  log: Log,
): Promise<Identity> {
  const client = new webApi.WebClient(token, clientOptions(config, logger, CALL_MS));
  try {
    const me = await patiently(() => client.auth.test(), PATIENCE_MS);
    warnOfMissingScopes(me.response_metadata?.scopes, log);
    return { user: me.user_id ?? '', bot: me.bot_id ?? null, team: me.team ?? '' };
  } catch (error) {
    throw startError(error, config);
  }
}

/** A sentence for whoever starts the bot, from what a call with the bot token threw. */
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

/**
 * A sentence for whoever starts the bot, where Slack did not answer.
 *
 * @param error what was thrown
 * @param config where Slack is
 * @returns the error to end the start with
 */
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

/** Without some scopes nothing works, without others only a part. */
function warnOfMissingScopes(scopes: readonly string[] | undefined, log: Log): void {
  if (scopes === undefined) return;
  const lacks = (wanted: readonly string[]) => wanted.filter((scope) => !scopes.includes(scope));
  const [missing, partly] = [lacks(NEEDED), lacks(Object.keys(SCOPES))];
  const how = 'update it from slack-manifest.json and install it again';
  if (missing.length > 0) log.warn({ missing }, `The Slack app lacks scopes: ${how}.`);
  else if (partly.length > 0) {
    log.info({ missing: partly }, `The Slack app lacks scopes that some features need: ${how}.`);
  }
}
