import type { Bot } from '../../../src/bots/bot.ts';
import { openDesk } from '../../../src/bots/conversation.ts';
import { discordBot } from '../../../src/bots/discord/app.ts';
import type { Delivery, InboxStore, Ledger } from '../../../src/ledger/ledger.ts';
import { memoryLedger } from '../../../src/ledger/memory.ts';
import type { Kept } from '../../support/discord-server/messages.ts';
import { type DiscordServer, openDiscord } from '../../support/discord-server/server.ts';
import { type Line, rememberingLog } from '../../support/remembering-log.ts';
import { type Ask, configOf, echo } from './harness.ts';

/** A process: a real client beside others, over the ledger that they share. */
export interface Process {
  readonly bot: Bot;
  readonly lines: readonly Line[];
}

/** A Discord server and a ledger that several processes share. */
export interface ProcessRoom {
  readonly discord: DiscordServer;
  readonly ledger: Ledger;
  /** What was taken on, by whichever process, in order. */
  readonly accepted: readonly Delivery[];
  /** Starts a process. */
  start(ask?: Ask, inbox?: Partial<InboxStore>): Promise<Process>;
  /** As if the process had died that took these on: another gets them, and itself where it may. */
  abandon(kind: 'message' | 'interaction' | 'session'): Promise<void>;
  /** Our messages in a channel, by what they reply to. */
  answersTo(message: unknown, channel?: string): readonly Kept[];
  close(): Promise<void>;
}

/** Of a process that is to be taken for dead: it gets nothing back. */
export const DEAD = { takeOver: async () => [] };

/** In ms: tests have no five seconds. */
const LOOK_EVERY = 40;

/** Opens a room without a process in it. */
export async function openProcessRoom(): Promise<ProcessRoom> {
  const discord = await openDiscord();
  const ledger = await memoryLedger(null);
  const accepted: Delivery[] = [];
  const processes: Process[] = [];
  const { inbox } = ledger;
  return {
    discord,
    ledger,
    accepted,
    async start(ask = echo, own = {}) {
      const { log, lines } = rememberingLog();
      const watched: InboxStore = {
        ...inbox,
        async accept(delivery) {
          const isNew = await inbox.accept(delivery);
          if (isNew) accepted.push(delivery);
          return isNew;
        },
        ...own,
      };
      const shared: Ledger = { ...ledger, inbox: watched };
      const knowledge = { ask, storiesOpenTo: () => [] };
      const desk = openDesk({ knowledge, ledger: shared, log });
      const config = configOf(discord);
      const bot = discordBot({ config, desk, knowledge, ledger: shared, log, lookEvery: LOOK_EVERY });
      const process = { bot, lines };
      processes.push(process);
      await bot.start();
      return process;
    },
    async abandon(kind) {
      for (const { names } of accepted) {
        const [name = ''] = names;
        if (name.startsWith(`discord:${kind}:`)) await inbox.release(name);
      }
    },
    answersTo: (message, channel = '600') =>
      discord.messages(channel).filter(({ reference }) => reference?.message_id === message),
    async close() {
      await Promise.all(processes.map(({ bot }) => bot.stop()));
      await discord.close();
    },
  };
}
