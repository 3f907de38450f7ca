/** What is added up over the sentences or paragraphs of one window. Numbers count from the window's first. */
export interface Sums {
  /** @param term counted from 1; of the same thing, each term in one run */
  add(thing: number, term: number, score: number): void;
  /** As in MiniSearch: what the terms that match come to, times their number. 0 when none does. */
  scoreOf(thing: number): number;
  /** Calls with each thing that holds a term. */
  each(tell: (thing: number) => void): void;
  empty(): void;
}

/**
 * @param most things in the largest window
 * @returns sums, empty
 */
export function sumsFor(most: number): Sums {
  const sums = new Float64Array(most);
  const terms = new Uint16Array(most);
  /** The term that was added last: one may match a paragraph by its text and by its headline. */
  const last = new Uint16Array(most);
  const touched = new Uint32Array(most);
  let size = 0;
  return {
    add(thing, term, score) {
      sums[thing] = (sums[thing] ?? 0) + score;
      if (last[thing] === term) return;
      last[thing] = term;
      const before = terms[thing] ?? 0;
      terms[thing] = before + 1;
      if (before > 0) return;
      touched[size] = thing;
      size += 1;
    },
    scoreOf: (thing) => (sums[thing] ?? 0) * (terms[thing] ?? 0),
    each(tell) {
      for (let at = 0; at < size; at += 1) tell(touched[at] ?? 0);
    },
    empty() {
      for (let at = 0; at < size; at += 1) {
        const thing = touched[at] ?? 0;
        sums[thing] = 0;
        terms[thing] = 0;
        last[thing] = 0;
      }
      size = 0;
    },
  };
}
