/** Something that waits for its turn. */
interface Waiting {
  readonly work: () => Promise<unknown>;
  readonly settle: (done: Promise<unknown>) => void;
}

/**
 * Does what is wanted of one thing one after the other, and of what waits meanwhile only what came last.
 *
 * @param name the thing, such as a message that is changed
 * @param work what is wanted of it
 * @returns resolves once it is done, or once it is left out for what came after it; rejects as `work` does
 */
export type Latest = (name: string, work: () => Promise<unknown>) => Promise<void>;

/** @returns what does so, with nothing to do; it holds two things at most of each name, and nothing of what is idle */
export function openLatest(): Latest {
  const busy = new Map<string, Waiting | null>();

  async function along(name: string, first: Waiting): Promise<void> {
    for (let turn: Waiting | null = first; turn !== null; turn = busy.get(name) ?? null) {
      busy.set(name, null);
      const done = turn.work();
      turn.settle(done);
      await done.catch(() => undefined);
    }
    busy.delete(name);
  }

  return async (name, work) => {
    await new Promise<unknown>((resolve) => {
      const waiting = { work, settle: resolve };
      busy.get(name)?.settle(Promise.resolve());
      if (busy.has(name)) busy.set(name, waiting);
      else void along(name, waiting);
    });
  };
}
