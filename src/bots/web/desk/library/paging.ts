/** A stretch of a list. */
export interface Paged<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly number: number;
  /** How many pages there are, at least 1. */
  readonly pages: number;
  /** Of the whole list. */
  readonly total: number;
}

/**
 * @param all the list
 * @param wanted number of the page, from 1; what is none is the first, and what is beyond the last is the last
 * @param most on a page
 * @returns the page
 */
export function pageOf<T>(all: readonly T[], wanted: number, most: number): Paged<T> {
  const pages = Math.max(1, Math.ceil(all.length / most));
  const number = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), pages) : 1;
  return { items: all.slice((number - 1) * most, number * most), number, pages, total: all.length };
}
