import { type Random, shuffled } from '../random.ts';

/** When something goes wrong, in ms since people began to ask. */
export interface Planned<Name extends string> {
  readonly name: Name;
  readonly at: number;
  readonly ms: number;
}

/** In ms: one fault is over, with its consequences, before the next begins, so that what is lost has one cause. */
const SLOT = 26_000;
/** Of a slot: how long a fault lasts. The rest is for what it left behind. */
const [LEAST, MOST] = [0.15, 0.4];
/** Before the first fault everything warms up; after the last one, what it left behind is looked at. */
const CALM = { before: 0.06, after: 0.06 } as const;

/**
 * Spreads faults over a run: one after another, all of them once before any comes again.
 *
 * @param names which there are
 * @param first of these: comes once, before the others, since what is measured over time begins anew with it
 * @param ms how long people ask
 * @param random decides their order and how long each lasts
 * @returns the plan, in order; each fault at least once, however short the run
 */
export function planFaults<Name extends string>(
  names: readonly Name[],
  first: Name,
  ms: number,
  random: Random,
): Planned<Name>[] {
  if (names.length === 0) return [];
  const begin = ms * CALM.before;
  const room = ms * (1 - CALM.before - CALM.after);
  const others = names.filter((name) => name !== first);
  const count = Math.max(names.length, others.length === 0 ? 1 : Math.floor(room / SLOT));
  const slot = room / count;
  const order: Name[] = names.filter((name) => name === first);
  while (order.length < count) order.push(...shuffled(random, others));
  return order.slice(0, count).map((name, index) => ({
    name,
    at: Math.round(begin + index * slot),
    ms: Math.round(slot * (LEAST + random() * (MOST - LEAST))),
  }));
}
