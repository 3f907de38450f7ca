import { failureOf } from '../../calls/failure.ts';
import type { Installation } from './installation.ts';
import type { Page } from './page.ts';

/** How an installation failed: what its page says, and what the log does. */
export interface Refusal {
  readonly page: Page;
  readonly level: 'warn' | 'error';
  /** One sentence for the log; of what came in the request it holds nothing. */
  readonly line: string;
}

/** Slack's words for a code that is wrong, old or used (https://docs.slack.dev/reference/methods/oauth.v2.access). */
const BAD_CODES = new Set(['code_already_used', 'code_expired', 'invalid_code', 'invalid_grant_type']);
/** Relative, so that it holds behind a proxy that puts a path in front. */
const AGAIN = { to: 'install', text: 'Start again' };

/**
 * @param installation what was stored
 * @returns the page that says so
 */
export function installedPage({ team, enterprise, orgWide, appId }: Installation): Page {
  const where = (orgWide ? enterprise : team)?.name ?? (orgWide ? 'your organisation' : 'your workspace');
  const opens =
    appId === null || orgWide || team === null ? '' : `/app_redirect?app=${appId}&team=${team.id}`;
  return {
    status: 200,
    title: 'Nutgraf is installed',
    text: `It answers in ${where} now. Write to it directly, or invite it to a channel and mention it with a question.`,
    link: { to: `https://slack.com${opens}`, text: 'Open Slack' },
  };
}

/**
 * @param error what Slack's library, the store or we threw on the way
 * @returns how the installation failed
 */
export function refusalOf(error: { readonly code?: unknown; readonly message?: string }): Refusal {
  const code = String(error.code ?? '');
  switch (code) {
    case 'slack_oauth_installer_authorization_error':
      return refused('warn', 'somebody decided not to install the app', 403, CANCELLED);
    case 'slack_oauth_missing_code':
      return refused('warn', 'Slack sent somebody back without a code', 400, NO_CODE);
    case 'slack_oauth_missing_state':
    case 'slack_oauth_invalid_state':
    case 'bad-state':
      return refused(
        'warn',
        'an installation was not begun here, not in this browser, or too long ago',
        400,
        STATE,
      );
    case 'token-rotation':
    case 'no-bot':
      return refused('error', error.message ?? code, 500, APP);
    default:
      return code.startsWith('slack_webapi_') ? ofCall(error) : refused('error', OURS_LINE, 500, OURS);
  }
}

const CANCELLED = 'You, or Slack, did not agree to the installation. Nothing was kept.';
const NO_CODE = 'Slack did not send what is needed to finish. Nothing was kept.';
const STATE =
  'This page was not opened by an installation that began in this browser in the last ten minutes. Nothing was kept.';
const CODE = 'Slack no longer takes the code of this installation. Nothing was kept.';
const APP = "The app's settings in Slack are not right. Nothing was kept. Please tell whoever runs Nutgraf.";
const AWAY = 'Slack did not answer. Nothing was kept. Please try again in a minute.';
const OURS = 'Something went wrong on our side. Please tell whoever runs Nutgraf.';
const OURS_LINE = 'An installation could not be stored: look at the error, and install the app again.';

function ofCall(error: unknown): Refusal {
  const failure = failureOf(error);
  if (failure.kind !== 'refused')
    return refused('error', 'Slack did not answer during an installation', 502, AWAY);
  if (BAD_CODES.has(failure.code))
    return refused('warn', `Slack did not take a code (${failure.code})`, 400, CODE);
  const line = `Slack refused an installation (${failure.code}): check SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and the redirect URL of the app.`;
  return refused('error', line, 500, APP);
}

function refused(level: Refusal['level'], line: string, status: number, text: string): Refusal {
  return { level, line, page: { status, title: 'Nutgraf was not installed', text, link: AGAIN } };
}
