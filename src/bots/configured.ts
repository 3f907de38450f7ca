import type { Readable, Writable } from 'node:stream';
import type { Config } from '../config.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { Bot } from './bot.ts';
import { openDesk } from './conversation.ts';
import type { Paper } from './terminal/render.ts';

/** Where the terminal's bot reads and writes. */
export interface Console {
  readonly input: Readable;
  readonly output: Writable;
  readonly interactive: boolean;
  readonly paper: Paper;
}

/**
 * Makes the bots that the configuration asks for; the terminal's when it asks for none. Only these are
 * loaded: an SDK of a bot that is off costs neither time nor memory.
 *
 * @param config what is configured
 * @param knowledge what they answer from
 * @param ledger what they keep
 * @param log where they tell what happens
 * @param console where the terminal's bot reads and writes
 * @returns the bots, not started yet
 */
export async function configuredBots(
  config: Config,
  knowledge: Knowledge,
  ledger: Ledger,
  log: Log,
  console: Console,
): Promise<readonly Bot[]> {
  const desk = () => openDesk({ knowledge, ledger, log });
  const bots: Bot[] = [];
  if (config.slack !== null) {
    const { slackBot } = await import('./slack/app.ts');
    bots.push(slackBot({ config: config.slack, desk: desk(), knowledge, ledger, log }));
  }
  if (config.discord !== null) {
    const { discordBot } = await import('./discord/app.ts');
    bots.push(discordBot({ config: config.discord, desk: desk(), knowledge, ledger, log }));
  }
  if (bots.length === 0) {
    const { terminalBot } = await import('./terminal/app.ts');
    bots.push(terminalBot({ ...console, desk: desk() }));
  }
  return bots;
}
