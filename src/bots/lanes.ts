import { LRUCache } from 'lru-cache';

/** Does things side by side, in lanes: what one of them waits for holds up none of the others. */
export interface Lanes<T> {
  /** Takes what there is to do, by lane. One that is still at work is not given more: it asks for it when it is done. */
  take(due: ReadonlyMap<string, readonly T[]>): void;
  /** Begins nothing more. Resolves once what was begun is done. */
  close(): Promise<void>;
}

interface LanesOptions<T> {
  readonly nameOf: (thing: T) => string;
  /** Does it; resolves with whether that went well. Never rejects. */
  readonly work: (thing: T) => Promise<boolean>;
  /** There may be more to do. */
  readonly again: () => void;
}

/** In a row: then it is the lane, and not these. What is left of it waits for the next time, as does the log. */
const FAILURES = 3;
/** What failed, by name: it comes last the next time, so that it never keeps the others from theirs. */
const TROUBLED = { max: 10_000 };

/**
 * @param options what is done, and how
 * @returns lanes, with nothing to do
 */
export function openLanes<T>({ nameOf, work, again }: LanesOptions<T>): Lanes<T> {
  const busy = new Map<string, Promise<void>>();
  const missed = new Set<string>();
  const troubled = new LRUCache<string, true>(TROUBLED);
  let closed = false;

  async function along(things: readonly T[]): Promise<void> {
    const [first, last]: [T[], T[]] = [[], []];
    for (const thing of things) (troubled.has(nameOf(thing)) ? last : first).push(thing);
    let failures = 0;
    for (const thing of [...first, ...last]) {
      if (closed || failures === FAILURES) return;
      const isDone = await work(thing);
      if (isDone) troubled.delete(nameOf(thing));
      else troubled.set(nameOf(thing), true);
      failures = isDone ? 0 : failures + 1;
    }
  }

  return {
    take(due) {
      for (const [lane, things] of due) {
        if (busy.has(lane)) {
          missed.add(lane);
          continue;
        }
        const working = along(things).finally(() => {
          busy.delete(lane);
          if (missed.delete(lane) && !closed) again();
        });
        busy.set(lane, working);
      }
    },
    async close() {
      closed = true;
      await Promise.all(busy.values());
    },
  };
}
