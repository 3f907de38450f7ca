import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { JobOf, ResultOf, What } from './work.ts';

/** Where the bundle has the child: beside the file that this becomes part of. */
const CHILD = fileURLToPath(new URL('./child.js', import.meta.url));

/** What a process that ran out of memory ends with: Node gives itself up, or the system ends it. */
const OUT_OF_MEMORY: readonly unknown[] = [134, 'SIGABRT', 'SIGKILL'];

/** A process has ended without a result. */
export class ChildError extends Error {
  override readonly name = 'ChildError';

  /**
   * @param message what was not done
   * @param outOfMemory whether it ended as one does that has no memory left
   */
  constructor(
    message: string,
    readonly outOfMemory: boolean,
  ) {
    super(message);
  }
}

/**
 * Works in a process of its own, so that nothing is charged for another's memory or warmed by its code. What to do
 * goes there as a message, not as an argument: it may hold a password, and others see arguments.
 *
 * @param what the kind of work
 * @param job what to do
 * @param heap MB that its heap may take; `null` for what Node takes by itself
 * @returns what came of it
 * @throws {ChildError} when the process ends without a result
 */
export function inChild<W extends What>(
  what: W,
  job: JobOf<W>,
  heap: number | null = null,
): Promise<ResultOf<W>> {
  return new Promise((resolve, reject) => {
    const limit = heap === null ? [] : [`--max-old-space-size=${heap}`];
    const child = fork(CHILD, { execArgv: ['--expose-gc', ...limit] });
    let result: ResultOf<W> | null = null;
    child.on('message', (message) => {
      result = message as ResultOf<W>;
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (result !== null) return resolve(result);
      const ended = code ?? signal;
      const message = `A ${what} was not measured: its process ended with ${ended}, see above.`;
      reject(new ChildError(message, OUT_OF_MEMORY.includes(ended)));
    });
    child.send({ what, job });
  });
}
