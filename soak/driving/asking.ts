import { setTimeout as sleep } from 'node:timers/promises';
import { oneOf, type Random } from '../random.ts';
import { someQuestion } from './questions.ts';
import type { Street, Way } from './street.ts';

/** How people ask. */
export interface Pace {
  /** Questions a second. */
  readonly rate: number;
  /** In ms. */
  readonly ms: number;
  /** How many wait for an answer now. */
  readonly waiting: () => number;
}

/** In seconds: where more wait than are asked in as long, the machine cannot do as much, and less is asked. */
const UNDER_WAY = 6;

/**
 * Asks at a steady rate, in every way, each as often as its weight in its street says. Whoever waits keeps nobody else
 * from asking, until so many wait that this machine is too slow for the rate.
 *
 * @param streets with the share of all questions that each has
 * @param pace how often, and for how long
 * @param random decides who asks what
 */
export async function ask(
  streets: readonly (readonly [Street, number])[],
  { rate, ms, waiting }: Pace,
  random: Random,
): Promise<void> {
  const lots: readonly Way[] = streets.flatMap(([{ ways }, share]) => {
    const all = ways.reduce((sum, { weight }) => sum + weight, 0);
    return ways.flatMap((way) =>
      Array<Way>(Math.max(1, Math.round((way.weight * share * 100) / all))).fill(way),
    );
  });
  const end = performance.now() + ms;
  for (
    let next = performance.now();
    next < end;
    next = Math.max(next + 1_000 / rate, performance.now() - 1_000)
  ) {
    await sleep(Math.max(0, next - performance.now()));
    while (waiting() > Math.max(20, rate * UNDER_WAY) && performance.now() < end) await sleep(100);
    // Where there is no answer yet to ask under, somebody else asks.
    for (let tries = 0; tries < 20; tries += 1) {
      if (oneOf(random, lots).ask(someQuestion(random)) !== null) break;
    }
  }
}
