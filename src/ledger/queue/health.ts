/** Where the ledger tells that it cannot be used, and that it can be used again. */
export interface LedgerLog {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  info(fields: object, message: string): void;
}

/** What may fail by itself: a full disk can still be read. */
type Work = 'reading' | 'writing' | 'taking on';

/** Whether a store can be used. The log has one line when it cannot, and one when it can again. */
export interface Health {
  /** @returns whether it failed the last time */
  isFailing(work: Work): boolean;
  failed(work: Work, error: unknown): void;
  worked(work: Work): void;
  /** Counts what could not be kept. */
  lost(count: number): void;
  /** How much could not be kept since it was opened. */
  readonly lostInAll: number;
  /** Counts what was taken on although it could not be kept. */
  unkept(): void;
  /** Tells what was lost since it began to fail, where nobody was told yet. */
  end(): void;
}

/**
 * @param log where it is told
 * @returns the health of a store that works
 */
export function health(log: LedgerLog): Health {
  const failing = new Set<Work>();
  let since = 0;
  let lost = 0;
  let unkept = 0;
  let lostInAll = 0;
  return {
    isFailing: (work) => failing.has(work),
    failed(work, error) {
      if (failing.size === 0) {
        since = performance.now();
        log.error({ err: error }, 'the ledger cannot be used: what there is to keep waits in memory');
      }
      failing.add(work);
    },
    worked(work) {
      if (!failing.delete(work) || failing.size > 0) return;
      const seconds = Math.round((performance.now() - since) / 1_000);
      log.warn({ lost, unkept, seconds }, 'the ledger can be used again');
      lost = 0;
      unkept = 0;
    },
    lost(count) {
      lost += count;
      lostInAll += count;
    },
    get lostInAll() {
      return lostInAll;
    },
    unkept() {
      unkept += 1;
    },
    end() {
      if (lost > 0) log.error({ lost }, 'the ledger was closed before everything was written');
      lost = 0;
    },
  };
}
