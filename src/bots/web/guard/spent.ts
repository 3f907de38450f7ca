import type { Answer } from '../../../knowledge/index.ts';

/**
 * @param answer with those to the other questions of its message
 * @returns how long finding all of them took, in ms: what the rate limit counts
 */
export function spentOn({ tookMs, further }: Answer): number {
  return further.reduce((spent, other) => spent + other.tookMs, tookMs);
}
