import { LRUCache } from 'lru-cache';
import type { Settings, SettingsStore } from '../ledger.ts';

/**
 * Every question asks what is set where it was asked, and a database is a round trip away: half a millisecond, where
 * an answer takes two. What another process sets is seen within as long; what this one sets, at once.
 */
const KNOWN = { max: 5_000, ttl: 5_000 };
/** While the store cannot be read, what was set for a place when it last could be is better than nothing. */
const LAST_KNOWN = { max: 5_000 };

/**
 * @param store where settings are
 * @returns the same, at hand for some seconds
 */
export function settingsAtHand(store: SettingsStore): SettingsStore {
  const known = new LRUCache<string, Promise<Settings>>(KNOWN);
  const lastKnown = new LRUCache<string, Settings>(LAST_KNOWN);

  async function read(place: string, isLast: () => boolean): Promise<Settings> {
    try {
      const settings = await store.get(place);
      // What was read while it was changed may be what it was before.
      if (isLast()) lastKnown.set(place, settings);
      return settings;
    } catch (error) {
      const last = lastKnown.get(place);
      if (last === undefined) throw error;
      return last;
    }
  }

  return {
    get(place) {
      const before = known.get(place);
      if (before !== undefined) return before;
      const reading: Promise<Settings> = read(place, () => known.peek(place) === reading);
      known.set(place, reading);
      reading.catch(() => forget(place, reading));
      return reading;
    },
    async change(place, change) {
      try {
        await store.change(place, change);
      } finally {
        // Also what was read while it was changed.
        known.delete(place);
        lastKnown.delete(place);
      }
    },
  };

  function forget(place: string, reading: Promise<Settings>): void {
    if (known.peek(place) === reading) known.delete(place);
  }
}
