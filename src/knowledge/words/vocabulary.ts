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
 * count as slips. Costs 1 to 2 ms over 15,000 terms, and is asked only for terms that match nothing.
 *
 * @param vocabulary sorted terms
 * @param term the misspelled term
 * @returns terms at the smallest distance; empty when none is near, or for numbers and short terms
 */
export function spelledLike(vocabulary: readonly string[], term: string): string[] {
  if (term.length < 3 || /\p{N}/u.test(term)) return [];
  let nearest = term.length < TWO_SLIPS_FROM ? 1 : 2;
  let found: string[] = [];
  for (const other of vocabulary) {
    if (Math.abs(other.length - term.length) > nearest || /^\p{N}/u.test(other)) continue;
    if (other.length < 4 || other[0] !== term[0]) continue;
    const distance = editDistance(term, other, nearest);
    if (distance > nearest || (term.length < OTHER_LETTER_FROM && isOtherLetter(term, other))) continue;
    if (distance < nearest) found = [];
    nearest = distance;
    found.push(other);
  }
  return found.slice(0, 4);
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
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      }
      current.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > atMost) return atMost + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(at(last, b.length), atMost + 1);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

function firstNotBefore(sorted: readonly string[], term: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return low;
}
