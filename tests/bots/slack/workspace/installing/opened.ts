import { App } from '@slack/bolt';
import { boltLog } from '../../../../../src/bots/slack/intake/bolt-log.ts';
import { httpIntake } from '../../../../../src/bots/slack/intake/http.ts';
import { heedInstallations } from '../../../../../src/bots/slack/workspace/installing/heed-installations.ts';
import {
  type Installations,
  openInstallations,
} from '../../../../../src/bots/slack/workspace/installing/installations.ts';
import { installPages } from '../../../../../src/bots/slack/workspace/installing/pages.ts';
import { openFront } from '../../../../../src/http/front.ts';
import type { InstallationStore } from '../../../../../src/ledger/ledger.ts';
import { type Line, rememberingLog } from '../../../../support/remembering-log.ts';
import { signed } from '../../../../support/slack-server/server.ts';
import type { SlackSide } from './slack-side.ts';

export const SECRET = 'signing-secret';
export const OAUTH = { clientId: '1.2', clientSecret: 'client-secret' };

/** One process that workspaces install, with the real Bolt. */
export interface Opened {
  readonly origin: string;
  readonly lines: readonly Line[];
  readonly installations: Installations;
  /** Begins an installation; the state and the cookie as a browser gets them. */
  begin(): Promise<{ readonly consent: URL; readonly state: string; readonly cookie: string }>;
  /** Comes back from Slack. */
  comeBack(query: Readonly<Record<string, string>>, cookie?: string): Promise<Response>;
  /** Begins, agrees, and comes back with a code. */
  install(code: string): Promise<Response>;
  /** Sends a message that a listener answers with the token it was given. @returns the status */
  say(place: Readonly<Record<string, unknown>>): Promise<number>;
  /** Sends an event. @returns the status */
  event(event: Readonly<Record<string, unknown>>, more?: Readonly<Record<string, unknown>>): Promise<number>;
  /** Sends a form, as commands and buttons come. @returns the status */
  form(fields: Readonly<Record<string, string>>): Promise<number>;
  stop(): Promise<void>;
}

/** A store that keeps texts as they are: that tokens are sealed is the ledger's business (`at-rest.test.ts`). */
export function plainStore(): InstallationStore {
  const kept = new Map<string, string>();
  return {
    get: async (workspace) => kept.get(workspace) ?? null,
    async set(workspace, installation) {
      kept.set(workspace, installation);
    },
    async remove(workspace) {
      kept.delete(workspace);
    },
  };
}

export async function openProcess(store: InstallationStore, slack: SlackSide): Promise<Opened> {
  const { log, lines } = rememberingLog();
  const logger = boltLog(log);
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const installations = openInstallations(store, log);
  const front = openFront({ host: '127.0.0.1', ports: [0], log });
  const intake = httpIntake({
    signingSecret: SECRET,
    front,
    pages: installPages({ oauth: OAUTH, apiUrl: slack.apiUrl, clientOptions, installations, logger, log }),
    logger,
    log,
  });
  const app = new App({
    receiver: intake,
    authorize: installations.authorize,
    convoStore: false,
    logger,
    clientOptions,
  });
  heedInstallations(app, installations, log);
  app.event('message', async ({ say }) => void (await say('heard')));
  app.command(/^\//, async ({ ack, say }) => {
    await ack();
    await say('heard');
  });
  await intake.start();
  const { port } = lines.find(({ fields }) => fields.port !== undefined)?.fields ?? {};
  const origin = `http://127.0.0.1:${port}`;

  async function deliver(body: string, type: string, headers: Record<string, string> = {}): Promise<number> {
    const request = signed(SECRET, body, type);
    const all = { ...(request.headers as Record<string, string>), ...headers };
    return (await fetch(`${origin}/slack/events`, { ...request, headers: all })).status;
  }

  const opened: Opened = {
    origin,
    lines,
    installations,
    async begin() {
      const response = await fetch(`${origin}/slack/install`, { redirect: 'manual' });
      const consent = new URL(response.headers.get('location') ?? '');
      const cookie = response.headers.get('set-cookie') ?? '';
      return { consent, cookie, state: consent.searchParams.get('state') ?? '' };
    },
    comeBack: (query, cookie = '') =>
      fetch(`${origin}/slack/oauth_redirect?${new URLSearchParams(query)}`, {
        headers: { cookie: cookie.split(';', 1)[0] ?? '' },
        redirect: 'manual',
      }),
    async install(code) {
      const { state, cookie } = await opened.begin();
      return opened.comeBack({ code, state }, cookie);
    },
    say: (place) =>
      opened.event({ type: 'message', channel: 'C1', user: 'U1', text: 'who won?', ts: '1.1' }, place),
    event: (event, { retry, ...more } = {}) =>
      deliver(
        JSON.stringify({
          type: 'event_callback',
          api_app_id: 'A1',
          event_id: 'Ev1',
          event_time: 1_700_000_000,
          event,
          ...more,
        }),
        'application/json',
        retry === undefined ? {} : { 'x-slack-retry-num': String(retry) },
      ),
    form: (fields) => deliver(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded'),
    async stop() {
      await Promise.all([intake.stop(), front.close()]);
    },
  };
  return opened;
}
