/** How long, in ms, work may keep a question waiting: a small part of the 10 ms that a bot may add. */
const AT_MOST = 5;

/**
 * Lets long work be done in pieces: questions are answered in between.
 *
 * @returns to be awaited between two pieces; waits only when the last wait was more than 5 ms ago
 */
export function breaths(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < AT_MOST) return;
    await new Promise((resolve) => setImmediate(resolve));
    last = performance.now();
  };
}

/** In ms: what nobody waits for takes a third of a processor. */
const PAUSE = 10;

/**
 * The same for what nobody waits for, which does not keep the process either.
 *
 * @returns to be awaited between two pieces; waits 10 ms when the last wait was more than 5 ms ago
 */
export function longBreaths(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < AT_MOST) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE).unref());
    last = performance.now();
  };
}
