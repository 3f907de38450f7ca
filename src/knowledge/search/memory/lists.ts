/**
 * Lists of numbers, one after the other in one array: list `n` stands from `from[n]` to before `from[n + 1]`.
 * A number takes 4 bytes and a list 4 more, where an array of its own would take some 100.
 */
export interface Lists {
  readonly from: Uint32Array;
  readonly items: Uint32Array;
}

/** Lists of what holds a term, and beside each item how often it does. */
export interface Postings extends Lists {
  readonly times: Uint16Array;
}

/** Work that lets others come in between. */
export type InPieces<T> = Generator<undefined, T>;

/** Lists done before others may come in between: about a ms. */
const PIECE = 4096;

/**
 * @param most how many lists there will be
 * @returns lists that grow: `write` puts one after the last
 */
export function writing(most: number): { write(list: Iterable<number>): void; lists(): Lists } {
  const from = new Uint32Array(most + 1);
  let items = new Uint32Array(most * 8);
  let written = 0;
  let end = 0;
  return {
    write(list) {
      for (const item of list) {
        if (end === items.length) {
          const larger = new Uint32Array(end * 2 + 8);
          larger.set(items);
          items = larger;
        }
        items[end] = item;
        end += 1;
      }
      written += 1;
      from[written] = end;
    },
    lists: () => ({ from, items }),
  };
}

/**
 * @param lists lists of terms
 * @param terms how many terms there are
 * @returns how many different terms each list has, at least 1: MiniSearch counts an empty text as one
 */
export function* differentIn(lists: Lists, terms: number): InPieces<Uint32Array> {
  const counted = new Uint32Array(lists.from.length - 1);
  yield* eachDifferent(lists, terms, (_, list) => {
    counted[list] = (counted[list] ?? 0) + 1;
  });
  return counted.map((different) => Math.max(1, different));
}

/**
 * @param lists lists of terms
 * @param terms how many terms there are
 * @returns for each term, how many lists hold it
 */
export function* holdersIn(lists: Lists, terms: number): InPieces<Uint32Array> {
  const holders = new Uint32Array(terms);
  yield* eachDifferent(lists, terms, (term) => {
    holders[term] = (holders[term] ?? 0) + 1;
  });
  return holders;
}

/**
 * Turns lists round.
 *
 * @param lists lists of terms
 * @param terms how many terms there are
 * @returns for each term, the lists that hold it, in order
 */
export function* inverted(lists: Lists, terms: number): InPieces<Postings> {
  const from = new Uint32Array(terms + 1);
  from.set(yield* holdersIn(lists, terms), 1);
  for (let term = 1; term <= terms; term += 1) from[term] = (from[term] ?? 0) + (from[term - 1] ?? 0);
  const items = new Uint32Array(from[terms] ?? 0);
  const times = new Uint16Array(items.length);
  /** After the last item of each term so far. */
  const end = from.slice();
  const again = (term: number) => {
    const at = (end[term] ?? 0) - 1;
    times[at] = (times[at] ?? 0) + 1;
  };
  yield* eachDifferent(
    lists,
    terms,
    (term, list) => {
      const at = end[term] ?? 0;
      items[at] = list;
      times[at] = 1;
      end[term] = at + 1;
    },
    again,
  );
  return { from, items, times };
}

/** Tells of each term of each list, when it comes for the first time in the list and when it comes again. */
function* eachDifferent(
  { from, items }: Lists,
  terms: number,
  tell: (term: number, list: number) => void,
  again: (term: number) => void = () => {},
): InPieces<void> {
  /** The last list that held each term, counted from 1. */
  const last = new Uint32Array(terms);
  for (let list = 0; list + 1 < from.length; list += 1) {
    const end = from[list + 1] ?? 0;
    for (let at = from[list] ?? 0; at < end; at += 1) {
      const term = items[at] ?? 0;
      if (last[term] === list + 1) again(term);
      else tell(term, list);
      last[term] = list + 1;
    }
    if (list % PIECE === PIECE - 1) yield;
  }
}

/** @returns the first place from `low` to `high` whose item is not below a number; `high` when all are */
export function placeOf(items: Uint32Array, number: number, low: number, high: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((items[middle] ?? 0) < number) from = middle + 1;
    else to = middle;
  }
  return from;
}
