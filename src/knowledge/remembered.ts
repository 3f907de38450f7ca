/** What is remembered of a value, and how much room it takes. */
interface Remembering<K, V> {
  /** Makes what is kept of a key. */
  readonly own?: (key: K) => K;
  /** How much of `most` a value takes; 1, where it is not told. */
  readonly sizeOf?: (value: V) => number;
}

/**
 * Remembers what was made last. Two halves take turns: when one is full, the other is forgotten, and what is asked for
 * again moves on. So what is asked for often stays, for one look more into a map.
 *
 * @param most how many are remembered at most, or how much; what is larger than a half by itself is kept until the next
 *   comes
 * @param make makes a value, which is never `undefined`
 * @param how what is kept of a key, and how large a value is
 * @returns the same value for the same key, as long as it is remembered
 */
export function remembered<K, V extends NonNullable<unknown>>(
  most: number,
  make: (key: K) => V,
  { own = (key) => key, sizeOf = () => 1 }: Remembering<K, V> = {},
): (key: K) => V {
  let young = new Map<K, V>();
  let old = new Map<K, V>();
  let size = 0;
  return (key) => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const value = old.get(key) ?? make(key);
    if (size >= most / 2) {
      old = young;
      young = new Map();
      size = 0;
    }
    young.set(own(key), value);
    size += sizeOf(value);
    return value;
  };
}
