import type { Key } from './vector.ts';

/** Texts whose vectors are wanted, each once. */
export interface Backlog {
  readonly size: number;
  /** Adds a text behind all others. */
  add(key: Key, text: string): void;
  /** Puts a text ahead of those that were only added: a question lacked it. */
  hurry(key: Key, text: string): void;
  /** Takes the next texts out, at most so many. */
  next(most: number): readonly (readonly [Key, string])[];
  remove(key: Key): void;
  clear(): void;
}

/** @returns a backlog, empty */
export function backlog(): Backlog {
  const [urgent, others] = [new Map<Key, string>(), new Map<Key, string>()];
  const remove = (key: Key) => {
    urgent.delete(key);
    others.delete(key);
  };
  return {
    get size() {
      return urgent.size + others.size;
    },
    add(key, text) {
      if (!urgent.has(key)) others.set(key, text);
    },
    hurry(key, text) {
      others.delete(key);
      urgent.set(key, text);
    },
    next(most) {
      const taken: (readonly [Key, string])[] = [];
      for (const texts of [urgent, others]) {
        for (const entry of texts) {
          if (taken.length === most) return taken;
          taken.push(entry);
          texts.delete(entry[0]);
        }
      }
      return taken;
    },
    remove,
    clear() {
      urgent.clear();
      others.clear();
    },
  };
}
