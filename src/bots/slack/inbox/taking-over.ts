import type { App } from '@slack/bolt';
import type { InboxStore } from '../../../ledger/ledger.ts';
import type { Log } from '../../../log.ts';
import { lost } from '../../lost.ts';

interface TakingOver {
  begin(app: App): void;
  stoodStill(): boolean;
  stop(): void;
}

interface TakingOverOptions {
  readonly store: InboxStore;
  readonly log: Log;
  readonly isInHand: (name: string) => boolean;
  /** Does a delivery again. */
  readonly again: (app: App, names: readonly string[], payload: string) => Promise<void>;
}

/** In ms: a process counts as gone after 15 s without a word. */
const EVERY = 5_000;
/** In ms: while there is more to take over than is done at a time. */
const SOON = 250;
/** Done at a time: each may look through a thread at Slack. */
const MOST = 20;
/** In ms: who has not come to look for as long was not heard of either, by others. */
const STILL = 2 * EVERY;
/** In ms: for as long after that, something may be in hand that another has taken over. */
const IN_DOUBT = 60_000;

/**
 * @param options where deliveries are kept, and what does them
 * @returns what takes over, at once and then every 5 s, what is left of processes that have gone
 */
export function takingOver({ store, log, isInHand, again }: TakingOverOptions): TakingOver {
  const doing = new Set<string>();
  const untold = lost(log, 'what other processes have left is not taken over');
  let next: NodeJS.Timeout | undefined;
  let stopped = false;
  let looked: number | null = null;
  let doubtful = 0;

  const isStill = () => looked !== null && Date.now() - looked > STILL;

  async function look(app: App): Promise<void> {
    if (isStill()) doubtful = Date.now() + IN_DOUBT;
    looked = Date.now();
    const room = MOST - doing.size;
    const found = room > 0 ? await store.takeOver('slack', room) : [];
    // What this process has in hand itself goes on, although it was not heard of for a while.
    const left = found.filter(({ names }) => !isInHand(names[0] ?? ''));
    if (left.length > 0) log.info({ deliveries: left.length }, 'Slack: taking over what a process has left');
    for (const { names, payload } of left) {
      const [name = ''] = names;
      if (stopped) {
        await store.release(name);
        continue;
      }
      doing.add(name);
      again(app, names, payload)
        .catch((error: unknown) =>
          log.error({ err: error }, 'a delivery that was taken over could not be handled'),
        )
        .finally(() => doing.delete(name));
    }
    later(app, found.length < room ? EVERY : SOON);
  }

  function later(app: App, ms: number): void {
    if (stopped) return;
    next = setTimeout(() => begin(app), ms);
    next.unref();
  }

  function begin(app: App): void {
    look(app).catch((error: unknown) => {
      untold(error);
      later(app, EVERY);
    });
  }

  return {
    begin,
    stoodStill: () => isStill() || Date.now() < doubtful,
    stop() {
      stopped = true;
      clearTimeout(next);
    },
  };
}
