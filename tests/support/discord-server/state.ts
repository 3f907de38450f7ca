import type { CALLBACK } from './callback-rules.ts';
import { GUILD, HOME_CHANNELS } from './home.ts';
import type { Json } from './json.ts';
import { type Messages, openMessages } from './messages.ts';

/** An interaction that was delivered. */
export interface Interaction {
  readonly payload: Json;
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly channel: string;
  readonly guild: string | null;
  readonly user: string;
  /** The message that it came from. */
  readonly source: string | null;
  /** When it was delivered, on the clock that {@link State.passed} moves, in milliseconds. */
  readonly at: number;
  /** When it was delivered, on the real clock, in milliseconds. */
  readonly sentAt: number;
  /** Whatever is answered is seen by the one who asked alone: a user's app without the permission. */
  readonly hushed: boolean;
  /** Only the user has the app: five messages may follow. */
  readonly foreign: boolean;
  /** The type of the first response. */
  responded: (typeof CALLBACK)[keyof typeof CALLBACK] | null;
  /** The message that `@original` stands for. */
  original: string | null;
  followups: number;
}

/** A modal as somebody sees it. */
export interface Modal {
  readonly data: Json;
  /** The interaction that it was shown for. */
  readonly interaction: Interaction;
}

/** How often something may be called. */
export interface Limit {
  readonly call: RegExp;
  readonly limit: number;
  /** In milliseconds. */
  readonly window: number;
  readonly scope: 'user' | 'shared' | 'global';
  /** When the present window ends, in milliseconds on the real clock. */
  until: number;
  used: number;
}

/** Everything that the server remembers. */
export interface State {
  /** Of a bot that may speak everywhere: fields of Discord's application object. */
  application: Json;
  /** By id, Discord's guild objects, without their channels. `bot_roles`: those of the bot. */
  readonly guilds: Map<string, Json>;
  /** By id, Discord's channel objects, threads too; `null`: there is none. Others are direct messages. */
  readonly channels: Map<string, Json | null>;
  /** Registered everywhere under `''`, others under the id of their server. */
  readonly commands: Map<string, readonly Json[]>;
  readonly messages: Messages;
  readonly interactions: Map<string, Interaction>;
  readonly modals: Modal[];
  readonly typed: string[];
  readonly limits: Limit[];
  readonly startLimit: { total: number; remaining: number; reset_after: number; max_concurrency: number };
  /** How many shards `/gateway/bot` asks for. */
  shards: number;
  /** Time that a test let pass, in milliseconds. */
  passed: number;
  /** A new id. */
  snowflake(): string;
}

/** When Discord's ids begin, in milliseconds since 1970. */
const EPOCH = 1_420_070_400_000;

/** The bot, as Discord describes it. */
export const BOT = { id: '201', username: 'nutgraf', discriminator: '0', avatar: null, bot: true };

/** Makes the state of a server that nobody has called. */
export function openState(): State {
  let count = 0;
  const state: State = {
    application: {
      id: '200',
      name: 'Nutgraf',
      description: '',
      icon: null,
      flags: 0,
      bot_public: true,
      bot_require_code_grant: false,
      verify_key: '0'.repeat(64),
      integration_types_config: { 0: {}, 1: {} },
    },
    guilds: new Map([[String(GUILD.id), GUILD]]),
    channels: new Map(HOME_CHANNELS.map((channel) => [String(channel.id), channel])),
    commands: new Map(),
    messages: openMessages(),
    interactions: new Map(),
    modals: [],
    typed: [],
    limits: [],
    startLimit: { total: 1_000, remaining: 999, reset_after: 0, max_concurrency: 1 },
    shards: 1,
    passed: 0,
    snowflake() {
      count += 1;
      return String((BigInt(now(state) - EPOCH) << 22n) + BigInt(count));
    },
  };
  return state;
}

/** The time at the server, in milliseconds since 1970. */
export function now(state: State): number {
  return Date.now() + state.passed;
}
