import type { Machine } from '../results.ts';

/** What was measured of one contender over one library. Times in ms, memory in bytes. */
export interface Row {
  readonly name: string;
  readonly sentences: number;
  readonly articles: number;
  /** Time from a question to its answer. */
  readonly p50: number;
  readonly p95: number;
  /** By how much the heap and the buffers beside it have grown, after garbage collection; and the whole process. */
  readonly held: number;
  readonly resident: number;
  /** Until the process could be asked: with a cluster, over an index that is there. */
  readonly load: number;
  /** From 0 to 1: questions whose first quote is that of the engine in memory; `null` where none are compared. */
  readonly same: number | null;
  readonly index: IndexRow | null;
}

/** What the cluster takes for it. */
export interface IndexRow {
  readonly shards: number;
  /** Time to build the index, in ms. */
  readonly build: number;
  /** Bytes on disk: of one copy, and of all of them. */
  readonly primaries: number;
  readonly total: number;
  /** Bytes that each node's heap is filled with, the fullest node's. */
  readonly heap: number;
}

/** Questions at a steady rate; times in ms, from the moment when one was due. */
export interface Paced {
  readonly questions: number;
  readonly errors: number;
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}

/** What became of many articles that changed while questions were asked. */
export interface Update {
  readonly sentences: number;
  readonly articles: number;
  readonly changed: number;
  /** Questions a second. */
  readonly rate: number;
  /** The same questions at the same rate, with nothing changing. */
  readonly before: Paced;
  readonly during: Paced;
  /** Until all was written, and from then on until all of it was answered from; in ms. */
  readonly writing: number;
  readonly taking: number;
  /** In how many libraries, one after the other, the change was taken up. */
  readonly steps: number;
  /** Questions about what has changed that were asked afterwards, and how many were answered from it. */
  readonly checked: number;
  readonly right: number;
}

/** What ran out of memory. */
export interface LeftOut {
  readonly name: string;
  readonly size: number;
  /** MB that its heap might have taken. */
  readonly heap: number;
}

/** The cluster beside which it was measured. */
export interface Nodes {
  readonly version: string;
  readonly count: number;
  /** Bytes that the heap of one may take. */
  readonly heap: number;
  /** Whether it ran on this machine, started for it. */
  readonly ours: boolean;
}

/** One run over growing libraries. */
export interface ClusterRun {
  readonly questions: number;
  /** In the order in which it was measured: by size, the engine in memory first. */
  readonly rows: readonly Row[];
  readonly leftOut: readonly LeftOut[];
  /** `null` until the largest library was measured. */
  readonly update: Update | null;
  readonly nodes: Nodes;
  readonly machine: Machine;
  /** The command that repeats the run. */
  readonly command: string;
}
