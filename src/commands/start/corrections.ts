import type { Bot } from '../../bots/bot.ts';
import { openDesk } from '../../bots/conversation.ts';
import { type Corrections, openCorrections } from '../../bots/corrections.ts';
import type { Config } from '../../config.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';

/**
 * What keeps the answers of all bots true to the library.
 *
 * @param bots the bots that are on
 * @param knowledge what they answer from
 * @param ledger where their answers are kept
 * @param config how they follow corrections
 * @param log where it is told
 * @returns corrections, which look when they are told to
 */
export function correctionsOf(
  bots: readonly Bot[],
  knowledge: Knowledge,
  ledger: Ledger,
  config: Pick<Config, 'ledger'>,
  log: Log,
): Corrections {
  const editors = bots.flatMap(({ editor }) => editor ?? []);
  const desk = openDesk({ knowledge, ledger, log });
  return openCorrections({ knowledge, ledger, desk, editors, mode: config.ledger.corrections, log });
}
