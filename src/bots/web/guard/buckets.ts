import { LRUCache } from 'lru-cache';
import { networkOf } from '../../../http/network.ts';

/** What addresses may still do, counted. */
export interface Buckets {
  /**
   * Does something, if it may be done.
   *
   * @param address who does it; an IPv6 address stands for its whole network
   * @param cost how much of a thing it is; 1 without it
   * @returns 0 when it may be done, and is counted; otherwise seconds until it may be, and nothing is counted
   */
  take(address: string, cost?: number): number;
  /**
   * Counts what was done and turned out to be more than was taken: the next things wait for it.
   *
   * @param address who has done it
   * @param cost how much more it was
   */
  charge(address: string, cost: number): void;
  /** @returns as {@link take}, and counts nothing: for those who count only what has failed */
  wait(address: string, cost?: number): number;
}

export interface Rate {
  /** Things that may be done in a minute, on average. */
  readonly perMinute: number;
  /** Things that may be done at once, after a time of rest. */
  readonly burst: number;
  /** Addresses that are remembered; the one that was quiet for longest is forgotten first, as if it had rested. */
  readonly max: number;
  /** The time, in ms. */
  readonly now?: () => number;
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/**
 * Token buckets: each address has one, which is full at first and fills at a steady rate. One takes some 150 bytes.
 *
 * @param rate how large they are, how fast they fill, and how many there are at most
 * @returns the buckets
 */
export function openBuckets({ perMinute, burst, max, now = () => performance.now() }: Rate): Buckets {
  const buckets = new LRUCache<string, Bucket>({ max });
  const perMs = perMinute / 60_000;

  function left(key: string, at: number): number {
    const bucket = buckets.get(key);
    return bucket === undefined ? burst : Math.min(burst, bucket.left + (at - bucket.at) * perMs);
  }

  function look(address: string, cost: number, isTaken: boolean): number {
    const [key, at] = [networkOf(address), now()];
    const rest = left(key, at) - cost;
    if (rest < 0) return Math.max(1, Math.ceil(-rest / perMs / 1000));
    if (isTaken) buckets.set(key, { left: rest, at });
    return 0;
  }
  return {
    take: (address, cost = 1) => look(address, cost, true),
    wait: (address, cost = 1) => look(address, cost, false),
    charge(address, cost) {
      const [key, at] = [networkOf(address), now()];
      buckets.set(key, { left: left(key, at) - cost, at });
    },
  };
}
