/** Waiting for what may come late, or never. */

/** @typedef {{ timeout?: number, interval?: number }} Patience  in ms */

export const LATE = 'takes too long';
/** How many times longer than its limit something may take that waits instead of working. */
const WAITING = 5;

/**
 * The limit is of the processor's time, so that a busy machine makes nothing fail that is only slow there.
 *
 * @param {number} limit in ms
 * @param {() => unknown} body
 * @throws an error of the message `LATE`, or what the body throws
 */
export async function within(limit, body) {
  const start = performance.now();
  const used = process.cpuUsage();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, fail) => {
    const look = (/** @type {number} */ ms) => {
      timer = setTimeout(() => {
        const { user, system } = process.cpuUsage(used);
        const left = Math.min(limit - (user + system) / 1000, WAITING * limit - (performance.now() - start));
        if (left > 0) look(left);
        else fail(new Error(LATE));
      }, ms);
    };
    if (Number.isFinite(limit)) look(limit);
  });
  try {
    await Promise.race([body(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Tries until it goes through.
 *
 * @param {() => unknown} attempt
 * @param {Patience} [patience] as vitest's own
 * @throws what the last attempt throws
 */
export async function until(attempt, { timeout = 1_000, interval = 50 } = {}) {
  const end = performance.now() + timeout;
  for (;;) {
    try {
      return await attempt();
    } catch (thrown) {
      if (performance.now() > end) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
  }
}
