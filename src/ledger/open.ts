import { heedKey } from './key-mark.ts';
import type { Ledger } from './ledger.ts';
import { LedgerError } from './ledger-error.ts';
import { memoryLedger } from './memory.ts';
import type { LedgerLog } from './queue/health.ts';
import { type LedgerWatch, queuedLedger } from './queued.ts';
import type { Store } from './store.ts';

/** What is asked for. */
export interface LedgerWish {
  /** Where it is kept; `off` for a ledger that ends with the process. */
  readonly store:
    | { readonly kind: 'off' }
    | { readonly kind: 'sqlite'; readonly file: string }
    | { readonly kind: 'postgres'; readonly url: string };
  /** Whether somebody has asked for this store: then no other takes its place. */
  readonly stated: boolean;
  /** LEDGER_KEY; `null` where it is not set. */
  readonly key: string | null;
  /** Whether the bots keep that key, and not a command that looks in: another one is told of against it from then on. */
  readonly isLasting?: boolean;
  /** How long entries and answers are kept, in ms; `null` for good. */
  readonly keep: number | null;
}

type Place = Exclude<LedgerWish['store'], { kind: 'off' }>;

/**
 * Opens the ledger. A store is loaded only when it is asked for.
 *
 * @param wish what is asked for
 * @param log where it is told that a default cannot be used, and that a store fails while it is open
 * @param watch is handed what tells how a store is, where there is one
 * @returns the ledger; one that ends with the process where the default cannot be used
 * @throws {LedgerError} when a store that was stated cannot be used
 */
export async function openLedger(wish: LedgerWish, log: LedgerLog, watch?: LedgerWatch): Promise<Ledger> {
  const { store, stated, key, keep } = wish;
  if (store.kind === 'off') return memoryLedger(key);
  try {
    return await queuedLedger(() => opened(store, wish, log), {
      log,
      keep,
      now: Date.now,
      ...(watch && { watch }),
    });
  } catch (error) {
    if (stated || !(error instanceof LedgerError)) throw error;
    log.warn(
      { err: error },
      `${error.message} Until then settings, threads and questions are forgotten when this process ends.`,
    );
    return memoryLedger(key);
  }
}

async function opened(place: Place, { key, isLasting = false }: LedgerWish, log: LedgerLog): Promise<Store> {
  const store = await storeAt(place, key);
  await heedKey(store, isLasting, log);
  return store;
}

async function storeAt(place: Place, key: string | null): Promise<Store> {
  if (place.kind === 'postgres') {
    const { postgresStore } = await loaded(() => import('./postgres.ts'));
    return await postgresStore(place.url, key, Date.now);
  }
  const { sqliteStore } = await loaded(async () => {
    // By itself first: where a module of ours that leans on it failed by it, Node 20 rejects a promise that nobody has.
    await import('libsql');
    return await import('./sqlite.ts');
  });
  return await sqliteStore(place.file, key, Date.now);
}

async function loaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw new LedgerError(
      'no-driver',
      'The library that keeps the ledger cannot be loaded: run npm ci without --omit=optional, or set LEDGER_URL=off.',
      error,
    );
  }
}
