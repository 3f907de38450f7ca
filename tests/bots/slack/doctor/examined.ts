import { afterEach } from 'vitest';
import shipped from '../../../../slack-manifest.json' with { type: 'json' };
import type { Finding } from '../../../../src/bots/doctor.ts';
import { SCOPES } from '../../../../src/bots/slack/workspace/scopes.ts';
import { run } from '../../../../src/cli.ts';
import { ioWith } from '../../../support/io.ts';
import { openSlack, type SlackServer, TOKENS } from '../../../support/slack-server/server.ts';

export type Env = Readonly<Record<string, string>>;

export const SECRET = 'signing-secret-of-the-app';
export const KEY = 'a key that nobody can guess';
/** Hosts of its one article with an address: bayradio.example, or so. */
const LIBRARY = { NUTGRAF_DATA: 'tests/fixtures/library' };

const open: SlackServer[] = [];
afterEach(async () => {
  for (const slack of open.splice(0)) await slack.close();
});

/** Opens Slack with a bot token that has every scope, of the app A1. */
export async function slackWith(scopes: readonly string[] = Object.keys(SCOPES)): Promise<SlackServer> {
  const slack = await openSlack();
  slack.workspaces.set(TOKENS.bot, { team: 'T1', name: 'Newsroom', scopes });
  open.push(slack);
  return slack;
}

/** Says that the bot is of an app. */
export function botOf(slack: SlackServer, app: string): void {
  slack.plan('bots.info', { body: { ok: true, bot: { id: 'BBOT', app_id: app } } });
}

/** Variables of Socket Mode. */
export function socketEnv(slack: SlackServer): Env {
  return {
    ...LIBRARY,
    SLACK_BOT_TOKEN: TOKENS.bot,
    SLACK_APP_TOKEN: TOKENS.app,
    SLACK_API_URL: slack.apiUrl,
  };
}

/** Variables of HTTP with one token. */
export function httpEnv(slack: SlackServer): Env {
  return {
    ...LIBRARY,
    SLACK_BOT_TOKEN: TOKENS.bot,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: slack.apiUrl,
  };
}

/** What a doctor's command came to. */
export interface Examined {
  readonly code: number;
  readonly findings: readonly Finding[];
  /** The finding of a name, or of the first that begins with it. */
  of(name: string): Finding | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `nutgraf doctor slack`, and reads what it says as JSON. */
export async function examined(env: Env, ...args: readonly string[]): Promise<Examined> {
  const { io, written } = ioWith('', env);
  const code = await run(['doctor', 'slack', '--json', ...args], io);
  const findings =
    written.stdout === '' ? [] : (JSON.parse(written.stdout) as { findings: Finding[] }).findings;
  for (const value of [
    env.SLACK_BOT_TOKEN,
    env.SLACK_APP_TOKEN,
    env.SLACK_CONFIG_TOKEN,
    env.SLACK_SIGNING_SECRET,
    env.SLACK_CLIENT_SECRET,
  ]) {
    if (value !== undefined && (written.stdout + written.stderr).includes(value))
      throw new Error('a secret was printed');
  }
  const of = (name: string) => findings.find((finding) => finding.name.startsWith(name));
  return { code, findings, of, ...written };
}

/** A manifest as it ships, with parts of it changed; a part that is `undefined` is left out. */
export function manifestWith(
  change: { readonly features?: object; readonly settings?: object; readonly oauth?: object } = {},
) {
  return {
    ...shipped,
    features: { ...shipped.features, ...change.features },
    settings: { ...shipped.settings, ...change.settings },
    oauth_config: { ...shipped.oauth_config, ...change.oauth },
  };
}
