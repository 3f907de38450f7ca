import type { Peer } from './peer.ts';

/**
 * Every peer, each loaded only in the process that measures it: what one holds in memory must not be
 * counted as another's.
 */
export const PEERS = {
  nutgraf: async () => (await import('./peers/nutgraf.ts')).peer,
  minisearch: async () => (await import('./peers/minisearch.ts')).peer,
  sqlite: async () => (await import('./peers/sqlite.ts')).peer,
  wink: async () => (await import('./peers/wink.ts')).peer,
  lunr: async () => (await import('./peers/lunr.ts')).peer,
  flexsearch: async () => (await import('./peers/flexsearch.ts')).peer,
  orama: async () => (await import('./peers/orama.ts')).peer,
  fuse: async () => (await import('./peers/fuse.ts')).peer,
} satisfies Readonly<Record<string, () => Promise<Peer>>>;

export type PeerName = keyof typeof PEERS;

/** In the order in which they are measured. */
export const PEER_NAMES = Object.keys(PEERS) as readonly PeerName[];
