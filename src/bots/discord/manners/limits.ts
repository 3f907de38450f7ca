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
  /** Counts what somebody does with a button; as {@link take}. */
  press(user: string | null): number | null;
  /** @returns whether nobody in a channel was told yet that they may ask again then */
  isNews(channel: string, until: number): boolean;
}

/** Questions within {@link WINDOW_MS}: more than a person reads, and than a channel can follow. */
const OF_A_PERSON = 15;
const OF_A_CHANNEL = 60;
/** Of buttons: as fast as a hand is for a minute. Each costs us as much as a question, and a call or two. */
const PRESSES = 60;
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
    const left = (known?.until ?? 0) - now();
    // More than a whole window is left where the clock was set back.
    if (known !== undefined && left > 0 && left <= WINDOW_MS) return known;
    const begun = { count: 0, until: now() + WINDOW_MS };
    windows.set(name, begun);
    return begun;
  }

  /** Counts one more in each window, unless one of them is full: then until when it lasts. */
  function counted(names: readonly (readonly [name: string, most: number])[]): number | null {
    const all = names.map(([name, most]) => ({ window: windowOf(name), most }));
    const full = all.find(({ window, most }) => window.count >= most);
    if (full !== undefined) return full.window.until;
    for (const { window } of all) window.count += 1;
    return null;
  }

  return {
    take: (user, channel) =>
      counted([
        ...(user === null ? [] : [[`user:${user}`, OF_A_PERSON] as const]),
        ...(channel === null ? [] : [[`channel:${channel}`, OF_A_CHANNEL] as const]),
      ]),
    press: (user) => counted(user === null ? [] : [[`presses:${user}`, PRESSES]]),
    isNews(channel, until) {
      const name = `${channel}:${until}`;
      const isNew = !told.has(name);
      told.set(name, true);
      return isNew;
    },
  };
}
