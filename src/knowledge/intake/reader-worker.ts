/** A thread that reads what others have written, one piece after another. It is bundled to a file of its own. */
import { parentPort } from 'node:worker_threads';
import { IntakeError } from './intake-error.ts';
import { done, type Job } from './reader.ts';
import type { Said } from './reader-thread.ts';

parentPort?.on('message', (job: Job) => parentPort?.postMessage(saidOf(job)));

function saidOf(job: Job): Said {
  try {
    return { kind: 'done', value: done(job) };
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    return { kind: 'refused', code: error.code, message: error.message };
  }
}
