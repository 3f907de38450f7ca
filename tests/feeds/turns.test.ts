import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachInTurn } from '../../src/feeds/turns.ts';

describe('jobs in turn', () => {
  /** Runs jobs that take this many ticks, and tells the most that ran at once. */
  async function run(jobs: readonly (readonly [host: string, ticks: number])[]) {
    const [now, most] = [new Map<string, number>(), new Map<string, number>()];
    const done: number[] = [];
    const change = (name: string, by: number) => {
      const count = (now.get(name) ?? 0) + by;
      now.set(name, count);
      most.set(name, Math.max(most.get(name) ?? 0, count));
    };
    const numbered = jobs.map(([host, ticks], at) => ({ host, ticks, at }));
    await eachInTurn(
      numbered,
      ({ host }) => host,
      { atOnce: 4, perHost: 2 },
      async ({ host, ticks, at }) => {
        for (const name of [host, 'all']) change(name, 1);
        for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
        for (const name of [host, 'all']) change(name, -1);
        done.push(at);
      },
    );
    return { most, done };
  }

  it('are all done, never more at once than allowed, whatever hosts they ask and however long they take', async () => {
    const job = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat({ max: 5 }));
    await fc.assert(
      fc.asyncProperty(fc.array(job, { maxLength: 30 }), async (jobs) => {
        const { most, done } = await run(jobs);
        expect([...done].sort((one, other) => one - other)).toEqual(jobs.map((_, at) => at));
        for (const [name, count] of most) expect(count).toBeLessThanOrEqual(name === 'all' ? 4 : 2);
      }),
    );
  });

  it('run as many at once as allowed', async () => {
    const { most } = await run(['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c'].map((host) => [host, 3]));
    expect(Object.fromEntries(most)).toMatchObject({ all: 4, a: 2, b: 2 });
  });
});
