import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { GROWTH } from '../growth.ts';
import { PEER_NAMES } from '../peers.ts';
import { page } from '../render/page.ts';
import { picture } from '../render/picture.ts';
import type { Machine, Measured, Run } from '../results.ts';
import { sectionsOf, withSection } from '../sections.ts';
import { inChild } from './in-child.ts';
import type { Job } from './measured.ts';
import { evenly, readSet, sentencesIn } from './set.ts';

/** What the command line says; `bench/options.js` reads it. */
interface Options {
  readonly set: string;
  readonly limit: number | null;
  readonly growth: boolean;
  readonly ledger: boolean | undefined;
  readonly web?: number;
  /** The sizes, smallest first. */
  readonly cluster?: readonly number[];
  readonly out: string;
}

/**
 * Measures all peers, one after the other, and writes `bench.md` and `bench.svg`; or the ledger or the
 * cluster, and writes its section of `bench.md`; or the page.
 *
 * @param options what to measure, and where to write
 * @throws {QuestionSetError} when the set cannot be read
 */
export async function main({ set: path, limit, growth, ledger, web, cluster, out }: Options): Promise<void> {
  if (web !== undefined) {
    const { measureWeb } = await import('../web/main.ts');
    return await measureWeb(web, machine());
  }
  if (ledger) {
    const { measureLedgers } = await import('../ledger/main.ts');
    return await measureLedgers(out, machine());
  }
  if (cluster !== undefined) {
    const { measureCluster } = await import('../cluster/main.ts');
    return await measureCluster(
      { set: path, sizes: cluster, out },
      machine(),
      clusterCommandFor(path, cluster),
    );
  }
  const set = await readSet(path);
  const peers: Measured[] = [];
  for (const peer of PEER_NAMES) peers.push(await told({ peer, set: path, limit, size: null }));
  const grown: Measured[] = [];
  for (const size of growth ? GROWTH.sizes : []) {
    for (const peer of GROWTH.peers) {
      grown.push(await told({ peer, set: path, limit: GROWTH.questions, size }));
    }
  }
  const run: Run = {
    set: set.name,
    sentences: sentencesIn(set.stories).length,
    questions: evenly(set.questions, limit).length,
    peers,
    growth: grown,
    machine: machine(),
    command: commandFor(set.name, limit, growth),
  };
  const file = join(out, 'bench.md');
  const kept = sectionsOf(await readFile(file, 'utf8').catch(() => ''));
  await writeFile(file, kept.reduce(withSection, page(run)));
  await writeFile(join(out, 'bench.svg'), picture(run));
  console.error(`wrote ${file} and ${join(out, 'bench.svg')}`);
}

async function told(job: Job): Promise<Measured> {
  const result = await inChild('peer', job);
  const { name, sentences, questions, precisionAt1, p50, p95 } = result;
  const right = precisionAt1 === null ? '–' : (precisionAt1 * 100).toFixed(1);
  console.error(
    `${name}: ${sentences} sentences, ${questions} questions, P@1 ${right}, p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`,
  );
  return result;
}

function machine(): Machine {
  const processors = cpus();
  return {
    node: process.versions.node,
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
  };
}

/** The set goes by its name: where it lies is this machine's affair. */
function commandFor(name: string, limit: number | null, growth: boolean): string {
  const options = [...(growth ? ['--growth'] : []), ...(limit === null ? [] : [`--limit ${limit}`])];
  return ['npm run bench --', ...options, `path/to/${name}`].join(' ');
}

function clusterCommandFor(path: string, sizes: readonly number[]): string {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return `npm run bench -- --cluster --sizes ${sizes.join(',')} path/to/${name}`;
}
