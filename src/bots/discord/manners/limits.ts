import { LRUCache } from 'lru-cache';

/** Keeps one person, or one channel, from asking for everybody. */
export interface Limits {
  /**
   * Counts a question.
   *
   * @param user who asks
   * @param channel where
   * @returns `null` where it may be answered; otherwise from when on they may ask again, in ms since the epoch
   */
  take(user: string | null, channel: string | null): number | null;
  /** @returns whether nobody in a channel was told yet that they may ask again then */
  isNews(channel: string, until: number): boolean;
}

/** Questions within {@link WINDOW_MS}: more than a person reads, and than a channel can follow. */
const OF_A_PERSON = 15;
const OF_A_CHANNEL = 60;
const WINDOW_MS = 60_000;
/** People and channels that are counted at a time. */
const COUNTED = 50_000;

/**
 * @param now tells the time, in ms since the epoch
 * @returns limits, nothing counted yet
 */
export function openLimits(now: () => number = Date.now): Limits {
  const windows = new LRUCache<string, { count: number; readonly until: number }>({ max: COUNTED });
  const told = new LRUCache<string, true>({ max: COUNTED });

  /** The window of a name; a new one where the last is over. */
  function windowOf(name: string) {
    const known = windows.get(name);
    if (known !== undefined && known.until > now()) return known;
    const begun = { count: 0, until: now() + WINDOW_MS };
    windows.set(name, begun);
    return begun;
  }

  return {
    take(user, channel) {
      const counted = [
        ...(user === null ? [] : [{ window: windowOf(`user:${user}`), most: OF_A_PERSON }]),
        ...(channel === null ? [] : [{ window: windowOf(`channel:${channel}`), most: OF_A_CHANNEL }]),
      ];
      const full = counted.find(({ window, most }) => window.count >= most);
      if (full !== undefined) return full.window.until;
      for (const { window } of counted) window.count += 1;
      return null;
    },
    isNews(channel, until) {
      const name = `${channel}:${until}`;
      const isNew = !told.has(name);
      told.set(name, true);
      return isNew;
    },
  };
}
