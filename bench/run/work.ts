import type { ContenderJob } from '../cluster/contender.ts';
import type { LibraryJob } from '../cluster/library.ts';
import type { Job } from './measured.ts';

/**
 * What is done in a process of its own, loaded only there: what one holds in memory must not be counted as
 * another's.
 */
export const WORK = {
  peer: async (job: Job) => (await import('./measured.ts')).measured(job),
  contender: async (job: ContenderJob) => (await import('../cluster/contender.ts')).contender(job),
  index: async (job: LibraryJob) => (await import('../cluster/built.ts')).built(job),
  update: async (job: LibraryJob) => (await import('../cluster/update.ts')).update(job),
};

export type What = keyof typeof WORK;
export type JobOf<W extends What> = Parameters<(typeof WORK)[W]>[0];
export type ResultOf<W extends What> = Awaited<ReturnType<(typeof WORK)[W]>>;

/** What a process is sent. */
export type Task = { readonly [W in What]: { readonly what: W; readonly job: JobOf<W> } }[What];
