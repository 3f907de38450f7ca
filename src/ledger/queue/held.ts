import { codeOf, LedgerError, type LedgerErrorCode } from '../ledger-error.ts';
import type { Store } from '../store.ts';
import type { Health } from './health.ts';

/** A store that is opened anew where it has gone, and left alone while it does not answer. */
export interface HeldStore {
  /** Does something at once. Rejects as the store does. */
  now<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Reads. Rejects at once while the store cannot be read: somebody waits for an answer. */
  read<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Lets go of it. */
  close(): Promise<void>;
}

/** What opening it again puts right. */
const OPENED_ANEW: ReadonlySet<LedgerErrorCode> = new Set(['gone', 'cut-off', 'closed']);

/** In ms: how often it is tried whether a store that could not be read can be read again. */
const LOOK_EVERY = 1_000;

/**
 * @param open opens the store
 * @param health where it is told whether it can be read
 * @returns the store
 * @throws {LedgerError} when it cannot be opened
 */
export async function heldStore(open: () => Promise<Store>, health: Health): Promise<HeldStore> {
  let store = await open();
  let opening: Promise<void> | null = null;
  let look: NodeJS.Timeout | undefined;
  let closed = false;

  /** Several may meet at a store that has gone: it is opened once. */
  function openAnew(gone: Store): Promise<void> {
    if (store !== gone) return Promise.resolve();
    opening ??= (async () => {
      await gone.close();
      const next = await open();
      if (closed) await next.close();
      else store = next;
    })().finally(() => {
      opening = null;
    });
    return opening;
  }

  async function now<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const used = store;
    try {
      return await work(used);
    } catch (error) {
      const code = codeOf(error);
      if (closed || !OPENED_ANEW.has(code)) throw error;
      // Told, although it may be put right at once: what was in it is lost.
      if (store === used) health.failed('reading', error);
      try {
        await openAnew(used);
      } catch (reason) {
        lookAgain();
        throw reason;
      }
      health.worked('reading');
      return await work(store);
    }
  }

  function lookAgain(): void {
    clearTimeout(look);
    if (closed) return;
    look = setTimeout(async () => {
      try {
        await now((each) => each.posts.get(''));
        health.worked('reading');
      } catch {
        lookAgain();
      }
    }, LOOK_EVERY);
    look.unref();
  }

  return {
    now,
    async read(work) {
      if (closed) throw new LedgerError('closed', 'The ledger was closed: nothing can be read any more.');
      if (health.isFailing('reading')) throw away();
      try {
        return await now(work);
      } catch (error) {
        if (codeOf(error) === 'unfit' || closed) throw error;
        health.failed('reading', error);
        lookAgain();
        throw away(error);
      }
    },
    async close() {
      closed = true;
      clearTimeout(look);
      await opening?.catch(() => {});
      await store.close();
    },
  };
}

function away(cause?: unknown): LedgerError {
  return new LedgerError('away', 'The ledger cannot be read at the moment: the log says why.', cause);
}
