/**
 * Remembers what was made last. Two halves take turns: when one is full, the other is forgotten, and what is asked for
 * again moves on. So what is asked for often stays, for one look more into a map.
 *
 * @param most how many are remembered at most
 * @param make makes a value, which is never `undefined`
 * @param own makes what is kept of a key
 * @returns the same value for the same key, as long as it is remembered
 */
export function remembered<K, V extends NonNullable<unknown>>(
  most: number,
  make: (key: K) => V,
  own: (key: K) => K = (key) => key,
): (key: K) => V {
  let young = new Map<K, V>();
  let old = new Map<K, V>();
  return (key) => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const value = old.get(key) ?? make(key);
    if (young.size >= most / 2) {
      old = young;
      young = new Map();
    }
    young.set(own(key), value);
    return value;
  };
}
