/** How many jobs run at a time. */
export interface Width {
  readonly atOnce: number;
  readonly perHost: number;
}

/**
 * Runs jobs, a few at a time and fewer at any one host. They begin in order, but for those whose host is busy.
 *
 * @param jobs what is to be done
 * @param hostOf whom a job asks
 * @param run does a job; must not reject
 */
export async function eachInTurn<Job>(
  jobs: readonly Job[],
  hostOf: (job: Job) => string,
  { atOnce, perHost }: Width,
  run: (job: Job) => Promise<void>,
): Promise<void> {
  const waiting = [...jobs];
  const busy = new Map<string, number>();

  async function work(): Promise<void> {
    for (;;) {
      const at = waiting.findIndex((job) => (busy.get(hostOf(job)) ?? 0) < perHost);
      const [job] = at === -1 ? [] : waiting.splice(at, 1);
      if (job === undefined) return;
      const host = hostOf(job);
      busy.set(host, (busy.get(host) ?? 0) + 1);
      await run(job);
      busy.set(host, (busy.get(host) ?? 1) - 1);
      // What waited for this host may now be more than one worker's.
      wake();
    }
  }

  const workers = new Set<Promise<void>>();
  function wake(): void {
    while (workers.size < atOnce && waiting.some((job) => (busy.get(hostOf(job)) ?? 0) < perHost)) {
      const worker: Promise<void> = work().finally(() => workers.delete(worker));
      workers.add(worker);
    }
  }

  wake();
  while (workers.size > 0) await Promise.race(workers);
}
