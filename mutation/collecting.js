/**
 * What test files import from vitest, as far as those of `knowledge/` use it: they are collected here, to be
 * run as often as there are mutants, in one process. vitest itself makes a new one for each run.
 */

/**
 * @typedef {(...args: any[]) => unknown} Body
 * @typedef {{ id: number, name: string, body: () => unknown, limit: number }} Test
 * @typedef {{ tests: Test[], suites: Suite[], before: Body[], after: Body[], beforeEach: Body[], afterEach: Body[] }} Suite
 * @typedef {{ root: Suite, vitest: Record<string, unknown>, finishing: Body[] }} Collected
 */

/** How long a test may take unless it says otherwise, in ms; as in vitest.config.ts. */
const LIMIT = 20_000;

/** @returns {Suite} */
const suite = () => ({ tests: [], suites: [], before: [], after: [], beforeEach: [], afterEach: [] });

/**
 * @param {object} given what test files import besides: `expect` and `vi`
 * @returns {Collected} nothing yet, and what fills it
 */
export function collector(given) {
  const root = suite();
  /** @type {Body[]} */
  const finishing = [];
  let current = root;
  let count = 0;

  /** @param {string} name @param {Body} body @param {unknown[]} args @param {unknown} [limit] */
  function addTest(name, body, args, limit) {
    current.tests.push({
      id: count++,
      name,
      body: () => body(...args),
      limit: typeof limit === 'number' ? limit : LIMIT,
    });
  }
  /** @param {string} _name @param {Body} body @param {unknown[]} args */
  function addSuite(_name, body, args) {
    const outer = current;
    current = suite();
    outer.suites.push(current);
    body(...args);
    current = outer;
  }
  /** @param {(name: string, body: Body, args: unknown[], limit?: unknown) => void} add */
  function declared(add) {
    /** @param {string} name @param {unknown} one @param {unknown} other @param {unknown[]} args */
    const added = (name, one, other, args) => {
      // Its options may stand before the body or after it, as an object or as a time.
      const [body, options] = typeof one === 'function' ? [one, other] : [other, one];
      const limit =
        typeof options === 'object' && options !== null ? Reflect.get(options, 'timeout') : options;
      add(name, /** @type {Body} */ (body), args, limit);
    };
    /** @param {string} name @param {unknown} body @param {unknown} [options] */
    const one = (name, body, options) => added(name, body, options, []);
    return Object.assign(one, {
      /** @param {readonly unknown[]} cases */
      each:
        (cases) =>
        /** @param {string} name @param {unknown} body @param {unknown} [options] */
        (name, body, options) => {
          for (const each of cases) added(name, body, options, Array.isArray(each) ? each : [each]);
        },
      /** @param {unknown} skipped */
      skipIf: (skipped) => (skipped ? () => {} : one),
    });
  }
  const hooks = {
    /** @param {Body} body */
    beforeAll: (body) => void current.before.push(body),
    /** @param {Body} body */
    afterAll: (body) => void current.after.push(body),
    /** @param {Body} body */
    beforeEach: (body) => void current.beforeEach.push(body),
    /** @param {Body} body */
    afterEach: (body) => void current.afterEach.push(body),
    /** @param {Body} body */
    onTestFinished: (body) => void finishing.push(body),
  };
  const it = declared(addTest);
  const vitest = { ...hooks, it, test: it, describe: declared(addSuite), ...given };
  return { root, vitest, finishing };
}
