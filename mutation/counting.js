/** How often tests come by each mutant. */

/**
 * @typedef {{ static: Record<string, number>, perTest: Record<string, Record<string, number>> }} Covered
 *   by a test's number and a mutant's; `static`: come by outside of any test
 */

/** More mutants than there will ever be. */
const MUTANTS = 2 ** 17;

/** @returns what the instrumented code tells, and who asks it; nothing is counted yet */
export function counter() {
  // Counted in a plain array, as this is done millions of times a second.
  const counts = new Uint32Array(MUTANTS);
  /** @type {Covered} */
  const covered = { static: {}, perTest: {} };
  return {
    covered,
    /** @param {string[]} ids */
    cover(...ids) {
      for (const id of ids) counts[Number(id)] = (counts[Number(id)] ?? 0) + 1;
    },
    /**
     * Books what was counted since the last time.
     * @param {number | undefined} test the test that was running, `undefined` where none was
     */
    drainTo(test) {
      const booked = test === undefined ? covered.static : {};
      for (const [id, hits] of counts.entries()) if (hits > 0) booked[id] = (booked[id] ?? 0) + hits;
      if (test !== undefined) covered.perTest[test] = booked;
      counts.fill(0);
    },
  };
}
