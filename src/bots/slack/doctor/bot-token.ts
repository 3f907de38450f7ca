import { z } from 'zod';
import { type Finding, missing, notChecked, ok } from '../../doctor.ts';
import { oneLine } from '../../text.ts';
import { SCOPES } from '../workspace/scopes.ts';
import type { Call, Outcome } from './calls.ts';

const text = z.string().nullish().catch(null);
/** https://docs.slack.dev/reference/methods/auth.test; the scopes come from a header of the answer. */
const Me = z.object({
  team: text,
  user: text,
  bot_id: text,
  response_metadata: z
    .object({ scopes: z.array(z.string()).nullish().catch(null) })
    .nullish()
    .catch(null),
});
/** https://docs.slack.dev/reference/methods/bots.info */
const Bot = z.object({ bot: z.object({ app_id: z.string().min(1) }) });

const NAME = 'Bot token';
/** Longest name of a workspace or a bot that is shown, in UTF-16 code units. */
const MOST = 60;

/**
 * @param outcome of `auth.test`, where Slack answered
 * @returns whether Slack takes the bot token, and whose it is
 */
export function botTokenFinding(outcome: Exclude<Outcome, { kind: 'away' }>): Finding {
  if (outcome.kind === 'refused') return missing(NAME, refusal(outcome.code));
  const { team, user, bot_id } = Me.parse(outcome.result);
  if (!bot_id) {
    return missing(
      NAME,
      'SLACK_BOT_TOKEN belongs to no bot: copy the "Bot User OAuth Token" from "OAuth & Permissions" of your app.',
    );
  }
  return ok(NAME, `accepted: ${oneLine(user || 'a bot', MOST)} in ${oneLine(team || 'a workspace', MOST)}`);
}

/** https://docs.slack.dev/reference/methods/auth.test#errors */
function refusal(code: string): string {
  switch (code) {
    case 'account_inactive':
    case 'token_revoked':
    case 'user_removed_from_team':
      return `The app was removed from the workspace (${code}): install it again in "Install App", and copy the new "Bot User OAuth Token" into SLACK_BOT_TOKEN.`;
    case 'token_expired':
      return 'SLACK_BOT_TOKEN has expired, as the app has token rotation: make a new app from slack-manifest.json, which has none.';
    case 'not_allowed_token_type':
      return 'SLACK_BOT_TOKEN is of another kind: copy the "Bot User OAuth Token", which begins with xoxb-, from "OAuth & Permissions" of your app.';
    case 'team_disabled':
    case 'enterprise_is_restricted':
      return `The workspace of SLACK_BOT_TOKEN is closed to it (${code}): ask its administrators, or install the app in another.`;
    default:
      return `Slack refused SLACK_BOT_TOKEN (${code}): copy the "Bot User OAuth Token" from "OAuth & Permissions" of your app, and install the app again if there is none.`;
  }
}

/**
 * Asks which app the bot token is of.
 *
 * @param call the way to Slack
 * @param token the bot token
 * @param outcome of `auth.test`
 * @returns the app's id; `null` where Slack does not tell
 */
export async function appOf(call: Call, token: string, outcome: Outcome): Promise<string | null> {
  if (outcome.kind !== 'done') return null;
  const { bot_id, response_metadata } = Me.parse(outcome.result);
  if (!bot_id || response_metadata?.scopes?.includes('users:read') === false) return null;
  const told = await call(token, 'bots.info', { bot: bot_id });
  return told.kind === 'done' ? (Bot.safeParse(told.result).data?.bot.app_id ?? null) : null;
}

/** Without these nothing is answered at all; each of the others only takes a part away. */
const FIRST = ['chat:write', 'app_mentions:read', 'im:history', 'commands'];

/**
 * @param outcome of `auth.test`
 * @param inSettings scopes that the app's settings ask for; `null` where they are not known
 * @returns which scopes were granted, which are lacking, and which nobody needs
 */
export function grantedScopes(outcome: Outcome, inSettings: readonly string[] | null): readonly Finding[] {
  if (outcome.kind !== 'done') return [];
  const granted = Me.parse(outcome.result).response_metadata?.scopes ?? null;
  if (granted === null) {
    return [notChecked('Scopes', 'Slack did not say which scopes were granted: run this again in a minute.')];
  }
  return scopeFindings(granted, (scope) =>
    inSettings?.includes(scope)
      ? 'the app asks for it, so install the app again in "Install App"'
      : 'add it in "OAuth & Permissions", and install the app again',
  );
}

/**
 * @param granted scopes that there are
 * @param how to come by one that there is not, to stand after a colon
 * @returns a finding for each scope that is lacking, or one that none is; and one for those that nobody needs
 */
export function scopeFindings(
  granted: readonly string[],
  how: (scope: string) => string,
): readonly Finding[] {
  const scopes = Object.entries(SCOPES).sort(([a], [b]) => rank(a) - rank(b));
  const lacking = scopes.filter(([scope]) => !granted.includes(scope));
  // Slack adds this one by itself to every token (https://docs.slack.dev/reference/scopes/identify).
  const spare = granted.filter(
    (scope) => scope !== 'identify' && scope !== '' && !Object.hasOwn(SCOPES, scope),
  );
  return [
    ...(lacking.length === 0 ? [ok('Scopes', `all ${scopes.length} are granted`)] : []),
    ...lacking.map(([scope, why]) => missing(`Scope ${scope}`, `Needed ${why}: ${how(scope)}.`)),
    ...(spare.length === 0
      ? []
      : [ok('Scopes to spare', `granted and not needed: ${spare.map(named).join(', ')}`)]),
  ];
}

function rank(scope: string): number {
  const at = FIRST.indexOf(scope);
  return at < 0 ? FIRST.length : at;
}

function named(scope: string): string {
  return oneLine(scope, MOST);
}
