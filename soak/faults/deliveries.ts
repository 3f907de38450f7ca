import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.ts';

/** In ms: later ones overtake it. */
const KEPT_BACK = 2_000;

/** Most of what is delivered is delivered twice. */
export const deliveriesTwice: Fault = async ({ mischief }, ms) => {
  mischief.twice = 0.7;
  await sleep(ms);
  mischief.twice = 0;
};

/** What is delivered comes in another order than it was said in. */
export const deliveriesOutOfOrder: Fault = async ({ mischief }, ms) => {
  mischief.keptBack = KEPT_BACK;
  await sleep(ms);
  mischief.keptBack = 0;
};
