import type { Fetcher } from '../fetch/fetch.ts';
import type { Reader } from '../knowledge/intake/index.ts';
import type { Log } from '../log.ts';
import { isClosed } from './closed.ts';
import { refreshFeed } from './refresh.ts';
import { type Circumstances, waitFor } from './schedule.ts';
import { tellFailed, tellRead } from './tell.ts';
import type { Trouble } from './trouble.ts';

/** What a follower needs of its surroundings. */
export interface Surroundings {
  readonly data: string;
  readonly fetcher: Fetcher;
  readonly reader: Reader;
  readonly log: Log;
  /** The least time between two looks at one page, in ms. */
  readonly pageRest: number;
  /** Does one thing after another for a story: two feeds may bring the same article. */
  readonly inTurn: <T>(story: string, work: () => Promise<T>) => Promise<T>;
}

/** One feed of one story, followed. */
export interface Follower {
  /** From the last look on. */
  setInterval(every: number): void;
  /** Resolves when no look is under way; none begins afterwards. */
  stop(): Promise<void>;
}

/** The interval, and when the first look is, both in ms from now. */
export interface Pace {
  readonly every: number;
  readonly first: number;
}

/** In one look: a feed may name pages of anybody, and nobody is to be asked by us for thousands of them. */
const MOST_PAGES = 200;

const WELL: Omit<Circumstances, 'every'> = { failures: 0, retryAfter: null, isGone: false };

/** Follows one feed until it is stopped. Whatever a look throws is told in the log. */
export function followFeed(story: string, url: string, pace: Pace, around: Surroundings): Follower {
  const { data, fetcher, reader, log, pageRest, inTurn } = around;
  const stopped = new AbortController();
  let { every } = pace;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let lastLook: number | null = null;
  let last: Omit<Circumstances, 'every'> = WELL;
  let trouble: Trouble | null = null;

  function plan(wait: number): string {
    clearTimeout(timer);
    if (!stopped.signal.aborted) {
      timer = setTimeout(() => {
        looking = look().finally(() => {
          looking = null;
        });
      }, wait).unref();
    }
    return new Date(Date.now() + wait).toISOString();
  }

  async function look(): Promise<void> {
    try {
      const refreshed = await inTurn(story, async () =>
        stopped.signal.aborted
          ? null
          : refreshFeed({
              url,
              story,
              data,
              fetcher,
              reader,
              pageRest,
              mostPages: MOST_PAGES,
              signal: stopped.signal,
            }),
      );
      lastLook = Date.now();
      if (refreshed === null || stopped.signal.aborted) return;
      if (refreshed.kind === 'failed') {
        const { reason, retryAfter, isGone } = refreshed.failure;
        failed(reason, Date.parse(refreshed.state.failingSince ?? '') || lastLook, retryAfter, isGone);
        return;
      }
      last = WELL;
      const next = plan(waitFor({ every, ...last }, Math.random()));
      tellRead(log, { story, feed: url, next }, refreshed, trouble);
      trouble = null;
    } catch (error) {
      lastLook = Date.now();
      if (isClosed(error)) return;
      const reason = error instanceof Error ? error.message : String(error);
      failed(reason, trouble?.since ?? lastLook, null, false);
    }
  }

  function failed(reason: string, since: number, retryAfter: number | null, isGone: boolean): void {
    last = { failures: last.failures + 1, retryAfter, isGone };
    const next = plan(waitFor({ every, ...last }, Math.random()));
    trouble = tellFailed(log, { story, feed: url, next, every, now: Date.now() }, reason, since, trouble);
  }

  plan(pace.first);
  return {
    setInterval(changed) {
      if (changed === every) return;
      every = changed;
      if (looking !== null || lastLook === null) return;
      const wait = waitFor({ every, ...last }, Math.random());
      // Since a look in the future, where the clock was set back, nothing has passed.
      plan(wait - Math.min(wait, Math.max(0, Date.now() - lastLook)));
    },
    async stop() {
      stopped.abort();
      clearTimeout(timer);
      await looking;
    },
  };
}
