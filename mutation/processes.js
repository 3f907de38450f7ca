/** Processes that run tests (`worker.js`), one for each bundle, ended where they hang. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ failed: string | null, times: [number, number][], covered: import('./counting.js').Covered }} Baseline
 * @typedef {{ id: string, failed: string | null, ms: number }} Tried
 * @typedef {import('./worker.js').Task} Task
 * @typedef {{ baseline?: Baseline, trying?: string, tried?: Tried, done?: boolean }} Message
 */

const WORKER = fileURLToPath(new URL('./worker.js', import.meta.url));
/** What says nothing for so long runs in a loop, in ms. */
const SILENT = 60_000;
/** Evaluated modules are not all given back, so a process is replaced after this many mutants. */
const MUTANTS_EACH = 400;

/**
 * @param {string} bundle
 * @returns {Promise<Baseline>}
 */
export async function baselineOf(bundle) {
  /** @type {Baseline} */
  let baseline = { failed: 'the process ended', times: [], covered: { static: {}, perTest: {} } };
  await worked(bundle, { tasks: [] }, SILENT, (message) => {
    if (message.baseline !== undefined) baseline = { ...baseline, ...message.baseline };
  });
  return baseline;
}

/**
 * @param {string} bundle
 * @param {Task[]} tasks
 * @param {number} slowest what the slowest of its tests takes, in ms
 * @param {(tried: Tried) => void} told once for each task
 */
export async function tryAll(bundle, tasks, slowest, told) {
  let left = tasks;
  while (left.length > 0) {
    const some = left.slice(0, MUTANTS_EACH);
    /** @type {Set<string>} */
    const done = new Set();
    /** @type {string | undefined} */
    let trying;
    await worked(bundle, { tasks: some, slowest }, SILENT + 20 * slowest, (message) => {
      if (message.trying !== undefined) trying = message.trying;
      if (message.tried === undefined) return;
      trying = undefined;
      done.add(message.tried.id);
      told(message.tried);
    });
    const ended = trying ?? (done.size === 0 ? some[0]?.id : undefined);
    if (ended !== undefined && !done.has(ended)) {
      done.add(ended);
      told({ id: ended, failed: 'the process ended, or it takes too long', ms: 0 });
    }
    left = left.filter(({ id }) => !done.has(id));
  }
}

/**
 * @param {string} bundle
 * @param {object} order
 * @param {number} patience in ms
 * @param {(message: Message) => void} told
 */
function worked(bundle, order, patience, told) {
  return new Promise((end) => {
    const child = fork(WORKER, [bundle], {
      execArgv: [
        '--experimental-vm-modules',
        '--experimental-import-meta-resolve',
        '--no-warnings',
        '--max-old-space-size=3000',
      ],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const kill = () => void child.kill('SIGKILL');
    let timer = setTimeout(kill, patience);
    child.on('message', (/** @type {Message} */ message) => {
      clearTimeout(timer);
      timer = setTimeout(kill, patience);
      told(message);
      if (message.done === true) kill();
    });
    child.on('exit', () => {
      clearTimeout(timer);
      end(undefined);
    });
    child.send(order);
  });
}
