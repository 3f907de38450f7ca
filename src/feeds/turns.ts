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
  const lines = linesOf(jobs, hostOf);
  const nextLine = () => {
    const free = lines.filter(({ waiting, busy }) => waiting.length > 0 && busy < perHost);
    return free.reduce<Line | undefined>(
      (first, line) => (headOf(line) < headOf(first) ? line : first),
      undefined,
    );
  };

  async function work(): Promise<void> {
    for (;;) {
      const line = nextLine();
      const job = jobs[line?.waiting.pop() ?? jobs.length];
      if (line === undefined || job === undefined) return;
      line.busy += 1;
      await run(job);
      line.busy -= 1;
      // What waited for this host may now be more than one worker's.
      wake();
    }
  }

  const workers = new Set<Promise<void>>();
  function wake(): void {
    while (workers.size < atOnce && nextLine() !== undefined) {
      const worker: Promise<void> = work().finally(() => workers.delete(worker));
      workers.add(worker);
    }
  }

  wake();
  while (workers.size > 0) await Promise.race(workers);
}

/** The jobs that wait for one host, by their numbers, the first of them last. */
interface Line {
  readonly waiting: number[];
  busy: number;
}

/** Whom a job asks is found out once: a feed may have a thousand items, and each turn looks at all that wait. */
function linesOf<Job>(jobs: readonly Job[], hostOf: (job: Job) => string): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const [at, job] of [...jobs.entries()].reverse()) {
    const host = hostOf(job);
    const line = lines.get(host) ?? { waiting: [], busy: 0 };
    line.waiting.push(at);
    lines.set(host, line);
  }
  return [...lines.values()];
}

function headOf(line: Line | undefined): number {
  return line?.waiting.at(-1) ?? Number.POSITIVE_INFINITY;
}
