import { LRUCache } from 'lru-cache';
import type { Settings, SettingsStore } from '../ledger.ts';

/**
 * Every question asks what is set where it was asked, and a database is a round trip away: half a millisecond, where
 * an answer takes two. What another process sets is seen within as long; what this one sets, at once.
 */
const KNOWN = { max: 5_000, ttl: 5_000 };

/**
 * @param store where settings are
 * @returns the same, at hand for some seconds
 */
export function settingsAtHand(store: SettingsStore): SettingsStore {
  const known = new LRUCache<string, Promise<Settings>>(KNOWN);
  return {
    get(place) {
      const before = known.get(place);
      if (before !== undefined) return before;
      const reading = store.get(place);
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
      }
    },
  };

  function forget(place: string, reading: Promise<Settings>): void {
    if (known.peek(place) === reading) known.delete(place);
  }
}
