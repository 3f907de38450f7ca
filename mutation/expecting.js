/** `expect` and `vi`, as vitest makes them, as far as the tests of `knowledge/` use them. */
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import { fn, spyOn } from '@vitest/spy';
import { until } from './waiting.js';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/**
 * @param {unknown} value
 * @param {string} [message]
 */
const judged = (value, message) => chai.expect(value, message);
const matchers = /** @type {Record<symbol, object>} */ (/** @type {unknown} */ (globalThis));
export const expect = Object.assign(judged, chai.expect, matchers[ASYMMETRIC_MATCHERS_OBJECT], { poll });
export const vi = { fn, spyOn, waitFor: until };
setState(
  {
    assertionCalls: 0,
    isExpectingAssertions: false,
    isExpectingAssertionsError: null,
    expectedAssertionsNumber: null,
    expectedAssertionsNumberErrorGen: null,
  },
  /** @type {never} */ (expect),
);
Object.assign(globalThis, { [GLOBAL_EXPECT]: expect });

/**
 * What is asked again until it is as expected.
 * @param {() => unknown} read
 * @param {import('./waiting.js').Patience} [patience]
 */
function poll(read, patience) {
  return new Proxy(
    {},
    {
      get:
        (_, matcher) =>
        (/** @type {unknown[]} */ ...args) =>
          until(async () => {
            const expected = expect(await read());
            Reflect.get(expected, matcher).apply(expected, args);
          }, patience),
    },
  );
}
