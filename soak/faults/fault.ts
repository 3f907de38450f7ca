import type { DiscordServer } from '../../tests/support/discord-server/server.ts';
import type { SlackServer } from '../../tests/support/slack-server/server.ts';
import type { Bot } from '../bot/bot.ts';
import type { LedgerControl } from '../bot/ledger.ts';
import type { Corrected } from '../driving/canary.ts';
import type { DiscordStreet } from '../driving/discord.ts';
import type { Mischief } from '../driving/mischief.ts';
import type { Carrying } from '../driving/slack-carrying.ts';
import type { Random } from '../random.ts';

/** What a fault has its hands on. */
export interface Reach {
  /** Slack in Socket Mode, and Slack that calls over HTTP. */
  readonly slack: SlackServer;
  readonly slackHttp: SlackServer;
  readonly sockets: Carrying;
  readonly discord: DiscordServer;
  readonly discordStreet: DiscordStreet;
  readonly mischief: Mischief;
  readonly bots: readonly Bot[];
  readonly ledger: LedgerControl;
  /** In Slack nobody asks below what was answered until now. */
  readonly forgetAnswers: () => void;
  /** Folder of the library. */
  readonly library: string;
  readonly random: Random;
  /** In ms since people began to ask. */
  readonly clock: () => number;
  /** Answers that have to follow a correction; it goes on after the fault is over. */
  readonly corrected: Corrected;
}

/**
 * Something that goes wrong for a while.
 *
 * @param reach what it has its hands on
 * @param ms how long
 * @returns once it is over
 */
export type Fault = (reach: Reach, ms: number) => Promise<void>;
