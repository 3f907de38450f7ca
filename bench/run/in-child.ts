import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Measured } from '../results.ts';
import type { Job } from './measured.ts';

/** Where the bundle has the child: beside the file that this becomes part of. */
const CHILD = fileURLToPath(new URL('./child.js', import.meta.url));

/**
 * Measures in a process of its own, so that no peer is charged for another's memory or warmed by its code.
 *
 * @param job what to measure
 * @returns what was measured
 * @throws when the process ends without a result
 */
export function inChild(job: Job): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, [JSON.stringify(job)], { execArgv: ['--expose-gc'] });
    let result: Measured | null = null;
    child.on('message', (message) => {
      result = message as Measured;
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (result !== null) resolve(result);
      else reject(new Error(`${job.peer} was not measured: its process ended with ${code}, see above.`));
    });
  });
}
