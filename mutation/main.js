import { writeFileSync } from 'node:fs';
import { bundled } from './bundles.js';
import { chance, tasksOf } from './choosing.js';
import { keepBaseline } from './kept.js';
import { mutated } from './mutants.js';
import { baselineOf, tryAll } from './processes.js';
import { table, unnoticedPage } from './report.js';
import { isMirrorOf } from './test-files.js';

/**
 * @typedef {import('./choosing.js').Judged} Judged
 * @typedef {{ test: string, bundle: string, baseline: import('./processes.js').Baseline, took: number,
 *   slowest: number }} Bundle
 */

/** @param {import('./options.js').Options} options */
export async function main(options) {
  const { sources, mutants } = await mutated((file) => options.paths.some((path) => file.startsWith(path)));
  const chosen = new Map(
    mutants
      .filter(({ id }) => chance(id, options.seed) < options.sample)
      .map((mutant) => [mutant.id, /** @type {Judged} */ ({ ...mutant, fate: 'unreached', spent: 0 })]),
  );
  console.error(`${mutants.length} mutants of ${sources.size} files; ${chosen.size} of them are tried.`);
  /** @type {import('./bundles.js').Made[]} */
  const made = [];
  await bundled(sources, (one) => made.push(one));
  // Own tests first, then quick ones: most mutants are noticed by one of them.
  const isOwn = ({ test = '' }) => [...sources.keys()].some((source) => isMirrorOf(test, source));
  const bundles = (await measured(made, options.workers)).toSorted(
    (some, other) => Number(isOwn(other)) - Number(isOwn(some)) || some.took - other.took,
  );
  // Written after each of them: what comes late notices little.
  await shared(bundles, options.workers, async (bundle) => {
    await tryBundle(bundle, chosen, options.patience);
    writeFileSync(options.out, unnoticedPage([...chosen.values()]));
  });
  console.log(table([...chosen.values()]));
}

/**
 * Runs every bundle once as it is, unless that is known from an earlier run.
 * @param {readonly import('./bundles.js').Made[]} made
 * @param {number} workers
 * @returns {Promise<Bundle[]>}
 */
async function measured(made, workers) {
  /** @type {Bundle[]} */
  const bundles = [];
  await shared(made, workers, async ({ test, bundle, kept }) => {
    const baseline = kept.baseline ?? (await baselineOf(bundle));
    if (baseline.failed !== null) {
      console.error(`${test} is left out, as it fails without any mutant: ${baseline.failed}`);
      return;
    }
    if (kept.baseline === undefined) keepBaseline(bundle, kept, baseline);
    const times = baseline.times.map(([, ms]) => ms);
    const took = times.reduce((sum, ms) => sum + ms, 0);
    bundles.push({ test, bundle, baseline, took, slowest: Math.max(0, ...times) });
  });
  return bundles;
}

/**
 * Tries what is unnoticed so far and is reached by these tests.
 * @param {Bundle} bundle
 * @param {ReadonlyMap<string, Judged>} chosen
 * @param {number} patience in ms
 */
async function tryBundle({ test, bundle, baseline, slowest }, chosen, patience) {
  const tasks = tasksOf(test, baseline, chosen, patience);
  if (tasks.length === 0) return;
  await tryAll(bundle, tasks, slowest, ({ id, failed }) => {
    const mutant = chosen.get(id);
    if (mutant === undefined || failed === null) return;
    mutant.fate = 'noticed';
    mutant.by = `${test}: ${failed}`;
  });
  const left = [...chosen.values()].filter(({ fate }) => fate === 'unnoticed').length;
  console.error(`${test}: ${tasks.length} tried, ${left} unnoticed so far`);
}

/**
 * @template Each
 * @param {readonly Each[]} all
 * @param {number} workers how many at a time
 * @param {(each: Each) => Promise<void>} work
 */
async function shared(all, workers, work) {
  const queue = [...all];
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (let each = queue.shift(); each !== undefined; each = queue.shift()) await work(each);
    }),
  );
}
