/** What the place of a candidate among the others is worth; places count from 0. */

/** @returns 1, 1/2, 1/3 …: the first is often right, however little it is ahead */
export function front(place: number): number {
  return 1 / (1 + place);
}

/** @returns from 0 at the first to 1 at the fiftieth, the more slowly the farther: tells the tenth from the fortieth */
export function far(place: number): number {
  return Math.min(1, Math.log1p(place) / 4);
}
