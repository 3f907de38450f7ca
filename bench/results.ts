/** What was measured of one peer. Shares are from 0 to 1; times in ms. */
export interface Measured {
  readonly name: string;
  readonly version: string;
  readonly setup: string;
  readonly documentation: string;
  readonly sentences: number;
  readonly questions: number;
  /** `null` when no question of the set has an answer. */
  readonly precisionAt1: number | null;
  readonly mrrAt10: number | null;
  readonly p50: number;
  readonly p95: number;
  /** Time to build the index from sentences in memory. */
  readonly build: number;
  /** Bytes by which the heap and the buffers beside it have grown, after garbage collection. */
  readonly held: number;
  /** Bytes that the whole process takes then: Node, the set's texts and all. */
  readonly resident: number;
}

/** One run of all peers over one set. */
export interface Run {
  /** The set's name. */
  readonly set: string;
  readonly sentences: number;
  /** Questions of the set that were to be put, before any peer's own limit. */
  readonly questions: number;
  readonly peers: readonly Measured[];
  /** The same peers over growing libraries; empty when that was not asked for. */
  readonly growth: readonly Measured[];
  readonly machine: Machine;
  /** The command that repeats the run. */
  readonly command: string;
}

/** Where it was measured. */
export interface Machine {
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
}
