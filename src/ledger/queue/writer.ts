import { setImmediate } from 'node:timers/promises';
import { codeOf, LedgerError } from '../ledger-error.ts';
import type { Batch } from '../store.ts';
import type { Health } from './health.ts';
import { type Asked, type Taken, taken, type Write, waiting } from './waiting.ts';

/** Writes what it is given, in batches. */
export interface Writer {
  /** How many writes are not written yet. */
  readonly waiting: number;
  /** @returns resolves when it is written; rejects when it cannot be kept, or has had to make room */
  add(write: Write): Promise<void>;
  /** @returns the last state of that name that is not written yet; `undefined` where there is none */
  unwritten<K extends 'thread' | 'post' | 'asking'>(kind: K, name: string): StateOf<K> | undefined;
  /** Writes all that waits, if it can be written. */
  flush(): Promise<void>;
  /** Ends it: what still waits is told so. */
  end(): void;
}

type StateOf<K extends Write['kind']> = Extract<Write, { kind: K; state: unknown }>['state'];

/** In ms: what comes together is written together, and while that is written, more comes together. */
const SOON = 2;
/** Entries, and as much else: some 4 ms of SQLite, in which nothing else happens in the process. */
const TOGETHER = 200;
/** In ms: how soon a batch that failed is tried again, at first and at most. */
const AGAIN = { first: 500, most: 4_000 };
/** Entries, and as much else, that wait while nothing can be written: some 10 MB, an hour of a busy place. */
const MOST_FAILING = 10_000;
/** The same while it is only written more slowly than it comes: half a minute of it. */
const MOST_WORKING = 250_000;

/**
 * @param write writes a batch, and rejects with a `LedgerError` where it cannot
 * @param health where it is told whether it can
 * @returns a writer that has nothing to write yet
 */
export function writer(write: (batch: Batch) => Promise<void>, health: Health): Writer {
  const queue = waiting();
  /** Taken out and not written yet, in the order in which it will be. */
  const todo: Taken[] = [];
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isAllWanted = false;
  let again = AGAIN.first;
  let ended = false;

  function runIn(ms: number): void {
    if (timer !== null || running !== null || ended) return;
    timer = setTimeout(() => void run(), ms);
  }

  function run(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    running ??= loop();
    return running;
  }

  async function loop(): Promise<void> {
    try {
      do {
        const next = todo[0] ?? queue.take(TOGETHER);
        if (todo[0] === undefined) todo.push(next);
        if (next.asked.length > 0 && !(await isWritten(next))) return;
        todo.shift();
        // Others have their turn.
        await setImmediate();
      } while (!ended && (todo.length > 0 || queue.size >= (isAllWanted ? 1 : TOGETHER)));
    } finally {
      running = null;
      isAllWanted = false;
      if (health.isFailing('writing')) runAgain();
      else if (queue.size > 0 || todo.length > 0) runIn(SOON);
    }
  }

  /** @returns whether it is done with; otherwise it is the first to be tried again */
  async function isWritten(next: Taken): Promise<boolean> {
    try {
      await write(next.batch);
    } catch (error) {
      if (codeOf(error) !== 'unfit') {
        health.failed('writing', error);
        return false;
      }
      // One of them cannot be kept: it must not stand in the way of the others.
      if (next.asked.length > 1) todo.splice(1, 0, ...next.asked.map((asked) => taken([asked])));
      else tellAll(next.asked, error);
      return true;
    }
    health.worked('writing');
    again = AGAIN.first;
    for (const { told } of next.asked) for (const { resolve } of told) resolve();
    return true;
  }

  function runAgain(): void {
    runIn(again);
    // Nothing but the ledger would keep the process.
    timer?.unref();
    again = Math.min(AGAIN.most, again * 2);
  }

  return {
    get waiting() {
      return queue.size + todo.reduce((count, { asked }) => count + asked.length, 0);
    },
    add(write) {
      if (ended)
        return Promise.reject(new LedgerError('closed', 'The ledger was closed: nothing more is kept.'));
      return new Promise((resolve, reject) => {
        const most = health.isFailing('writing') ? MOST_FAILING : MOST_WORKING;
        const dropped = queue.add(write, { resolve, reject }, most);
        if (dropped.length > 0) {
          health.lost(dropped.length);
          tellAll(dropped, away('The ledger could not be written for so long that the oldest is not kept.'));
        }
        if (!health.isFailing('writing')) runIn(queue.size >= TOGETHER ? 0 : SOON);
      });
    },
    unwritten(kind, name) {
      const found =
        queue.last(kind, name) ??
        todo
          .flatMap(({ asked }) => asked.map(({ write }) => write))
          .findLast((write) => write.kind === kind && write.name === name);
      return found?.kind === kind ? (found.state as StateOf<typeof kind>) : undefined;
    },
    async flush() {
      if (queue.size === 0 && todo.length === 0) return;
      isAllWanted = true;
      await run();
    },
    end() {
      ended = true;
      if (timer !== null) clearTimeout(timer);
      const left = [...todo.flatMap(({ asked }) => asked), ...queue.take(Number.POSITIVE_INFINITY).asked];
      health.lost(left.length);
      tellAll(left, away('The ledger was closed before this was written.'));
      todo.length = 0;
    },
  };
}

function tellAll(asked: readonly Asked[], reason: unknown): void {
  for (const { told } of asked) for (const { reject } of told) reject(reason);
}

/** The log has it, or will have it with a count. */
function away(message: string): LedgerError {
  return new LedgerError('away', message);
}
