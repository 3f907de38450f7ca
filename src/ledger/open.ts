import type { Ledger } from './ledger.ts';
import { LedgerError } from './ledger-error.ts';
import { memoryLedger } from './memory.ts';

/** What is asked for. */
export interface LedgerWish {
  /** Where it is kept; `off` for a ledger that ends with the process. */
  readonly store: { readonly kind: 'off' } | { readonly kind: 'sqlite'; readonly file: string };
  /** Whether somebody has asked for this store: then no other takes its place. */
  readonly stated: boolean;
  /** LEDGER_KEY; `null` where it is not set. */
  readonly key: string | null;
}

/** Where it is told that the ledger ends with the process, though nobody asked for that. */
interface Warned {
  warn(fields: { readonly err: unknown }, message: string): void;
}

/**
 * Opens the ledger. A store is loaded only when it is asked for.
 *
 * @param wish what is asked for
 * @param log where a default that cannot be used is told
 * @returns the ledger; one that ends with the process where the default cannot be used
 * @throws {LedgerError} when a store that was stated cannot be used
 */
export async function openLedger({ store, stated, key }: LedgerWish, log: Warned): Promise<Ledger> {
  if (store.kind === 'off') return memoryLedger(key);
  try {
    const { sqliteLedger } = await driver();
    return await sqliteLedger(store.file, key, Date.now);
  } catch (error) {
    if (stated || !(error instanceof LedgerError)) throw error;
    log.warn(
      { err: error },
      `${error.message} Until then settings, threads and questions are forgotten when this process ends.`,
    );
    return memoryLedger(key);
  }
}

async function driver(): Promise<typeof import('./sqlite.ts')> {
  try {
    return await import('./sqlite.ts');
  } catch (error) {
    throw new LedgerError(
      'no-driver',
      'The library that keeps the ledger cannot be loaded: run npm ci without --omit=optional, or set LEDGER_URL=off.',
      error,
    );
  }
}
