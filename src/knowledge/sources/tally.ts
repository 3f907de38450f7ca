/** Both numbers of a vote or a match. */
import { countsIn, withoutTimesAndShares } from '../evidence/figures.ts';
import { scoresIn } from '../evidence/numbers.ts';
import { sidesOf } from '../evidence/sides.ts';
import { amountOf, compared } from './amount.ts';

/** Numbers of both sides; the first is for, where `sided`. */
export interface Tally {
  readonly numbers: readonly [string, string];
  readonly sided: boolean;
}

const BETWEEN = /^ ?(?:\p{L}+ )?(?:to|-|–) ?$/u;

/**
 * @param text a sentence
 * @returns its one tally: "11 to 4", "11 votes to 4", "1,798 against and 738 in favor"; `null` without one,
 * and where there are several
 */
export function tallyOf(text: string): Tally | null {
  const [score, another] = scoresIn(text);
  if (score && !another) {
    const [one, other] = text.slice(score.start, score.end).match(/\d[\d,.]*/g) ?? [];
    return one && other ? { numbers: [one, other], sided: false } : null;
  }
  const counts = withoutTimesAndShares(text, countsIn(text));
  const sides = sidesOf(text, counts);
  const words = counts.map(({ start, end }) => text.slice(start, end));
  const [pro, contra] = [words[sides.indexOf('for')], words[sides.indexOf('against')]];
  const once = (side: string) => sides.filter((told) => told === side).length === 1;
  if (pro && contra && once('for') && once('against')) return { numbers: [pro, contra], sided: true };
  const pairs = counts.slice(1).flatMap((count, index): [string, string][] => {
    const before = counts[index];
    const isPair = before && BETWEEN.test(text.slice(before.end, count.start));
    return isPair ? [[words[index] ?? '', words[index + 1] ?? '']] : [];
  });
  const [pair, ...more] = pairs;
  return pair && more.length === 0 ? { numbers: pair, sided: false } : null;
}

/** "2-1" beside 1,798 and 738 is what they come to. */
const PROPORTION = 10;

/**
 * @returns whether two tallies are the same, or differ; `null` where that is not clear
 */
export function comparedTallies(a: Tally, b: Tally): 'same' | 'different' | null {
  const ours = a.numbers.map(amountOf);
  const theirs = b.numbers.map(amountOf);
  const [a1, a2, b1, b2] = [ours[0], ours[1], theirs[0], theirs[1]];
  if (!a1 || !a2 || !b1 || !b2) return null;
  const [small, large] = [Math.max(a1.value, a2.value), Math.max(b1.value, b2.value)].sort((x, y) => x - y);
  if (small === undefined || large === undefined) return null;
  if (small <= PROPORTION && large > PROPORTION * small) return null;
  const straight = [compared(a1, b1), compared(a2, b2)];
  if (straight.every((outcome) => outcome === 'same')) return 'same';
  const crossed = [compared(a1, b2), compared(a2, b1)];
  if (!(a.sided && b.sided) && crossed.every((outcome) => outcome === 'same')) return 'same';
  return straight.includes('different') && crossed.includes('different') ? 'different' : null;
}
