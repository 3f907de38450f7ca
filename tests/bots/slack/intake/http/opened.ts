import { App } from '@slack/bolt';
import type { BotHealth } from '../../../../../src/bots/bot.ts';
import { boltLog } from '../../../../../src/bots/slack/intake/bolt-log.ts';
import { type HttpOptions, httpIntake } from '../../../../../src/bots/slack/intake/http.ts';
import { openFront } from '../../../../../src/http/front.ts';
import { HEALTH_PATH, healthRoute } from '../../../../../src/http/health.ts';
import { type Line, rememberingLog } from '../../../../support/remembering-log.ts';
import { signed } from '../../../../support/slack-server/server.ts';

export const SECRET = 'signing-secret';
export const JSON_TYPE = 'application/json';
export const FORM = 'application/x-www-form-urlencoded';

/** Where the tests' own Bolt app listens. */
export interface Opened {
  readonly url: string;
  readonly port: number;
  readonly lines: readonly Line[];
  /** Texts of the messages and commands that reached a listener. */
  readonly heard: readonly string[];
  health: BotHealth;
  /** What a command waits for before it is acknowledged. */
  hold: Promise<void>;
  stop(): Promise<void>;
  /** Lines about requests, once there are as many. */
  requests(count: number): Promise<readonly Line[]>;
}

/** Opens the intake on a free port, with the real Bolt behind it. */
export async function openIntake(more: Partial<HttpOptions> = {}): Promise<Opened> {
  const { log, lines } = rememberingLog();
  const logger = boltLog(log);
  const heard: string[] = [];
  const front = openFront({ host: '127.0.0.1', ports: [0], log });
  front.mount(new Map([[HEALTH_PATH, healthRoute(() => [{ name: 'slack', health: () => opened.health }])]]));
  const intake = httpIntake({
    signingSecret: SECRET,
    front,
    logger,
    log,
    ...more,
  });
  const app = new App({
    receiver: intake,
    authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'UBOT' }),
    convoStore: false,
    logger,
  });
  app.event('message', async ({ event }) => void heard.push('text' in event ? String(event.text) : ''));
  app.command(/^\//, async ({ command, ack }) => {
    heard.push(command.text);
    await opened.hold;
    await ack();
  });
  await intake.start();
  const { port, path } = lines.find(({ fields }) => fields.port !== undefined)?.fields ?? {};
  const opened: Opened = {
    url: `http://127.0.0.1:${port}${path}`,
    port: Number(port),
    lines,
    heard,
    health: 'connected',
    hold: Promise.resolve(),
    async stop() {
      await Promise.all([intake.stop(), front.close()]);
    },
    async requests(count) {
      const about = () => lines.filter(({ fields }) => fields.method !== undefined);
      while (about().length < count) await new Promise((resolve) => setTimeout(resolve, 2));
      return about();
    },
  };
  return opened;
}

export function message(text: string): string {
  return JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: 'Ev1',
    event_time: 1_700_000_000,
    event: { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', text, ts: '1.1' },
  });
}

export function command(text: string): string {
  return new URLSearchParams({
    command: '/ask',
    text,
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    trigger_id: '1.2',
  }).toString();
}

/** The head of a signed request, for a connection by itself; `more` are further lines. */
export function head(body: string, type: string, more: readonly string[] = []): string {
  const headers = Object.entries(signed(SECRET, body, type).headers ?? {});
  const lines = [
    'POST /slack/events HTTP/1.1',
    'host: x',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...more,
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}
