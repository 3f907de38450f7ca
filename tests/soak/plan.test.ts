import { describe, expect, it } from 'vitest';
import { ALL_FAULTS } from '../../soak/faults/all.ts';
import { planFaults } from '../../soak/faults/plan.ts';
import { FAULTS, readOptions, UsageError } from '../../soak/options.js';
import { randomFrom } from '../../soak/random.ts';

const MINUTE = 60_000;
const planned = (minutes: number, seed = 1) =>
  planFaults(FAULTS, 'restarted', minutes * MINUTE, randomFrom(seed));

describe('the plan of faults', () => {
  it('knows every fault that can be asked for', () => {
    expect(Object.keys(ALL_FAULTS).sort()).toEqual([...FAULTS].sort());
  });

  it.each([0.2, 2, 10, 240])('has each fault at least once in %s minutes, one after another', (minutes) => {
    const plan = planned(minutes);
    expect(new Set(plan.map(({ name }) => name))).toEqual(new Set(FAULTS));
    for (const [index, { at, ms }] of plan.entries()) {
      expect(at + ms).toBeLessThan(plan[index + 1]?.at ?? minutes * MINUTE);
    }
  });

  it('leaves time to warm up, and at the end to see what is left behind', () => {
    const plan = planned(10);
    expect(plan[0]?.at).toBeGreaterThan(30_000);
    const last = plan.at(-1);
    expect((last?.at ?? 0) + (last?.ms ?? 0)).toBeLessThan(9.5 * MINUTE);
  });

  it('restarts once and first, so that the rest is one life', () => {
    expect(planned(240).filter(({ name }) => name === 'restarted')).toEqual([
      expect.objectContaining({ at: planned(240)[0]?.at }),
    ]);
    expect(planFaults(['restarted'], 'restarted', MINUTE, randomFrom(1))).toHaveLength(1);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(planned(10, 4)).toEqual(planned(10, 4));
    expect(planned(10, 4)).not.toEqual(planned(10, 5));
    expect(planFaults([], 'restarted' as never, MINUTE, randomFrom(1))).toEqual([]);
  });
});

describe('the options of a soak', () => {
  it('are ten minutes with every fault unless something else is said', () => {
    expect(readOptions([])).toMatchObject({ minutes: 10, rate: 20, ledger: 'sqlite', faults: FAULTS });
    expect(readOptions(['--faults', 'none'])).toMatchObject({ faults: [] });
    expect(readOptions(['--faults', 'slow-disk, restarted', '--seed', '3'])).toMatchObject({
      faults: ['slow-disk', 'restarted'],
      seed: 3,
    });
  });

  it.each([
    [['--faults', 'earthquake'], 'There is no fault earthquake'],
    [['--minutes', '0'], '--minutes should be a number from 0.1 to 10000.'],
    [['--rate', 'many'], '--rate should be a number'],
    [['--seed', ''], '--seed should be a number'],
    [['--ledger', 'mysql://x'], '--ledger should be sqlite, off or postgres://'],
    [['--what'], "Unknown option '--what'"],
  ])('that cannot be followed are refused: %s', (args, message) => {
    expect(() => readOptions(args)).toThrow(UsageError);
    expect(() => readOptions(args)).toThrow(message);
  });
});
