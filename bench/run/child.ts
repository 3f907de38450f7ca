import { type Job, measured } from './measured.ts';

/** One peer in one process: the job comes as its argument, what was measured goes back as a message. */
const job = JSON.parse(process.argv[2] ?? '') as Job;
process.send?.(await measured(job));
process.disconnect?.();
