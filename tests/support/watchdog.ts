import { inspect } from 'node:util';
import { Worker } from 'node:worker_threads';

/**
 * The budget of one input, in ms. What is linear in its input needs some milliseconds for the largest that
 * are made here; only what grows faster comes near this, on a slow machine as well.
 */
const BUDGET = 10_000;

/** As much of an input as is printed. */
const PRINTED = 2_000;

/**
 * A thread of its own, since a regular expression that runs away keeps its own thread for good: no timer of
 * that thread would ever fire.
 */
const WATCHING = `
const { parentPort, workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let timer;
parentPort.on('message', (input) => {
  clearTimeout(timer);
  if (input === null) return;
  timer = setTimeout(() => {
    writeSync(2, '\\nNo end after ' + workerData.budget + ' ms, for the input\\n' + input + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }, workerData.budget);
});
`;

let watchdog: Worker | undefined;

/**
 * Runs something that has to end within the budget; where it does not, the input is printed and the process
 * of these tests is killed.
 *
 * @param input what it is run with, to be printed
 */
export function watched<Result>(input: unknown, run: () => Result): Result {
  watchdog ??= started();
  const dog = watchdog;
  dog.postMessage(inspect(input, { depth: null, maxStringLength: PRINTED, breakLength: 100 }));
  const done = () => dog.postMessage(null);
  let result: Result;
  try {
    result = run();
  } catch (thrown) {
    done();
    throw thrown;
  }
  if (result instanceof Promise) return result.finally(done) as Result;
  done();
  return result;
}

function started(): Worker {
  const worker = new Worker(WATCHING, { eval: true, workerData: { budget: BUDGET } });
  worker.unref();
  return worker;
}
