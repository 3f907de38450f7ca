import { type Finding, missing, notChecked, ok } from '../../doctor.ts';
import type { Outcome } from './calls.ts';

const NAME = 'Client';
/** No code of Slack's looks like this: what Slack says to it tells whether it knows the client. */
export const IMPOSSIBLE_CODE = 'nutgraf-doctor';

/**
 * Slack looks at the client first, and at the code last.
 *
 * @param outcome of `oauth.v2.access` with a code that cannot be, where Slack answered
 * @returns whether client id and client secret are those of an app
 */
export function clientFinding(outcome: Exclude<Outcome, { kind: 'away' }>): Finding {
  // https://docs.slack.dev/reference/methods/oauth.v2.access#errors
  switch (outcome.kind === 'done' ? 'invalid_code' : outcome.code) {
    case 'invalid_code':
    case 'code_expired':
    case 'code_already_used':
      return ok(NAME, 'id and secret are accepted');
    case 'invalid_client_id':
    case 'invalid_client':
      return missing(
        NAME,
        'Slack knows no app with SLACK_CLIENT_ID: copy the "Client ID" from "Basic Information" again.',
      );
    case 'bad_client_secret':
      return missing(
        NAME,
        'SLACK_CLIENT_SECRET is not the one of SLACK_CLIENT_ID: copy the "Client Secret" from "Basic Information" again.',
      );
    default:
      return notChecked(
        NAME,
        `Slack does not say whether it knows the client (${outcome.kind === 'refused' ? outcome.code : ''}): try an installation at /slack/install.`,
      );
  }
}
