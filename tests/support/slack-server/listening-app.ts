import { App, LogLevel } from '@slack/bolt';
import { expect } from 'vitest';
import type { Json } from './json.ts';
import { openSlack, type SlackServer, TOKENS } from './server.ts';

/** What the real library heard, by kind. */
interface Heard {
  readonly kind: string;
  readonly body: Json;
}

/** The real library beside a server, listening to everything. */
export interface ListeningApp {
  readonly slack: SlackServer;
  readonly app: App;
  /** Delivers, and gives what the library made of it. */
  delivered(
    type: Parameters<SlackServer['deliver']>[0],
    payload: Json,
  ): Promise<Heard & { readonly id: string }>;
  stop(): Promise<void>;
}

/** Starts both. */
export async function startListening(): Promise<ListeningApp> {
  const heard: Heard[] = [];
  const slack = await openSlack();
  const app = new App({
    token: TOKENS.bot,
    appToken: TOKENS.app,
    socketMode: true,
    clientOptions: { slackApiUrl: slack.apiUrl },
    logLevel: LogLevel.ERROR,
  });
  const hear = (kind: string, body: unknown) => void heard.push({ kind, body: body as Json });
  app.action(/./, async ({ ack, body }) => {
    await ack();
    hear('action', body);
  });
  app.view(/./, async ({ ack, body }) => {
    await ack({ response_action: 'errors', errors: { question: 'Ask something.' } });
    hear('view', body);
  });
  app.view({ type: 'view_closed', callback_id: 'ask' }, async ({ ack, body }) => {
    await ack();
    hear('closed', body);
  });
  app.shortcut(/./, async ({ ack, body }) => {
    await ack();
    hear('shortcut', body);
  });
  app.options(/./, async ({ ack, body }) => {
    await ack({ options: [{ text: { type: 'plain_text', text: 'Harbour' }, value: 'h' }] });
    hear('options', body);
  });
  app.command(/./, async ({ ack, body }) => {
    await ack({ response_type: 'ephemeral', text: 'At once' });
    hear('command', body);
  });
  app.event(/./, async ({ body }) => hear('event', body));
  await app.start();
  return {
    slack,
    app,
    async delivered(type, payload) {
      const before = heard.length;
      const id = await slack.deliver(type, payload);
      await expect.poll(() => heard.length).toBeGreaterThan(before);
      return { id, ...(heard[before] as Heard) };
    },
    async stop() {
      await app.stop();
      await slack.until(() => slack.open() === 0);
      await slack.close();
    },
  };
}
