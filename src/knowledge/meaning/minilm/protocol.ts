import type { Embedder, ModelManifest } from '@lat.md/embed';

/** What the thread is started with. */
export interface Setup {
  /** Address of a module that stands in for the network in tests; `null` for the real one. */
  readonly standIn: string | null;
}

/** What a module that stands in exports, in the form of the real packages. */
export interface Network {
  readonly createEmbedder: (setup: {
    model: ModelManifest;
  }) => Promise<Pick<Embedder, 'embed' | 'dimensions'>>;
  readonly model: ModelManifest;
}

/** Texts that vectors are wanted of. */
export interface Request {
  readonly id: number;
  readonly texts: readonly string[];
}

/**
 * What the thread says.
 * - `found`: the packages are there; the network is being loaded
 * - `missing`: they are not, and the thread ends
 * - `vectors`: of the texts of a request, one after the other
 */
export type Said =
  | { readonly kind: 'found' | 'missing' }
  | { readonly kind: 'vectors'; readonly id: number; readonly vectors: Float32Array<ArrayBuffer> };
