import { oneOf, type Random } from '../random.ts';

/** The last answers, of which each is used once: to ask under, or to press a button on. */
export interface Recent<T> {
  add(one: T): void;
  /** @returns one of them, which is not there any more; `null` where there is none */
  take(random: Random): T | null;
  /** From now on there is none of before. */
  forget(): void;
}

const MOST = 200;

/** @returns nothing yet */
export function recent<T>(): Recent<T> {
  const all: T[] = [];
  return {
    add(one) {
      all.push(one);
      if (all.length > MOST) all.shift();
    },
    take(random) {
      if (all.length === 0) return null;
      const one = oneOf(random, all);
      all.splice(all.indexOf(one), 1);
      return one;
    },
    forget: () => void all.splice(0),
  };
}
