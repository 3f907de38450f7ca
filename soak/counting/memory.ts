import type { Bot } from '../bot/bot.ts';
import type { Flatness } from './flatness.ts';
import { flatnessOf } from './flatness.ts';

/** What a process held at some moment, in bytes. */
export interface Sample {
  readonly bot: string;
  /** In ms since people began to ask. */
  readonly at: number;
  /** Questions that were asked until then. */
  readonly asked: number;
  /** JavaScript's heap, buffers beside it included, after garbage was thrown away. */
  readonly heap: number;
  /** What the system has given to the process. */
  readonly resident: number;
}

/**
 * What a question may leave behind in the heap, in bytes, as long as nothing leaks. Names of deliveries are known for an
 * hour, and the last threads and posts are at hand, in lists that are bounded: 5,000 threads (`src/bots/keeper.ts`),
 * 10,000 posts, 20,000 and 50,000 names. While they fill, a question takes some 1 to 2 KB (measured); after that,
 * nothing. So what is allowed is more until they are full, and either way a leak shows: what holds on to a question with
 * what hangs on it (a promise, a timer, a listener and their closures) takes a kilobyte more than that, at the very least.
 */
export const HEAP_ALLOWED = { filling: 2_500, full: 700 } as const;
/**
 * Questions in all after which these are full: of three in ten, which are asked in Discord, the last 20,000 are known for
 * an hour.
 */
const FULL = 67_000;
/**
 * What the system has given may grow by a quarter over the last half: SQLite's pages, compiled code and what V8 keeps
 * ready come in steps of many MB, so that it tells of large leaks alone, beside the heap. Those are found all the same.
 */
const RESIDENT_SHARE = 0.25;

/** @returns what the processes hold now; those that do not say are left out */
export async function measured(bots: readonly Bot[], at: number, asked: number): Promise<Sample[]> {
  const all = await Promise.all(
    bots.map(async (bot) => {
      const memory = bot.isUp() ? await bot.memory() : null;
      if (memory === null) return [];
      const { heapUsed, external, rss } = memory;
      return [{ bot: bot.name, at, asked, heap: heapUsed + external, resident: rss }];
    }),
  );
  return all.flat();
}

/**
 * @param samples of all processes
 * @param restarts when they were started again, in ms: what was held before is of another process
 * @returns for each process whether what it holds is flat
 */
export function flatness(samples: readonly Sample[], restarts: readonly number[]) {
  const bots = [...new Set(samples.map(({ bot }) => bot))];
  return bots.map((bot) => {
    const own = longestLife(
      samples.filter((sample) => sample.bot === bot),
      restarts,
    );
    const middle = own[Math.floor(own.length / 2)];
    const [asked, last] = [(middle?.asked ?? 0) - (own[0]?.asked ?? 0), own.at(-1)?.asked ?? 0];
    const of = (what: 'heap' | 'resident', allowed: number): Flatness =>
      flatnessOf(
        own.map((sample) => ({ ...sample, bytes: sample[what] })),
        allowed,
      );
    const share = ((middle?.resident ?? 0) * RESIDENT_SHARE) / Math.max(1, last - (middle?.asked ?? 0));
    return {
      bot,
      heap: of('heap', asked < FULL ? HEAP_ALLOWED.filling : HEAP_ALLOWED.full),
      resident: of('resident', Math.round(share)),
    };
  });
}

function longestLife(samples: readonly Sample[], restarts: readonly number[]): readonly Sample[] {
  const ends = [...restarts, Number.POSITIVE_INFINITY];
  const lives = ends.map((end, index) => {
    const begin = index === 0 ? Number.NEGATIVE_INFINITY : (ends[index - 1] ?? 0);
    return samples.filter(({ at }) => at >= begin && at < end);
  });
  return lives.reduce((longest, life) => (life.length > longest.length ? life : longest), []);
}
