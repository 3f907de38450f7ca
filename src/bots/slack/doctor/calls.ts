import { webApi } from '@slack/bolt';
import type { SlackConfig } from '../../../config.ts';
import { openLog } from '../../../log.ts';
import { clientOptions, type SlackResult } from '../calls/api.ts';
import { failureOf } from '../calls/failure.ts';
import { boltLog } from '../intake/bolt-log.ts';

/** What came of a call. */
export type Outcome =
  | { readonly kind: 'done'; readonly result: SlackResult }
  /** `code` is Slack's own word for why. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Slack did not say; the sentence says what to do about that. */
  | { readonly kind: 'away'; readonly sentence: string };

/** A call with a token, or without one. */
export type Call = (
  token: string | null,
  method: string,
  args?: Readonly<Record<string, unknown>>,
) => Promise<Outcome>;

/** One call. Whoever has asked for the check is waiting. */
const CALL_MS = 5_000;

/**
 * @param slack where Slack is
 * @returns a way to call it once, without a second try: whoever reads the outcome can run the check again
 */
export function openCalls(slack: SlackConfig): Call {
  const logger = boltLog(openLog('silent'));
  return async (token, method, args = {}) => {
    const client = new webApi.WebClient(token ?? undefined, clientOptions(slack, logger, CALL_MS));
    try {
      return { kind: 'done', result: { ...(await client.apiCall(method, { ...args })) } };
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'refused' && !failure.code.startsWith('http_')) {
        return { kind: 'refused', code: failure.code };
      }
      return { kind: 'away', sentence: sentenceFor(error, failure.kind, slack) };
    }
  };
}

const LIMITED = 'Slack limits our calls: run this again in a minute.';
const NOT_WELL = 'Slack is not well, as https://slack-status.com may tell: run this again in a few minutes.';
const SLOW = `Slack did not answer within ${CALL_MS / 1000} seconds: check the network of this machine and https://slack-status.com, then run this again.`;
const NOT_REACHED =
  'Slack cannot be reached: check the network of this machine and https://slack-status.com, then run this again.';
const NOT_SLACK =
  'What answers in place of Slack is not Slack, but perhaps the page of a proxy: check the proxy of this machine.';
const NOT_REACHED_THERE =
  'Slack cannot be reached at SLACK_API_URL: check the address, or remove the variable to use slack.com.';
const NOT_SLACK_THERE =
  'What answers at SLACK_API_URL is not Slack: check the address, or remove the variable to use slack.com.';

function sentenceFor(error: unknown, kind: ReturnType<typeof failureOf>['kind'], slack: SlackConfig): string {
  if (kind === 'limited') return LIMITED;
  if (kind === 'timeout') return SLOW;
  const { code, data, statusCode, message = '' } = error as Thrown;
  const own = slack.apiUrl === null;
  switch (code) {
    case 'slack_webapi_request_error':
      return own ? NOT_REACHED : NOT_REACHED_THERE;
    // Slack's Web API answers with 200, 429, or, when it is not well, with 5xx.
    case 'slack_webapi_http_error':
      return (statusCode ?? 500) >= 500 ? NOT_WELL : own ? NOT_SLACK : NOT_SLACK_THERE;
    // A body that is no JSON comes to us as the error that it says.
    case 'slack_webapi_platform_error':
      return /^[a-z0-9_]+$/.test(String(data?.error)) ? NOT_WELL : own ? NOT_SLACK : NOT_SLACK_THERE;
    // A 429 that does not say for how long comes as a plain error.
    default:
      return /retry-after/i.test(message) ? LIMITED : NOT_WELL;
  }
}

interface Thrown {
  readonly code?: string;
  readonly data?: { readonly error?: unknown };
  readonly statusCode?: number;
  readonly message?: string;
}
