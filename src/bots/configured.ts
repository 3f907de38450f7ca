import type { Readable, Writable } from 'node:stream';
import type { Config } from '../config.ts';
import type { Front } from '../http/front.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
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

/** What bots are made of. */
export interface Ingredients {
  readonly config: Config;
  /** Folder of the library. */
  readonly data: string;
  readonly knowledge: Knowledge;
  /** The same, as questions are asked of it. */
  readonly asked: Pick<Knowledge, 'ask' | 'storiesOpenTo'>;
  readonly ledger: Ledger;
  /** What is counted; `null` where nobody could read it. */
  readonly metrics: Metrics | null;
  /** The server that some of them are reached by. */
  readonly front: Front;
  readonly log: Log;
  readonly console: Console;
}

/**
 * Makes the bots that the configuration asks for; the terminal's when it asks for no chat platform. Only these are
 * loaded: an SDK of a bot that is off costs neither time nor memory.
 *
 * @param ingredients what is configured, and what they work with
 * @returns the bots, not started yet; the page's first
 */
export async function configuredBots(ingredients: Ingredients): Promise<readonly Bot[]> {
  const { config, data, knowledge, asked, ledger, metrics, front, log, console } = ingredients;
  const desk = (knowing: Ingredients['asked'] = asked) =>
    openDesk({ knowledge: knowing, ledger, log, ...(metrics && { metrics }) });
  const bots: Bot[] = [];
  if (config.web !== null && metrics !== null) {
    const [{ webBot }, { remembering }] = await Promise.all([
      import('./web/app.ts'),
      import('./web/remembering.ts'),
    ]);
    const { assets, http, web } = config;
    const shared = { data, front, knowledge, ledger, metrics, log };
    bots.push(webBot({ config: web, assets, host: http.host, desk: desk(remembering(asked)), ...shared }));
  }
  if (config.slack !== null) {
    const { slackBot } = await import('./slack/app.ts');
    bots.push(slackBot({ config: config.slack, desk: desk(), knowledge: asked, ledger, front, log }));
  }
  if (config.discord !== null) {
    const { discordBot } = await import('./discord/app.ts');
    bots.push(discordBot({ config: config.discord, desk: desk(), knowledge, ledger, log }));
  }
  if (config.slack === null && config.discord === null) {
    const { terminalBot } = await import('./terminal/app.ts');
    // Beside a page it is one of two ways to ask: where nobody sits before it, its end is not the page's.
    bots.push(terminalBot({ ...console, staysSilent: config.web !== null, desk: desk() }));
  }
  return bots;
}
