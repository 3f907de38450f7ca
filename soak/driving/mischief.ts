import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../random.ts';

/** What the platforms do to deliveries now. */
export interface Mischief {
  /** Of how many, from 0 to 1, come twice. */
  twice: number;
  /** In ms: each is kept back for up to as long, so that later ones overtake it. */
  keptBack: number;
}

/**
 * Delivers something as the platform does just now.
 *
 * @param mischief what it does
 * @param random decides what it does it to
 * @param deliver delivers it once
 * @returns what the first delivery came to
 */
export async function mischievously<T>(
  mischief: Mischief,
  random: Random,
  deliver: () => Promise<T>,
): Promise<T> {
  if (mischief.keptBack > 0) await sleep(random() * mischief.keptBack);
  const isTwice = random() < mischief.twice;
  const first = deliver();
  if (isTwice) {
    // At once, or when it may have been answered already.
    void sleep(random() < 0.5 ? 0 : 700).then(deliver);
  }
  return first;
}
