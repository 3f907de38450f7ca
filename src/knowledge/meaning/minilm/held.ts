import type { Bytes, Key } from './vector.ts';

/** Vectors in memory: those used last, at some 700 bytes each. */
export interface Held {
  readonly size: number;
  /** Gives a vector, which counts as used. */
  get(key: Key): Bytes | undefined;
  set(key: Key, vector: Bytes): void;
  /**
   * Makes room for a library and as much again: while one is followed, the old sentences and the new are in use,
   * and after that the old go. Room never gets less.
   */
  makeRoomFor(sentences: number): void;
}

/** What a question asks for has room also where no library was announced. */
const LEAST = 2_000;

/** @returns no vectors */
export function held(): Held {
  const vectors = new Map<Key, Bytes>();
  let room = LEAST;
  const put = (key: Key, vector: Bytes) => {
    vectors.delete(key);
    vectors.set(key, vector);
  };
  return {
    get size() {
      return vectors.size;
    },
    get(key) {
      const vector = vectors.get(key);
      if (vector) put(key, vector);
      return vector;
    },
    set(key, vector) {
      put(key, vector);
      for (const oldest of vectors.keys()) {
        if (vectors.size <= room) break;
        vectors.delete(oldest);
      }
    },
    makeRoomFor(sentences) {
      room = Math.max(room, 2 * sentences);
    },
  };
}
