import type { Config } from '../../config.ts';
import { isLoopback } from '../../http/loopback.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { LedgerWish } from '../../ledger/open.ts';
import type { LedgerLog } from '../../ledger/queue/health.ts';
import { type Log, withRequestId } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';

/** A chat and a page for oneself leave nothing on the disk, unless somebody has asked for it. */
export function wishOf({ slack, discord, web, http, ledger }: Config): LedgerWish {
  const isShared = web !== null && (web.deskToken !== null || !isLoopback(http.host));
  const isChat = slack === null && discord === null && !isShared && !ledger.stated;
  return { ...ledger, isLasting: true, ...(isChat && { store: { kind: 'off' } }) };
}

/** Whether the ledger can be used is told of the process, and not of the question that has met it first. */
export function ledgerLog(log: Log): LedgerLog {
  return {
    error: (fields, message) => withRequestId(undefined, () => log.error(fields, message)),
    warn: (fields, message) => withRequestId(undefined, () => log.warn(fields, message)),
    info: (fields, message) => withRequestId(undefined, () => log.info(fields, message)),
  };
}

/**
 * @param ledger the ledger
 * @param metrics where it is counted what is taken over from processes that have gone
 * @returns the same ledger, counted
 */
export function counted(ledger: Ledger, metrics: Pick<Metrics, 'tookOver'> | null): Ledger {
  if (metrics === null) return ledger;
  return {
    ...ledger,
    inbox: {
      ...ledger.inbox,
      async takeOver(bot, most) {
        const deliveries = await ledger.inbox.takeOver(bot, most);
        // Without a payload it is a claim (`bots/once.ts`), and nobody's question.
        metrics.tookOver(bot, deliveries.filter(({ payload }) => payload !== '').length);
        return deliveries;
      },
    },
  };
}
