/**
 * Imported by the program under test before its own code: lets the soak measure its memory, slow its disk and stop it for
 * a while. It changes nothing until it is told to.
 *
 * What it cannot slow is what does not go through `node:fs`: SQLite's own reading and writing, which is native, and
 * modules that Node loads itself.
 */
import callbacks from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let delay = 0;
const STILL = new Int32Array(new SharedArrayBuffer(4));

/** @param {number} ms */
const stopFor = (ms) => void Atomics.wait(STILL, 0, 0, ms);
/** @param {number} ms */
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @typedef {Record<string, (...args: unknown[]) => unknown>} Functions */

/** @param {Functions} functions @param {readonly string[]} names @param {(usual: Function) => (...args: unknown[]) => unknown} slowed */
function slow(functions, names, slowed) {
  for (const name of names) {
    const usual = functions[name];
    if (typeof usual === 'function') functions[name] = slowed(usual);
  }
}

const NAMES = ['readFile', 'writeFile', 'readdir', 'stat', 'lstat', 'open', 'rename', 'mkdir', 'appendFile'];
const fs = /** @type {Functions} */ (/** @type {unknown} */ (callbacks));
slow(
  /** @type {Functions} */ (/** @type {unknown} */ (callbacks.promises)),
  NAMES,
  (usual) =>
    async (...args) => {
      if (delay > 0) await wait(delay);
      return usual(...args);
    },
);
slow(fs, NAMES, (usual) => (...args) => {
  if (delay === 0) return usual(...args);
  return void setTimeout(() => usual(...args), delay);
});
slow(
  fs,
  NAMES.map((name) => `${name}Sync`),
  (usual) =>
    (...args) => {
      if (delay > 0) stopFor(delay);
      return usual(...args);
    },
);
syncBuiltinESMExports();

process.on('message', (/** @type {{ id: number, ask: string, ms?: number }} */ { id, ask, ms = 0 }) => {
  if (ask === 'slow') delay = ms;
  if (ask === 'stop') stopFor(ms);
  // What is garbage is no leak: without this, heap would be measured at any height of its saw teeth.
  if (ask === 'memory') globalThis.gc?.();
  process.send?.({ id, memory: process.memoryUsage() });
});
// It ends when its own work has ended.
process.channel?.unref();
