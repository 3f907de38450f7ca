import type { Pair } from '../pair.ts';
import { far } from '../standing.ts';

/** How near a sentence comes by a network that reads it whole; 0 where there is none. */
export const DEEP = {
  deep: ({ deep }: Pair) => deep?.cosine ?? 0,
  /** The sentence before it: what "he" or "the move" refers to. */
  deepBefore: ({ deep }: Pair) => deep?.before ?? 0,
  /** How far it is behind the nearest candidate, and its place among them. */
  behindDeepest: ({ deep, inquiry }: Pair) =>
    deep === null ? 0 : Math.max(-1, deep.cosine - (inquiry.deep?.best ?? 0)),
  farByDeep: ({ deep }: Pair) => (deep === null ? 0 : far(deep.place)),
} satisfies Record<string, (pair: Pair) => number>;
