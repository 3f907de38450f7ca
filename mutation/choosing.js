/** Which mutants are tried, and with which tests. */
import { isMirrorOf } from './test-files.js';

/**
 * @typedef {import('./mutants.js').Mutant} Mutant
 * @typedef {import('./processes.js').Baseline} Baseline
 * @typedef {import('./worker.js').Task} Task
 * @typedef {Mutant & { fate: 'noticed' | 'unnoticed' | 'unreached', spent: number, by?: string }} Judged
 *   `spent`: ms of tests so far
 */

/**
 * A number from 0 to 1 that a mutant always has (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/), with its
 * last step twice over: neighbours would come out alike.
 * @param {string} id
 * @param {number} seed
 */
export function chance(id, seed) {
  let hash = 0x811c9dc5;
  for (const char of `${seed}:${id}`) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  for (const shift of [16, 13]) hash = Math.imul(hash ^ (hash >>> shift), 0x85ebca6b);
  return (hash >>> 0) / 2 ** 32;
}

/**
 * What is unnoticed so far and is come by in a test file. Those mutants have their fate and the time that is
 * spent on them changed. A file's own tests are all run, however long they take.
 *
 * @param {string} test path of the test file
 * @param {Baseline} baseline of the test file
 * @param {ReadonlyMap<string, Judged>} chosen
 * @param {number} patience how long tests may run for one mutant, in ms
 * @returns {Task[]}
 */
export function tasksOf(test, { covered, times }, chosen, patience) {
  const took = new Map(times);
  return [...reachedBy(covered)].flatMap(([id, { tests, hits }]) => {
    const mutant = chosen.get(id);
    if (mutant === undefined || mutant.fate === 'noticed') return [];
    mutant.fate = 'unnoticed';
    if (isMirrorOf(test, mutant.file)) return [{ id, tests, hits }];
    const some = quickest(tests ?? [...took.keys()], took, patience - mutant.spent);
    mutant.spent += sumOf(some, took);
    return some.length === 0 ? [] : [{ id, tests: some, hits }];
  });
}

/** @param {readonly number[]} tests @param {ReadonlyMap<number, number>} took @param {number} left in ms */
function quickest(tests, took, left) {
  const sorted = tests.toSorted((some, other) => (took.get(some) ?? 0) - (took.get(other) ?? 0));
  return sorted.filter((_, at) => sumOf(sorted.slice(0, at + 1), took) <= left).toSorted((a, b) => a - b);
}

/** @param {readonly number[]} tests @param {ReadonlyMap<number, number>} took */
const sumOf = (tests, took) => tests.reduce((sum, test) => sum + (took.get(test) ?? 0), 0);

/** @param {Baseline['covered']} covered */
function reachedBy(covered) {
  /** @type {Map<string, { tests: number[] | null, hits: number }>} */
  const reached = new Map(Object.entries(covered.static).map(([id, hits]) => [id, { tests: null, hits }]));
  for (const [number, hitsById] of Object.entries(covered.perTest)) {
    for (const [id, hits] of Object.entries(hitsById)) {
      const { tests, hits: before } = reached.get(id) ?? { tests: [], hits: 0 };
      reached.set(id, { tests: tests === null ? null : [...tests, Number(number)], hits: before + hits });
    }
  }
  return reached;
}
