import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ConfigError } from './config/config-error.ts';
import { type DiscordConfig, discordConfig, discordVariables } from './config/discord.ts';
import { environmentFile } from './config/environment-file.ts';
import { type LedgerConfig, ledgerConfig, ledgerVariables } from './config/ledger.ts';
import { misfits } from './config/misfits.ts';
import { type SearchConfig, searchConfig, searchMisfits, searchVariables } from './config/opensearch.ts';
import { type RunningConfig, runningConfig, runningVariables } from './config/running.ts';
import { slackTokens } from './config/slack-tokens.ts';
import { type HttpConfig, httpConfig, type WebConfig, webConfig, webVariables } from './config/web.ts';
import type { LogLevel } from './log.ts';

export { ConfigError } from './config/config-error.ts';
export type { DiscordConfig } from './config/discord.ts';
export type { HttpConfig, WebConfig } from './config/web.ts';

/** Variables by name, as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What every command needs. */
export interface GeneralConfig {
  /** Folder of the library. */
  readonly data: string;
  /** `null` when it is not stated. */
  readonly logLevel: LogLevel | null;
  /**
   * Whether bold and faint may be used: `never` where `NO_COLOR` is set (https://no-color.org), `always`
   * where `FORCE_COLOR` is, otherwise where a person reads.
   */
  readonly color: 'auto' | 'always' | 'never';
  /** The network that meaning is taken from beside the table that ships; `null` for none. */
  readonly semantic: 'minilm' | null;
  /**
   * Folder of what can be computed again. Not in the library, which is watched, copied and may be read-only; not
   * in `node_modules`, which `npm ci` takes away.
   */
  readonly cache: string;
  readonly search: SearchConfig;
}

/** Everything that the environment decides. `null`: not set, so that part is off. */
export interface Config extends GeneralConfig {
  readonly slack: SlackConfig | null;
  /** Reads the settings of the Slack app, for `doctor` alone: it expires after 12 hours. */
  readonly slackConfigToken: string | null;
  readonly discord: DiscordConfig | null;
  readonly ledger: LedgerConfig;
  readonly http: HttpConfig;
  readonly web: WebConfig | null;
  readonly running: RunningConfig;
  /** Folder of what the page is made of besides its HTML. */
  readonly assets: string;
}

export interface SlackConfig {
  /** `null` exactly when `oauth` is set: then every workspace has a token of its own. */
  readonly botToken: string | null;
  /** With what workspaces install the app; `null` for the one workspace of `botToken`. */
  readonly oauth: { readonly clientId: string; readonly clientSecret: string } | null;
  readonly mode:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string };
  /** Ends in a slash; `null` for Slack's own. */
  readonly apiUrl: string | null;
}

/** What the page is made of besides its HTML, as the build leaves it. */
const ASSETS = fileURLToPath(new URL('../dist/web/', import.meta.url));
/** The library that ships: beside `src/` and `dist/` alike. */
const SHIPPED_DATA = fileURLToPath(new URL('../data/', import.meta.url));

const text = z.string().trim();
const url = z.url({ protocol: /^https?$/ });
const General = z.object({
  NUTGRAF_DATA: text.default(SHIPPED_DATA),
  ...searchVariables,
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'one of debug, info, warn, error, silent' })
    .optional(),
  SEMANTIC: z.literal('minilm', { error: 'minilm, or left empty' }).optional(),
  NUTGRAF_CACHE: text.optional(),
  XDG_CACHE_HOME: text.optional(),
  NO_COLOR: text.optional(),
  FORCE_COLOR: text.optional(),
});
const Full = General.extend({
  ...ledgerVariables,
  ...webVariables,
  ...runningVariables,
  ...slackTokens,
  SLACK_SIGNING_SECRET: text
    .regex(/^\S+$/, 'the signing secret from "Basic Information", without spaces')
    .optional(),
  SLACK_CLIENT_ID: text.regex(/^\S+$/, 'the client id from "Basic Information", without spaces').optional(),
  SLACK_CLIENT_SECRET: text
    .regex(/^\S+$/, 'the client secret from "Basic Information", without spaces')
    .optional(),
  SLACK_API_URL: url.optional(),
  ...discordVariables,
});
type Known = z.infer<typeof Full>;

/**
 * Reads the configuration of bots.
 *
 * @param env variables by name; an empty one counts as not set, as in a copied `.env.example`
 * @returns the configuration
 * @throws {ConfigError} which names every mistake at once
 */
export function readConfig(env: Environment): Config {
  const known = checked(Full, env, [...misfits(stated(env)), ...searchMisfits(stated(env))]);
  const slack = slackConfig(known);
  return {
    ...generalConfig(known),
    slack,
    slackConfigToken: known.SLACK_CONFIG_TOKEN ?? null,
    discord: discordConfig(known),
    ledger: ledgerConfig(known),
    http: httpConfig(known, slack?.mode.kind === 'http'),
    web: webConfig(known),
    running: runningConfig(known),
    assets: ASSETS,
  };
}

/**
 * Reads only what every command needs, so that a mistake in a token does not keep anyone from asking in
 * the terminal.
 *
 * @param env variables by name
 * @returns the configuration
 * @throws {ConfigError} which names every mistake at once
 */
export function readGeneralConfig(env: Environment): GeneralConfig {
  return generalConfig(checked(General, env, searchMisfits(stated(env))));
}

/**
 * The process's own environment over `.env` in the current folder, where there is one. Nothing else reads
 * the environment.
 *
 * @throws {ConfigError} where there is one that cannot be read
 */
export function loadEnvironment(): Environment {
  return { ...environmentFile(), ...process.env };
}

function stated(env: Environment): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
}

function checked<T>(schema: z.ZodType<T>, env: Environment, more: readonly string[]): T {
  const parsed = schema.safeParse(stated(env));
  const mistakes = [...(parsed.success ? [] : parsed.error.issues.map(mistakeOf)), ...more];
  if (!parsed.success || mistakes.length > 0) throw new ConfigError(mistakes);
  return parsed.data;
}

function generalConfig(known: z.infer<typeof General>): GeneralConfig {
  const forced = (known.FORCE_COLOR ?? '0') !== '0';
  const color = known.NO_COLOR !== undefined ? 'never' : forced ? 'always' : 'auto';
  return {
    data: known.NUTGRAF_DATA,
    logLevel: known.LOG_LEVEL ?? null,
    color,
    semantic: known.SEMANTIC ?? null,
    cache: known.NUTGRAF_CACHE ?? join(cacheHome(known.XDG_CACHE_HOME), 'nutgraf'),
    search: searchConfig(known),
  };
}

/** A relative path counts as not set (https://specifications.freedesktop.org/basedir). */
function cacheHome(stated: string | undefined): string {
  return stated !== undefined && isAbsolute(stated) ? stated : join(homedir(), '.cache');
}

function slackConfig(known: Known): SlackConfig | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = known;
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = known;
  const apiUrl =
    known.SLACK_API_URL === undefined ? null : `${known.SLACK_API_URL.replace(/(?<!\/)\/+$/, '')}/`;
  if (botToken !== undefined && appToken !== undefined) {
    return { botToken, oauth: null, apiUrl, mode: { kind: 'socket', appToken } };
  }
  if (signingSecret === undefined) return null;
  const mode = { kind: 'http', signingSecret } as const;
  if (clientId !== undefined && clientSecret !== undefined) {
    return { botToken: null, oauth: { clientId, clientSecret }, apiUrl, mode };
  }
  return botToken === undefined ? null : { botToken, oauth: null, apiUrl, mode };
}

/** Says what a variable should look like, and never repeats its value: it may be a secret. */
function mistakeOf(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0]);
  const shape = name.endsWith('_API_URL') ? 'an address that begins with http:// or https://' : issue.message;
  return `${name} should be ${shape}.`;
}

/** Every variable that is read. */
export const ENVIRONMENT_VARIABLES: readonly string[] = Object.keys(Full.shape);
