import { setImmediate } from 'node:timers/promises';
import { codeOf } from '../ledger-error.ts';

/** How many are done at once: some 10 ms of SQLite, in which nothing else happens in the process. */
const MOST = 200;

interface Asked<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Does together what is asked for together: nobody waits for longer than what is being done just now, and its own.
 *
 * @param work does some things at once, and gives the result of each; rejects with a `LedgerError`
 * @returns does one thing
 */
export function together<T, R>(
  work: (items: readonly T[]) => Promise<readonly R[]>,
): (item: T) => Promise<R> {
  const waiting: Asked<T, R>[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      await setImmediate();
      await doAll(waiting.splice(0, MOST));
    }
    running = false;
  }

  async function doAll(asked: readonly Asked<T, R>[]): Promise<void> {
    try {
      const results = await work(asked.map(({ item }) => item));
      asked.forEach(({ resolve }, index) => {
        resolve(results[index] as R);
      });
    } catch (error) {
      // One of them cannot be kept: it must not stand in the way of the others.
      if (codeOf(error) === 'unfit' && asked.length > 1) for (const each of asked) await doAll([each]);
      else for (const { reject } of asked) reject(error);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!running) void run();
    });
}
