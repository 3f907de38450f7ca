import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openKnowledge } from '../../src/knowledge/index.ts';
import { openLog } from '../../src/log.ts';
import type { Machine } from '../results.ts';
import { withSection } from '../sections.ts';
import { type Contender, contenders } from './contenders.ts';
import { type Load, measured } from './measured.ts';
import { QUESTIONS } from './questions.ts';
import { type Measurement, section } from './section.ts';

/**
 * Without a pause, each question meets the writes of the one before, as in the busiest moment there can be; apart,
 * it meets none, as on most days.
 */
const LOADS: readonly Load[] = [
  { rounds: 150, pause: 0 },
  { rounds: 60, pause: 10 },
];
/** From the bundle in `bench/dist`. */
const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/**
 * Measures what a ledger costs an answer, and writes that section of `bench.md`.
 *
 * @param out the folder of `bench.md`
 * @param machine where it is measured
 */
export async function measureLedgers(out: string, machine: Machine): Promise<void> {
  const knowledge = await openKnowledge({ data: DATA });
  const questions = [...knowledge.stories.flatMap((story) => story.questions), ...QUESTIONS];
  const { all, withPostgres, close } = await contenders(knowledge, openLog('warn'));
  if (!withPostgres) console.error('PostgreSQL is not measured: it is not installed here.');
  const measurements: Measurement[] = [];
  try {
    for (const load of LOADS) measurements.push({ load, measured: await measured(all, questions, load) });
    const rounds = LOADS.reduce((total, load) => total + load.rounds + 1, 0);
    for (const each of all) if (each.lasting) await mustHaveKept(each, rounds * questions.length);
  } finally {
    await close();
    await knowledge.close();
  }
  const part = section(measurements, questions.length, machine);
  console.log(part);
  const file = join(out, 'bench.md');
  await writeFile(file, withSection(await readFile(file, 'utf8').catch(() => ''), part));
  console.error(`wrote ${file}`);
}

/** A ledger that fails is not asked again for a while, which is faster than any that works. */
async function mustHaveKept({ name, ledger }: Contender, asked: number): Promise<void> {
  const kept = await ledger.journal.within({ from: 0, to: Number.MAX_SAFE_INTEGER });
  // A message with two questions has an entry for each.
  if (kept.length < asked) throw new Error(`${name} has kept ${kept.length} of ${asked} questions.`);
}
