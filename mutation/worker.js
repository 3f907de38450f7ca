/**
 * A process that runs the tests of one bundle, once as they are or once for each mutant. The bundle is
 * evaluated anew each time (some 10 ms), so that no mutant leaves anything behind, and those in tables and
 * expressions that are made while a module loads count as well.
 */
import { readFileSync } from 'node:fs';
import net from 'node:net';
import vm from 'node:vm';
import fc from 'fast-check';
import { collector } from './collecting.js';
import { counter } from './counting.js';
import { expect, vi } from './expecting.js';
import { run } from './running.js';

/**
 * What the instrumented code reads and writes.
 * @typedef {{ activeMutant?: string | undefined, hitCount?: number | undefined, hitLimit?: number | undefined,
 *   cover: (...ids: string[]) => void }} Switches
 * @typedef {{ id: string, tests: number[] | null, hits: number }} Task  `tests` is null for all of them
 */

/** A property that holds is believed after fewer inputs here, the same each time: there are thousands of runs. */
fc.configureGlobal({ numRuns: 25, seed: 20_261_126 });
/** A mutant that is come by this many times more often than the code as it is runs in a loop. */
const MORE_OFTEN = 100;
/** What a test may take that runs a mutant, in ms, besides ten times what it takes without. */
const AT_LEAST = 2_000;

/** @type {Switches} */
const switches = { cover: () => {} };
Object.assign(globalThis, { __stryker__: switches });

const [file = ''] = process.argv.slice(2);
const source = readFileSync(file, 'utf8');
/** Packages are those that Nutgraf has installed, and not what makes mutants has beside this file. */
const ROOT = new URL('../package.json', import.meta.url).href;
/** @type {Map<string, object>} */
const packages = new Map();

/** No mutant reaches further than this machine. */
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (/** @type {any[]} */ ...args) {
  const { host = 'localhost' } = args.flat().find((arg) => typeof arg === 'object' && arg !== null) ?? {};
  if (!/^(?:localhost|127[\d.]+|::1)$/.test(host)) throw new Error(`a test tried to reach ${host}`);
  return Reflect.apply(connect, this, args);
};

async function evaluated() {
  const collected = collector({ expect, vi });
  const bundle = new vm.SourceTextModule(source, {
    identifier: file,
    importModuleDynamically: /** @type {never} */ (async (/** @type {string} */ name) => loadedPackage(name)),
    initializeImportMeta: (meta) => {
      meta.url = new URL(`file://${file}`).href;
    },
  });
  await bundle.link(async (name) => {
    const loaded = name === 'vitest' ? collected.vitest : await loadedPackage(name);
    const names = Object.keys(loaded);
    return new vm.SyntheticModule(names, function () {
      for (const each of names) this.setExport(each, Reflect.get(loaded, each));
    });
  });
  await bundle.evaluate();
  return collected;
}

/** @param {string} name */
async function loadedPackage(name) {
  const loaded = packages.get(name) ?? (await import(import.meta.resolve(name, ROOT)));
  packages.set(name, loaded);
  return loaded;
}

/** The tests as they are: which there are, how long they take, and which mutants each comes by. */
async function baseline() {
  const { cover, drainTo, covered } = counter();
  switches.cover = cover;
  const collected = await evaluated();
  /** @type {number | undefined} */
  let running;
  const { failed, times } = await run(collected, {
    starting: (id) => {
      drainTo(running);
      running = id;
      process.send?.({ trying: 'no mutant' });
    },
  });
  drainTo(running);
  switches.cover = () => {};
  return { failed, times: [...times], covered };
}

/** @param {Task} task @param {number} slowest of its tests without the mutant, in ms */
async function tried({ id, tests, hits }, slowest) {
  Object.assign(switches, { activeMutant: id, hitCount: 0, hitLimit: hits * MORE_OFTEN + 1_000 });
  const start = performance.now();
  let failed;
  try {
    const collected = await evaluated();
    const wanted = tests === null ? {} : { wanted: new Set(tests) };
    ({ failed } = await run(collected, { ...wanted, limit: AT_LEAST + 10 * slowest }));
  } catch (thrown) {
    failed = `while it loads: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  }
  switches.activeMutant = undefined;
  return { id, failed, ms: performance.now() - start };
}

process.on('unhandledRejection', () => {});
process.on('disconnect', () => process.exit());
process.on(
  'message',
  async (/** @type {{ tasks?: Task[], slowest?: number }} */ { tasks = [], slowest = 0 }) => {
    if (tasks.length === 0)
      process.send?.({ baseline: await baseline().catch((thrown) => ({ failed: String(thrown) })) });
    for (const task of tasks) {
      process.send?.({ trying: task.id });
      process.send?.({ tried: await tried(task, slowest) });
    }
    process.send?.({ done: true });
  },
);
