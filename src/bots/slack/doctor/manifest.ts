import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Call } from './calls.ts';

/** A part that is of another form than we know counts as not there: the others can still be compared. */
const text = z.string().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const texts = z.array(z.string()).catch([]);
const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).optional().catch(undefined);

/** https://docs.slack.dev/reference/app-manifest, as far as we look. */
const Manifest = z.object({
  features: part({
    app_home: part({
      home_tab_enabled: flag,
      messages_tab_enabled: flag,
      messages_tab_read_only_enabled: flag,
    }),
    slash_commands: z.array(z.object({ command: text, url: text })).catch([]),
    shortcuts: z.array(z.object({ name: text, type: text, callback_id: text })).catch([]),
    agent_view: part({}),
    unfurl_domains: texts,
  }),
  oauth_config: part({ redirect_urls: texts, scopes: part({ bot: texts }) }),
  settings: part({
    event_subscriptions: part({ request_url: text, bot_events: texts }),
    interactivity: part({ is_enabled: flag, request_url: text }),
    org_deploy_enabled: flag,
    socket_mode_enabled: flag,
    token_rotation_enabled: flag,
  }),
});

/** The settings of a Slack app. */
export type Manifest = Readonly<z.infer<typeof Manifest>>;

/** The app's own manifest, or why it could not be read, in a sentence that says what to do. */
export type Reading =
  | { readonly kind: 'read'; readonly manifest: Manifest }
  | { readonly kind: 'unread'; readonly sentence: string };

const FILE = 'slack-manifest.json';

/**
 * Reads the manifest that ships: beside `dist/`, or beside `src/` where the code is run unbuilt.
 *
 * @returns the manifest
 * @throws {Error} when it is not there: the installation is not whole
 */
export function shippedManifest(): Manifest {
  const first = dirname(fileURLToPath(import.meta.url));
  for (let folder = first; ; folder = dirname(folder)) {
    const file = join(folder, FILE);
    if (existsSync(file)) return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (folder === dirname(folder)) {
      throw new Error(`${FILE} is missing: install Nutgraf again, or restore that file.`);
    }
  }
}

const WHERE = '"Your App Configuration Tokens" on https://api.slack.com/apps';
const NO_TOKEN = `To have events, commands, shortcuts, tabs and addresses checked, set SLACK_CONFIG_TOKEN to a token from ${WHERE} (it lives for 12 hours), and run this again.`;
const NO_APP =
  'To have events, commands, shortcuts, tabs and addresses checked, run this with --app and the "App ID" from "Basic Information".';

/**
 * Asks Slack for the settings of our app.
 *
 * @param call the way to Slack
 * @param token an app configuration token; `null` for none
 * @param app the app's id; `null` where nobody knows it
 * @returns the settings, or why they cannot be read
 */
export async function readManifest(call: Call, token: string | null, app: string | null): Promise<Reading> {
  if (token === null) return unread(NO_TOKEN);
  if (app === null) return unread(NO_APP);
  const outcome = await call(token, 'apps.manifest.export', { app_id: app });
  switch (outcome.kind) {
    case 'away':
      return unread(outcome.sentence);
    case 'refused':
      return unread(refusal(outcome.code));
    case 'done': {
      const { data } = Manifest.safeParse(outcome.result.manifest);
      return data === undefined
        ? unread("Slack sent the app's settings in a form that is not known: compare them by hand.")
        : { kind: 'read', manifest: data };
    }
  }
}

/** https://docs.slack.dev/reference/methods/apps.manifest.export#errors */
const NOT_THIS_APP =
  /^(?:access_denied|app_not_(?:eligible|found|owned_by_manager_app)|failed_export|invalid_app(?:_id)?|no_permission)$/;

function refusal(code: string): string {
  return NOT_THIS_APP.test(code)
    ? `SLACK_CONFIG_TOKEN may not read the settings of this app (${code}): generate it in ${WHERE} as somebody who owns the app, for the workspace that it was made in.`
    : `Slack does not take SLACK_CONFIG_TOKEN (${code}), which lives for 12 hours: generate another in ${WHERE}.`;
}

function unread(sentence: string): Reading {
  return { kind: 'unread', sentence };
}
