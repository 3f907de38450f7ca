import { z } from 'zod';
import { type Finding, missing, notChecked, ok } from '../../doctor.ts';
import type { Outcome } from './calls.ts';

const NAME = 'Socket Mode';
const GENERATE = 'generate one in "Basic Information", "App-Level Tokens", with the scope connections:write';
const OFF = 'Socket Mode is off: turn it on in "Socket Mode" of the app\'s settings.';

/** Slack gives an address all the same where Socket Mode is off, and says so beside it. */
const Warned = z.object({ response_metadata: z.object({ messages: z.array(z.string()) }) });

/**
 * @param outcome of `apps.connections.open`
 * @param turnedOn what the app's settings say; `null` where they are not known
 * @returns whether a connection can be opened
 */
export function socketFinding(outcome: Outcome, turnedOn: boolean | null): Finding {
  switch (outcome.kind) {
    case 'away':
      return notChecked(NAME, outcome.sentence);
    case 'refused':
      return missing(NAME, refusal(outcome.code));
    case 'done': {
      const messages = Warned.safeParse(outcome.result).data?.response_metadata.messages ?? [];
      const warned = messages.some((message) => /socket mode is not turned on/i.test(message));
      // The warning has been seen with Socket Mode on: the settings know better.
      return turnedOn === false || (warned && turnedOn === null)
        ? missing(NAME, OFF)
        : ok(NAME, 'on, and the app-level token is accepted');
    }
  }
}

/**
 * https://docs.slack.dev/reference/methods/apps.connections.open#errors, and `socket_mode_not_enabled`, which
 * stands at https://docs.slack.dev/reference/methods/apps.manifest.create#errors.
 */
function refusal(code: string): string {
  switch (code) {
    case 'not_allowed_token_type':
      return `SLACK_APP_TOKEN is of another kind than app-level tokens: ${GENERATE}.`;
    case 'missing_scope':
    case 'no_permission':
      return `SLACK_APP_TOKEN lacks the scope connections:write: ${GENERATE}.`;
    case 'socket_mode_not_enabled':
    case 'socket_mode_disabled':
    case 'link_disabled':
      return OFF;
    case 'account_inactive':
    case 'app_disabled':
    case 'app_not_found':
    case 'invalid_app':
    case 'invalid_app_id':
      return `The app is disabled or was deleted (${code}): open it on https://api.slack.com/apps and enable it, or make it again from slack-manifest.json.`;
    case 'forbidden_team':
    case 'team_disabled':
    case 'enterprise_is_restricted':
      return `The workspace of the app may not use Socket Mode (${code}): ask its administrators, or let Slack call you by HTTP, as docs/slack.md says.`;
    default:
      return `Slack refused SLACK_APP_TOKEN (${code}), which was revoked or is not whole: ${GENERATE}.`;
  }
}

/** App-level tokens name their app: `xapp-1-A0123-…`. */
const OF_APP = /^xapp-\d+-([A-Z0-9]+)-/;

/**
 * @param appToken the app-level token
 * @returns the id of its app, which is a part of it and so not to be shown; `null` where it does not say
 */
export function appOfToken(appToken: string): string | null {
  return OF_APP.exec(appToken)?.[1] ?? null;
}

/**
 * @param ofAppToken the app of the app-level token
 * @param ofBotToken the app of the bot token
 * @returns whether both tokens are of one app: events would come for one bot, and another would answer
 */
export function sameAppFinding(ofAppToken: string | null, ofBotToken: string | null): Finding {
  const name = 'One app';
  if (ofAppToken === null || ofBotToken === null) {
    return notChecked(
      name,
      'Slack does not say whether both tokens are of the same app: see that both were copied from the settings of one.',
    );
  }
  return ofAppToken === ofBotToken
    ? ok(name, 'both tokens are of the same app')
    : missing(
        name,
        `SLACK_APP_TOKEN is of another app than SLACK_BOT_TOKEN: in the settings of the app that the bot token is of, ${GENERATE}.`,
      );
}
