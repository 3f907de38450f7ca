import type { Bot } from '../../../src/bots/bot.ts';
import { openDesk } from '../../../src/bots/conversation.ts';
import { slackBot } from '../../../src/bots/slack/app.ts';
import type { SlackConfig } from '../../../src/config.ts';
import { openFront } from '../../../src/http/front.ts';
import { HEALTH_PATH, healthRoute } from '../../../src/http/health.ts';
import type { Answer, Knowledge, Question, Story } from '../../../src/knowledge/index.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { memoryLedger } from '../../../src/ledger/memory.ts';
import { knowing } from '../../support/desk.ts';
import { type Line, rememberingLog } from '../../support/remembering-log.ts';
import { messageShortcut } from '../../support/slack-server/payloads.ts';
import {
  type Call,
  type Json,
  openSlack,
  type SlackServer,
  signed,
  TOKENS,
} from '../../support/slack-server/server.ts';

export const SECRET = 'signing-secret';
export type Mode = 'socket' | 'http';

/** How somebody asks. */
export type Way = 'mention' | 'direct message' | 'slash command' | 'message shortcut';

/** A question on its way: what to deliver, and which calls answer it. */
export interface Delivery {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: Json;
  /** What the bot posted for it that Slack took. */
  posts(): readonly Call[];
}

export interface Started {
  readonly slack: SlackServer;
  readonly ledger: Ledger;
  readonly bot: Bot;
  readonly lines: readonly Line[];
  /** Makes a question, each in a place of its own. */
  question(way: Way, text: string, event?: Json): Delivery;
  /** Delivers it as Slack does in this mode, and waits for the acknowledgement. */
  deliver(delivery: Delivery): Promise<void>;
  /** Delivers it and waits for the post that answers it. */
  ask(delivery: Delivery): Promise<Call>;
  /** Waits until everything that was delivered before has been handled. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface Starting {
  readonly slack: SlackServer;
  readonly ledger: Ledger;
  readonly bot: Bot;
  readonly lines: readonly Line[];
}

/** What a bot is made with besides what answers. */
export interface Making {
  readonly config?: Partial<SlackConfig>;
  /** Of its server; a free one without it. */
  readonly port?: number;
  readonly ledger?: Ledger;
  /** That another bot uses already; one of its own without it. */
  readonly slack?: SlackServer;
  readonly stories?: readonly Story[];
  /** Decides by itself who may see what; instead of `stories`. */
  readonly storiesOpenTo?: Knowledge['storiesOpenTo'];
}

/** Makes a bot beside a server of its own, not started. */
export async function makeBot(
  ask: (question: Question) => Promise<Answer>,
  mode: Mode = 'socket',
  making: Making = {},
): Promise<Starting> {
  const slack = making.slack ?? (await openSlack());
  const { log, lines } = rememberingLog();
  const config: SlackConfig = {
    botToken: TOKENS.bot,
    oauth: null,
    apiUrl: slack.apiUrl,
    mode:
      mode === 'socket' ? { kind: 'socket', appToken: TOKENS.app } : { kind: 'http', signingSecret: SECRET },
    ...making.config,
  };
  const { stories, storiesOpenTo } = making;
  const knowledge = { ...knowing(ask, stories), ...(storiesOpenTo && { storiesOpenTo }) };
  const ledger = making.ledger ?? (await memoryLedger(null));
  const desk = openDesk({ knowledge, ledger, log });
  const front = openFront({ host: '127.0.0.1', ports: [making.port ?? 0], log });
  const bot = slackBot({ config, desk, knowledge, ledger, front, log });
  front.mount(new Map([[HEALTH_PATH, healthRoute(() => [bot])]]));
  // As whoever runs it does: the server goes when the bot has gone.
  const stop = async () => {
    await Promise.all([bot.stop(), front.close()]);
  };
  return { slack, lines, ledger, bot: { ...bot, stop } };
}

let made = 0;

/** Starts a bot beside a server of its own. */
export async function startBot(
  ask: (question: Question) => Promise<Answer>,
  mode: Mode = 'socket',
  making: Making = {},
): Promise<Started> {
  const { slack, bot, lines, ledger } = await makeBot(ask, mode, making);
  await bot.start();
  const started: Started = {
    slack,
    ledger,
    bot,
    lines,
    question(way, text, event = {}) {
      made += 1;
      switch (way) {
        case 'slash command':
          return command(slack, made, text, event);
        case 'message shortcut':
          return shortcut(slack, made, text, event);
        default:
          return message(slack, made, way, text, event);
      }
    },
    async deliver({ type, payload }) {
      if (mode === 'socket') await slack.deliver(type, payload);
      else await post(eventsUrl(lines), type, payload);
    },
    async ask(delivery) {
      await started.deliver(delivery);
      await slack.until(() => delivery.posts().length > 0);
      const [first] = delivery.posts();
      if (first === undefined) throw new Error('no post');
      return first;
    },
    async settled() {
      await started.ask(started.question('direct message', '…'));
    },
    async stop() {
      await bot.stop();
      await slack.close();
    },
  };
  return started;
}

/** Where a bot in HTTP mode listens, as its log tells. */
export function eventsUrl(lines: readonly Line[]): string {
  const { port, path } = lines.find(({ fields }) => fields.port !== undefined)?.fields ?? {};
  return `http://127.0.0.1:${port}${path}`;
}

async function post(url: string, type: Delivery['type'], payload: Json): Promise<void> {
  const request =
    type === 'events_api'
      ? signed(SECRET, JSON.stringify(payload), 'application/json')
      : signed(
          SECRET,
          new URLSearchParams(
            type === 'interactive'
              ? { payload: JSON.stringify(payload) }
              : (payload as Record<string, string>),
          ).toString(),
          'application/x-www-form-urlencoded',
        );
  const response = await fetch(url, request);
  if (response.status !== 200) throw new Error(`the bot answered ${response.status}`);
  await response.arrayBuffer();
}

/** What Slack makes of what a person types. */
function typed(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function message(slack: SlackServer, id: number, way: Way, text: string, event: Json): Delivery {
  const direct = way === 'direct message';
  const channel = typeof event.channel === 'string' ? event.channel : `${direct ? 'D' : 'C'}${id}`;
  const before = slack.calls.length;
  const ts = `1700000000.${String(id).padStart(6, '0')}`;
  const payload = {
    type: 'event_callback',
    token: 'verification-token',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: `Ev${id}`,
    event_time: 1700000000,
    authorizations: [{ enterprise_id: null, team_id: 'T1', user_id: 'UBOT', is_bot: true }],
    is_ext_shared_channel: false,
    event: {
      type: direct ? 'message' : 'app_mention',
      ...(direct ? { channel_type: 'im' } : {}),
      client_msg_id: `m${id}`,
      user: 'U1',
      text: direct ? typed(text) : `<@UBOT> ${typed(text)}`,
      ts,
      event_ts: ts,
      team: 'T1',
      channel,
      ...event,
    },
  };
  return {
    type: 'events_api',
    payload,
    posts: () =>
      slack.calls
        .slice(before)
        .filter(
          ({ method, args, refusal }) =>
            method.startsWith('chat.post') && refusal === null && args.channel === channel,
        ),
  };
}

function command(slack: SlackServer, id: number, text: string, changes: Json): Delivery {
  const responseUrl = slack.responseUrl(`r${id}`);
  const payload = {
    token: 'verification-token',
    team_id: 'T1',
    team_domain: 'newsroom',
    channel_id: `C${id}`,
    channel_name: 'general',
    user_id: 'U1',
    user_name: 'ada',
    command: '/ask',
    text: typed(text),
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: `trigger.${id}`,
    ...changes,
  };
  return {
    type: 'slash_commands',
    payload,
    posts: () =>
      slack.calls.filter(
        ({ args, refusal, responseId }) =>
          refusal === null && (args.channel === `C${id}` || responseId === `r${id}`),
      ),
  };
}

function shortcut(slack: SlackServer, id: number, text: string, changes: Json): Delivery {
  const channel = `C${id}`;
  const said = { channel, ts: slack.ts(), text: typed(text) };
  const before = slack.calls.length;
  return {
    type: 'interactive',
    payload: { ...messageShortcut(slack, 'find', said), ...changes },
    posts: () =>
      slack.calls
        .slice(before)
        .filter(
          ({ refusal, args, responseId }) => refusal === null && (args.channel === channel || responseId),
        ),
  };
}
