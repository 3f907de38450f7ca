import { readFile, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { milliseconds } from '../render/numbers.ts';
import type { Machine } from '../results.ts';
import { readSet } from '../run/set.ts';
import { withSection } from '../sections.ts';
import { type Found, measureSize } from './growing.ts';
import { QUESTIONS } from './library.ts';
import { openBeside } from './nodes.ts';
import { clusterPicture } from './picture.ts';
import type { ClusterRun } from './results.ts';
import { clusterSection } from './section.ts';

/** What is measured. */
export interface ClusterPlan {
  /** Path of the set. */
  readonly set: string;
  /** Of the libraries, in sentences, smallest first; not empty. */
  readonly sizes: readonly number[];
  /** The folder of `bench.md`. */
  readonly out: string;
}

/**
 * Measures Nutgraf in memory and beside a cluster over growing libraries, and writes that section of `bench.md` and
 * `bench-cluster.svg`: after each result anew, since the largest sizes take long and may break off.
 *
 * @param plan what is measured
 * @param machine where
 * @param command what repeats it
 * @throws {NoClusterError} when there is no cluster
 * @throws {QuestionSetError} when the set cannot be read
 */
export async function measureCluster(
  { set, sizes, out }: ClusterPlan,
  machine: Machine,
  command: string,
): Promise<void> {
  await readSet(set);
  const largest = Math.max(...sizes);
  const beside = await openBeside(process.env, largest);
  const end = () => void beside.stop().finally(() => process.exit(130));
  process.once('SIGINT', end).once('SIGTERM', end);
  let run: ClusterRun = {
    questions: QUESTIONS,
    rows: [],
    leftOut: [],
    update: null,
    nodes: beside.nodes,
    machine,
    command,
  };
  async function tell(found: Found): Promise<void> {
    run = withFound(run, found);
    console.error(JSON.stringify(found));
    await write(out, run);
  }
  // The nodes need theirs; a process that is given all of the rest takes it, and the system ends somebody.
  const heap = Math.floor(totalmem() / 2 / 1e6);
  const began = performance.now();
  try {
    for (const size of sizes) {
      await measureSize({ set, size, heap, beside, updates: size === largest }, tell);
    }
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
    await beside.stop();
  }
  console.error(`took ${milliseconds((performance.now() - began) / 60_000)} minutes`);
}

function withFound(run: ClusterRun, { row, leftOut, update }: Found): ClusterRun {
  return {
    ...run,
    rows: row ? [...run.rows, row] : run.rows,
    leftOut: leftOut ? [...run.leftOut, leftOut] : run.leftOut,
    update: update ?? run.update,
  };
}

async function write(out: string, run: ClusterRun): Promise<void> {
  const file = join(out, 'bench.md');
  const before = await readFile(file, 'utf8').catch(() => '');
  await writeFile(file, withSection(before, clusterSection(run)));
  await writeFile(join(out, 'bench-cluster.svg'), clusterPicture(run));
}
