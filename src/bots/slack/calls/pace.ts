import { LRUCache } from 'lru-cache';
import { failureOf, HttpFailure } from './failure.ts';

/** Keeps messages to one channel apart. */
export interface Pace {
  /**
   * Does something in its turn: at once, unless the channel has had a message within the last second, or Slack wants
   * us to wait.
   *
   * @throws {HttpFailure} at once where its turn would come too late to be of use, as Slack says it of too many calls;
   *   and what `work` throws
   */
  inTurn<T>(channel: string, work: () => Promise<T>): Promise<T>;
  /** Lets everything go that waits: the bot is being stopped, and Slack may take it or not. */
  release(): void;
}

/**
 * Slack lets about one message a second into a channel, and refuses more with 429
 * (https://docs.slack.dev/apis/web-api/rate-limits#posting-messages).
 */
const APART_MS = 1_000;
/**
 * Nobody waits for an answer any longer; and of what comes faster than Slack lets us answer, for however long, no more
 * than this is held in memory.
 */
const LONGEST_MS = 30_000;
/** Channels that are remembered; one that is forgotten had its last message long ago. */
const CHANNELS = { max: 10_000, ttl: 10 * 60_000 };

/** @returns a pace that knows of no message yet */
export function openPace(): Pace {
  const free = new LRUCache<string, number>(CHANNELS);
  const waiting = new Set<() => void>();
  let released = false;

  async function turnOf(channel: string): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, free.get(channel) ?? 0);
    if (at - now > LONGEST_MS) throw new HttpFailure(429, 'ratelimited', Math.ceil((at - now) / 1_000));
    free.set(channel, at + APART_MS);
    if (at > now && !released) await sleep(at - now);
  }

  function sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      waiting.add(done);
    });
  }

  return {
    async inTurn(channel, work) {
      await turnOf(channel);
      try {
        return await work();
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === 'limited') free.set(channel, performance.now() + failure.afterMs);
        throw error;
      }
    },
    release() {
      released = true;
      for (const done of [...waiting]) done();
    },
  };
}
