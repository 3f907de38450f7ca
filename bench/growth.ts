import type { PeerName } from './peers.ts';

/**
 * What is measured over growing libraries: Nutgraf, the engine of many sites' search boxes, and the one that
 * most machines have. The sizes are in sentences: 10,000 are some 300 reports, 250,000 are years of them.
 */
export const GROWTH: {
  readonly peers: readonly PeerName[];
  readonly sizes: readonly number[];
  readonly questions: number;
} = {
  peers: ['nutgraf', 'minisearch', 'sqlite'],
  sizes: [1_000, 10_000, 50_000, 250_000],
  // The slowest takes some 100 ms each at the largest size: 300 are enough for a 95th percentile.
  questions: 300,
};
