import type { Spread } from './mapping.ts';

/** Where the search cluster is, and how the library lies on it. */
export interface ClusterSettings extends Spread {
  /** Addresses of nodes; a user and a password may stand in them. Any one that answers will do. */
  readonly nodes: readonly string[];
  /** `null` where they stand in the addresses, or none are asked for. */
  readonly login: { readonly username: string; readonly password: string } | null;
  /** File with the certificate of the authority that nodes are to be trusted by; `null` for the usual ones. */
  readonly ca: string | null;
  /** What the names of its indexes begin with. */
  readonly prefix: string;
}
