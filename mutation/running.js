/**
 * Runs collected tests, and stops at the first that fails.
 *
 * @typedef {import('./collecting.js').Collected} Collected
 * @typedef {import('./collecting.js').Suite} Suite
 * @typedef {import('./collecting.js').Test} Test
 * @typedef {{ failed: string | null, times: Map<number, number> }} Ran  `times` in ms, by a test's number
 */
import { within } from './waiting.js';

/**
 * @param {Collected} collected
 * @param {{ wanted?: ReadonlySet<number>, limit?: number, starting?: (id: number | undefined) => void }} options
 *   which tests, how long each may take at most in ms, and who is told which one runs
 * @returns {Promise<Ran>}
 */
export async function run({ root, finishing }, { wanted, limit = Infinity, starting = () => {} }) {
  /** @type {Map<number, number>} */
  const times = new Map();
  /** @param {Test} test */
  const isWanted = ({ id }) => wanted === undefined || wanted.has(id);
  /** @param {Suite} suite @returns {boolean} */
  const anyWanted = (suite) => suite.tests.some(isWanted) || suite.suites.some(anyWanted);

  /** @param {readonly import('./collecting.js').Body[]} bodies */
  const all = async (bodies) => {
    for (const body of bodies) await body();
  };
  /** @param {Test} test @param {readonly Suite[]} around */
  async function one(test, around) {
    const start = performance.now();
    starting(test.id);
    try {
      await all(around.flatMap(({ beforeEach }) => beforeEach));
      await within(Math.min(test.limit, limit), test.body);
    } finally {
      await all(finishing.splice(0));
      await all(around.toReversed().flatMap(({ afterEach }) => afterEach));
      starting(undefined);
    }
    times.set(test.id, performance.now() - start);
  }
  /** @param {Suite} suite @param {readonly Suite[]} outer @returns {Promise<string | null>} */
  async function each(suite, outer) {
    if (!anyWanted(suite)) return null;
    const around = [...outer, suite];
    let doing = 'beforeAll';
    try {
      await all(suite.before);
      for (const test of suite.tests.filter(isWanted)) {
        doing = test.name;
        await one(test, around);
      }
      for (const inner of suite.suites) {
        const failed = await each(inner, around);
        if (failed !== null) return failed;
      }
      return null;
    } catch (thrown) {
      return `${doing}: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
    } finally {
      await all(suite.after);
    }
  }
  return { failed: await each(root, []), times };
}
