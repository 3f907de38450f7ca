/** Terms grouped before others may come in between: about a ms. */
const AT_ONCE = 4096;

/**
 * Sorts terms in pieces, one for each two first letters, so that questions are answered in between.
 *
 * @param terms different terms
 * @returns the vocabulary
 */
export function* sorting(terms: Iterable<string>): Generator<undefined, string[]> {
  const groups = new Map<string, string[]>();
  let grouped = 0;
  for (const term of terms) {
    grouped += 1;
    if (grouped % AT_ONCE === 0) yield;
    const beginning = term.slice(0, 2);
    const group = groups.get(beginning);
    if (group) group.push(term);
    else groups.set(beginning, [term]);
  }
  const sorted: string[] = [];
  for (const beginning of [...groups.keys()].sort()) {
    yield;
    for (const term of (groups.get(beginning) ?? []).sort()) sorted.push(term);
  }
  return sorted;
}

/** Letters that may follow a term for the longer one to be of the same family: "wrong", "wrongdo". */
const LONGER_BY = 6;
/** Shorter terms begin too many others: "con", "pro". */
const SHORTEST_BEGINNING = 4;

/**
 * The terms that begin with another.
 *
 * @param vocabulary sorted terms
 * @param term what they should begin with
 * @returns longer terms, at most ten
 */
export function beginningWith(vocabulary: readonly string[], term: string): string[] {
  if (term.length < SHORTEST_BEGINNING || /^\p{N}/u.test(term)) return [];
  const found: string[] = [];
  for (let at = firstNotBefore(vocabulary, term); at < vocabulary.length && found.length < 10; at += 1) {
    const other = vocabulary[at] ?? '';
    if (!other.startsWith(term)) break;
    if (other.length > term.length && other.length <= term.length + LONGER_BY) found.push(other);
  }
  return found;
}

/** From this length on, in letters, two slips may be in a word; in shorter ones two make another word. */
const TWO_SLIPS_FROM = 8;
/** From this length on, a letter may be another: "hang" and "hand" are both words, "warehouse" has no twin. */
const OTHER_LETTER_FROM = 7;

/**
 * The terms that a misspelled one may mean: those at the smallest distance that begin with the same letter,
 * which is seldom wrong. In short words only a letter too many, one too few, or two that have changed places
 * count as slips. Terms that begin with letters that are too far already are passed over together, so that
 * 60,000 terms cost 1 ms and not 14.
 *
 * @param vocabulary sorted terms
 * @param term the misspelled term
 * @returns terms at the smallest distance; empty when none is near, or for numbers and short terms
 */
export function spelledLike(vocabulary: readonly string[], term: string): string[] {
  if (term.length < 3 || /\p{N}/u.test(term)) return [];
  const first = term[0] ?? '';
  let nearest = term.length < TWO_SLIPS_FROM ? 1 : 2;
  const distances = distancesTo(term, nearest);
  let found: string[] = [];
  let at = firstNotBefore(vocabulary, first);
  for (let other = vocabulary[at]; other?.startsWith(first); other = vocabulary[at]) {
    const { distance, tooFar } = distances.to(other, nearest);
    at = tooFar === null ? at + 1 : firstNotBefore(vocabulary, after(tooFar), at + 1);
    if (distance > nearest || other.length < 4) continue;
    if (term.length < OTHER_LETTER_FROM && isOtherLetter(term, other)) continue;
    if (distance < nearest) found = [];
    nearest = distance;
    found.push(other);
  }
  return found.slice(0, 4);
}

/** Sorts after everything that begins with these letters. */
function after(beginning: string): string {
  return `${beginning}\u{ffff}`;
}

interface Distance {
  readonly distance: number;
  /** Letters with which no term begins that is near enough; `null` when that is not known. */
  readonly tooFar: string | null;
}

/**
 * Distances of a term to others that come sorted: for letters that another has in common with the one before,
 * nothing is counted again. See {@link editDistance}.
 *
 * @param most the largest distance that is ever asked for
 */
function distancesTo(term: string, most: number): { to(other: string, atMost: number): Distance } {
  /** Of the other before: the first for no letter of it, then one for each letter. */
  const rows = [firstRow(term)];
  let before = '';
  return {
    to(other, atMost) {
      let letters = 0;
      while (letters < rows.length - 1 && letters < other.length && other[letters] === before[letters]) {
        letters += 1;
      }
      rows.length = letters + 1;
      before = other;
      while (letters < other.length) {
        letters += 1;
        const row = nextRow(rows, other, term, letters, most);
        rows.push(row);
        if (!isWithin(row, atMost)) return { distance: atMost + 1, tooFar: other.slice(0, letters) };
      }
      return { distance: Math.min(at(rows[letters] ?? [], term.length), atMost + 1), tooFar: null };
    },
  };
}

/** Whether two words differ by a letter in the place of another, and not by two that changed places. */
function isOtherLetter(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') !== [...b].sort().join('');
}

/**
 * Damerau–Levenshtein distance (optimal string alignment): insertions, deletions, substitutions and
 * transpositions of neighbours, each counting one.
 *
 * @param atMost beyond it the distance is not counted on
 * @returns the distance, or `atMost + 1` when it is larger
 */
export function editDistance(a: string, b: string, atMost: number): number {
  if (Math.abs(a.length - b.length) > atMost) return atMost + 1;
  const rows = [firstRow(b)];
  for (let letters = 1; letters <= a.length; letters += 1) {
    const row = nextRow(rows, a, b, letters, atMost);
    rows.push(row);
    // Later rows are no smaller, by a transposition neither: what it is counted from led to this row too.
    if (!isWithin(row, atMost)) return atMost + 1;
  }
  return Math.min(at(rows[a.length] ?? [], b.length), atMost + 1);
}

/** Distances to each beginning of a word, the empty one first. */
type Row = number[];

/** Distances of nothing to each beginning of a word. */
function firstRow(word: string): Row {
  return Array.from({ length: word.length + 1 }, (_, letters) => letters);
}

/**
 * Distances of the first letters of a word, so many, to each beginning of another, from the rows before. Of
 * beginnings that are longer or shorter by more than `atMost` they are not counted: they are larger than it.
 */
function nextRow(rows: readonly Row[], a: string, b: string, letters: number, atMost: number): Row {
  const [beforeLast, last] = [rows[letters - 2] ?? [], rows[letters - 1] ?? []];
  const row = new Array<number>(b.length + 1).fill(Number.POSITIVE_INFINITY);
  if (letters <= atMost) row[0] = letters;
  const end = Math.min(b.length, letters + atMost);
  for (let column = Math.max(1, letters - atMost); column <= end; column += 1) {
    const same = a[letters - 1] === b[column - 1];
    let cost = at(last, column - 1) + (same ? 0 : 1);
    cost = Math.min(cost, at(last, column) + 1, at(row, column - 1) + 1);
    if (!same && letters > 1 && a[letters - 1] === b[column - 2] && a[letters - 2] === b[column - 1]) {
      cost = Math.min(cost, at(beforeLast, column - 2) + 1);
    }
    row[column] = cost;
  }
  return row;
}

function isWithin(row: Row, atMost: number): boolean {
  for (const cost of row) if (cost <= atMost) return true;
  return false;
}

function at(row: Row, column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

/** @returns the first place, from `start` on, of what does not sort before a term */
function firstNotBefore(sorted: readonly string[], term: string, start = 0): number {
  let low = start;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return low;
}
