import { LRUCache } from 'lru-cache';

/** Keeps messages to one channel apart. */
export interface Pace {
  /** Does something in its turn: at once, unless the channel has had a message within the last second. */
  inTurn<T>(channel: string, work: () => Promise<T>): Promise<T>;
}

/**
 * Slack lets about one message a second into a channel, and refuses more with 429
 * (https://docs.slack.dev/apis/web-api/rate-limits#posting-messages).
 */
const APART_MS = 1_000;
/** Channels that are remembered; one that is forgotten had its last message long ago. */
const CHANNELS = { max: 10_000, ttl: 10 * 60_000 };

/** @returns a pace that knows of no message yet */
export function openPace(): Pace {
  const free = new LRUCache<string, number>(CHANNELS);
  return {
    async inTurn(channel, work) {
      const now = performance.now();
      const at = Math.max(now, free.get(channel) ?? 0);
      free.set(channel, at + APART_MS);
      if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now));
      return work();
    },
  };
}
