/**
 * Terms by number, the same in all libraries of this process: in the place of texts, sentences hold four bytes for each
 * term, and counting them takes no look into a map. A term stays when the last article that held it has gone: of a
 * library of a million sentences there are some 250,000, at about 100 bytes.
 */
const numbers = new Map<string, number>();
const terms: string[] = [];

/** @returns the number of a term, from 0; a new one for a new term */
export function numberOf(term: string): number {
  const known = numbers.get(term);
  if (known !== undefined) return known;
  numbers.set(term, terms.length);
  terms.push(term);
  return terms.length - 1;
}

/** @returns the number of a term; `undefined` for one that no library has held yet */
export function knownNumberOf(term: string): number | undefined {
  return numbers.get(term);
}

/** @returns the term of a number; empty for a number that is none */
export function termAt(number: number): string {
  return terms[number] ?? '';
}

/** @returns how many terms have a number */
export function numberedTerms(): number {
  return terms.length;
}
