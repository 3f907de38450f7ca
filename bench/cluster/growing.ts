import type { ClusterSettings, EngineName } from '../../src/knowledge/index.ts';
import { ChildError, inChild } from '../run/in-child.ts';
import type { Contended, ContenderJob } from './contender.ts';
import { QUESTIONS } from './library.ts';
import type { Beside } from './nodes.ts';
import type { IndexRow, LeftOut, Row, Update } from './results.ts';

/** One size, and beside what it is measured. */
export interface Step {
  /** Path of the set. */
  readonly set: string;
  /** In sentences. */
  readonly size: number;
  /** MB that the heap of a process may take. */
  readonly heap: number;
  readonly beside: Beside;
  /** Whether it is also measured how many articles change while questions are asked. */
  readonly updates: boolean;
}

/** What is told as soon as it is known. */
export interface Found {
  readonly row?: Row;
  readonly leftOut?: LeftOut;
  readonly update?: Update;
}

/** What the contenders are called. */
const NAMES = {
  memory: 'Nutgraf in memory',
  opensearch: 'Nutgraf on OpenSearch',
  minisearch: 'Nutgraf on MiniSearch',
} as const satisfies Record<EngineName, string>;

/** A shard is searched by one thread: with two, two cores work at one question, and fewer at many. */
const SHARDS = [1, 2];

/**
 * Measures all contenders over a library of one size, one after the other.
 *
 * @param step the size
 * @param tell told of each result
 * @throws when one cannot be measured for another reason than that memory does not last
 */
export async function measureSize(step: Step, tell: (found: Found) => Promise<void>): Promise<void> {
  const memory = await measured(step, { engine: 'memory', cluster: null });
  await tell({ row: rowOf('memory', memory, null, null) });
  await measureClustered(step, memory, tell);
  await orLeftOut(NAMES.minisearch, step, tell, async () => {
    const found = await measured(step, { engine: 'minisearch', cluster: null });
    return rowOf('minisearch', found, memory, null);
  });
  await orLeftOut('MiniSearch', step, tell, async (): Promise<Row> => {
    say(step, 'MiniSearch');
    const { set, size, heap } = step;
    const job = { peer: 'minisearch', set, size, limit: QUESTIONS } as const;
    const { name, sentences, p50, p95, held, resident, build } = await inChild('peer', job, heap);
    const { articles } = memory;
    return { name, sentences, articles, p50, p95, held, resident, load: build, same: null, index: null };
  });
}

async function measureClustered(step: Step, memory: Contended, tell: (found: Found) => Promise<void>) {
  const { set, size, heap, beside, updates } = step;
  const made: ClusterSettings[] = [];
  const rows: Row[] = [];
  try {
    for (const shards of SHARDS) {
      const cluster = beside.settings(shards);
      made.push(cluster);
      say(step, `an index with ${shards} shards is built`);
      const build = await inChild('index', { set, size, cluster }, heap);
      const found = await measured(step, { engine: 'opensearch', cluster });
      const row = rowOf('opensearch', found, memory, {
        ...(await beside.sizeOf(cluster)),
        shards,
        build,
      });
      rows.push(row);
      await tell({ row });
    }
    if (!updates) return;
    const chosen = chosenShards(rows);
    const cluster = made.find(({ shards }) => shards === chosen) ?? null;
    for (const other of made) if (other !== cluster) await beside.remove(other);
    say(step, 'articles change while questions are asked');
    await tell({ update: await inChild('update', { set, size, cluster }, heap) });
  } finally {
    await Promise.allSettled(made.map((each) => beside.remove(each)));
  }
}

/**
 * @param rows what was measured
 * @returns with how many shards 95 of 100 questions are answered soonest in the largest library; 1 where none was
 */
export function chosenShards(rows: readonly Row[]): number {
  const clustered = rows.filter(({ index }) => index !== null);
  const largest = Math.max(...clustered.map(({ sentences }) => sentences));
  const [first] = clustered.filter(({ sentences }) => sentences === largest).sort((a, b) => a.p95 - b.p95);
  return first?.index?.shards ?? 1;
}

function measured(step: Step, job: Pick<ContenderJob, 'engine' | 'cluster'>): Promise<Contended> {
  say(step, NAMES[job.engine]);
  return inChild('contender', { ...job, set: step.set, size: step.size }, step.heap);
}

function rowOf(
  engine: EngineName,
  { firsts, ...found }: Contended,
  memory: Contended | null,
  index: IndexRow | null,
): Row {
  return { name: NAMES[engine], ...found, same: memory && sameShare(firsts, memory.firsts), index };
}

/** Says which differ, for whoever wants to know why. */
function sameShare(firsts: readonly string[], expected: readonly string[]): number {
  const differing = [...expected.keys()].filter((at) => firsts[at] !== expected[at]);
  for (const at of differing) console.error(`question ${at}: ${firsts[at]} in the place of ${expected[at]}`);
  return 1 - differing.length / expected.length;
}

async function orLeftOut(
  name: string,
  { size, heap }: Step,
  tell: (found: Found) => Promise<void>,
  measure: () => Promise<Row>,
): Promise<void> {
  let found: Found;
  try {
    found = { row: await measure() };
  } catch (error) {
    if (!(error instanceof ChildError && error.outOfMemory)) throw error;
    found = { leftOut: { name, size, heap } };
  }
  await tell(found);
}

/** It may take many minutes until there is a result. */
function say({ size }: Step, what: string): void {
  console.error(`${size} sentences: ${what} …`);
}
