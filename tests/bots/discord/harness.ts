import type { Bot } from '../../../src/bots/bot.ts';
import { openDesk } from '../../../src/bots/conversation.ts';
import { discordBot } from '../../../src/bots/discord/app.ts';
import type { DiscordConfig } from '../../../src/config.ts';
import type { Answer, Knowledge, Question } from '../../../src/knowledge/index.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { memoryLedger } from '../../../src/ledger/memory.ts';
import type { Json } from '../../support/discord-server/payload.ts';
import {
  BOT,
  type Call,
  type DiscordServer,
  openDiscord,
  TOKEN,
} from '../../support/discord-server/server.ts';
import { answeredWith, quoteOf } from '../../support/quotes.ts';
import { type Line, rememberingLog } from '../../support/remembering-log.ts';

export type Ask = (question: Question) => Promise<Answer>;
/** How somebody asks. */
export type Way = 'mention' | 'direct message' | 'slash command' | 'message command';
export const WAYS = ['mention', 'direct message', 'slash command'] as const;

/** A question on its way. */
export interface Delivery {
  /** Sends it; may be done again. */
  deliver(): void;
  /** The messages that answer it and that Discord took. */
  posts(): readonly Call[];
}

export interface Made {
  readonly discord: DiscordServer;
  readonly ledger: Ledger;
  readonly bot: Bot;
  readonly lines: readonly Line[];
}

export interface Started extends Made {
  /** Makes a question; each way in a place of its own, unless changed. */
  question(way: Way, text: string, changes?: Json): Delivery;
  /** Delivers a question and waits for its answer. */
  ask(delivery: Delivery): Promise<Call>;
  /** Waits until everything that was delivered before has been handled. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Answers every question with the question itself, so that a test knows which was answered. */
export const echo: Ask = async ({ text }) => ({
  ...answeredWith([quoteOf({ text: `You asked: ${text}` })]),
  question: text,
});

export function configOf(discord: DiscordServer, changes: Partial<DiscordConfig> = {}): DiscordConfig {
  return { token: TOKEN, applicationId: null, guildId: null, apiUrl: discord.apiUrl, ...changes };
}

/** What a bot is made with besides what answers and how it is configured. */
export interface Making {
  readonly ledger?: Ledger;
  readonly storiesOpenTo?: Knowledge['storiesOpenTo'];
}

/** Makes a bot beside a server of its own, not started. */
export async function makeBot(
  ask: Ask = echo,
  changes: Partial<DiscordConfig> = {},
  making: Making = {},
): Promise<Made> {
  const discord = await openDiscord();
  const { log, lines } = rememberingLog();
  const ledger = making.ledger ?? (await memoryLedger(null));
  const knowledge = { ask, storiesOpenTo: making.storiesOpenTo ?? (() => []) };
  const desk = openDesk({ knowledge, ledger, log });
  const bot = discordBot({ config: configOf(discord, changes), desk, knowledge, ledger, log });
  return { discord, bot, lines, ledger };
}

let made = 1_000_000;

/** Starts a bot beside a server of its own. */
export async function startBot(ask: Ask = echo, making: Making = {}): Promise<Started> {
  const { discord, bot, lines, ledger } = await makeBot(ask, {}, making);
  await bot.start();
  const started: Started = {
    discord,
    ledger,
    bot,
    lines,
    question(way, text, changes = {}) {
      made += 1;
      if (way === 'slash command') return command(discord, made, text, changes);
      if (way === 'message command')
        return command(discord, made, text, { ...onMessage(made, text), ...changes });
      return message(discord, made, way, text, changes);
    },
    async ask(delivery) {
      delivery.deliver();
      await discord.until(() => delivery.posts().length > 0);
      const [first] = delivery.posts();
      if (!first) throw new Error('no post');
      return first;
    },
    async settled() {
      await started.ask(started.question('direct message', 'settled?'));
    },
    async stop() {
      await bot.stop();
      await discord.close();
    },
  };
  return started;
}

const PERSON = { id: '300', username: 'ada', discriminator: '0', avatar: null };

function message(discord: DiscordServer, id: number, way: Way, text: string, changes: Json): Delivery {
  const direct = way === 'direct message';
  const channel = String(changes.channel_id ?? (direct ? id + 2_000_000 : 600));
  const data = {
    id: String(id),
    type: 0,
    channel_id: channel,
    ...(direct ? { channel_type: 1 } : { guild_id: '500', member: { roles: [], joined_at: null } }),
    author: PERSON,
    content: direct ? text : `<@${BOT.id}> ${text}`,
    mentions: direct ? [] : [BOT],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    embeds: [],
    timestamp: '2024-03-03T12:00:00Z',
    edited_timestamp: null,
    tts: false,
    pinned: false,
    ...changes,
  };
  return {
    deliver: () => discord.gateway.dispatch('MESSAGE_CREATE', data),
    posts: () =>
      discord.calls.filter(
        ({ path, body, status }) =>
          path === `/channels/${channel}/messages` && body?.nonce === data.id && status === 200,
      ),
  };
}

function command(discord: DiscordServer, id: number, text: string, changes: Json): Delivery {
  const token = `token-${id}`;
  const data = {
    id: String(id),
    application_id: '200',
    type: 2,
    token,
    version: 1,
    guild_id: '500',
    channel_id: '600',
    channel: { id: '600', type: 0, name: 'general', permissions: '0' },
    member: { user: PERSON, roles: [], joined_at: null, permissions: '0' },
    entitlements: [],
    authorizing_integration_owners: { 0: '500' },
    context: 0,
    locale: 'en-US',
    app_permissions: '0',
    data: { id: '800', name: 'ask', type: 1, options: [{ name: 'question', type: 3, value: text }] },
    ...changes,
  };
  return {
    deliver: () => discord.interact(data),
    posts: () =>
      discord.calls.filter(
        ({ path, body, status }) =>
          path.includes(`/${token}`) && (status === 200 || (status === 204 && body?.type === 4)),
      ),
  };
}

/** The use of the command on a message of somebody's. */
function onMessage(id: number, text: string): Json {
  const target = String(id + 5_000_000);
  const message = { id: target, channel_id: '600', author: PERSON, content: text, type: 0 };
  const data = {
    id: '801',
    name: 'Find this in our stories',
    type: 3,
    target_id: target,
    resolved: { messages: { [target]: message } },
  };
  return { data };
}

/** The message of a call: what is in `data` of a response to an interaction, otherwise the body. */
export function messageOf({ body }: Call): Json {
  return ((body?.data as Json | undefined) ?? body ?? {}) as Json;
}
