import { LRUCache } from 'lru-cache';

/** Rows in each store, and UTF-16 code units in all of them: some 16 MB a store, whatever people write. */
const LIMITS = { max: 10_000, maxSize: 8_000_000 };

/**
 * Texts rather than objects: what is given back is then nobody else's, and its size is known.
 *
 * @returns texts by name; what has not been used for longest is dropped first
 */
export function texts(): LRUCache<string, string> {
  return new LRUCache({ ...LIMITS, sizeCalculation: (text, name) => text.length + name.length + 1 });
}
