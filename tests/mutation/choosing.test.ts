import { describe, expect, it } from 'vitest';
import { chance, type Judged, tasksOf } from '../../mutation/choosing.js';
import { counter } from '../../mutation/counting.js';

const FILE = 'src/knowledge/quote.ts';
const OWN = 'tests/knowledge/quote.test.ts';
const OTHER = 'tests/knowledge/ask.test.ts';

const mutant = (id: string, more: Partial<Judged> = {}): [string, Judged] => [
  id,
  { id, file: FILE, line: 1, kind: 'Kind', was: 'a', becomes: 'b', fate: 'unreached', spent: 0, ...more },
];

/** A test file of two tests: both come by mutant 1, the second by 2; 3 is come by as it loads. */
function baseline([one, other] = [40, 40]) {
  const { covered, cover, drainTo } = counter();
  cover('3');
  drainTo(undefined);
  cover('1');
  drainTo(0);
  cover('1', '2', '1');
  drainTo(1);
  const times: [number, number][] = [
    [0, one ?? 0],
    [1, other ?? 0],
  ];
  return { failed: null, times, covered };
}

describe('mutants', () => {
  it('are tried with the tests that come by them, and with all where they are come by as the file loads', () => {
    const chosen = new Map([mutant('1'), mutant('2'), mutant('3'), mutant('4')]);
    expect(tasksOf(OTHER, baseline(), chosen, 1_000)).toEqual([
      { id: '3', tests: [0, 1], hits: 1 },
      { id: '1', tests: [0, 1], hits: 3 },
      { id: '2', tests: [1], hits: 1 },
    ]);
    expect([...chosen.values()].map(({ fate, spent }) => [fate, spent])).toEqual([
      ['unnoticed', 80],
      ['unnoticed', 40],
      ['unnoticed', 80],
      ['unreached', 0],
    ]);
  });

  it('are not tried once they are noticed', () => {
    expect(tasksOf(OTHER, baseline(), new Map([mutant('2', { fate: 'noticed' })]), 1_000)).toEqual([]);
  });

  it('are tried with the quickest tests while patience lasts, and with all of their own', () => {
    const chosen = () => new Map([mutant('1', { spent: 30 }), mutant('2', { spent: 90 }), mutant('3')]);
    const tried = (test: string) =>
      tasksOf(test, baseline([50, 40]), chosen(), 100).map(({ id, tests }) => [id, tests]);
    expect(tried(OTHER)).toEqual([
      ['3', [0, 1]],
      ['1', [1]],
    ]);
    expect(tried(OWN)).toEqual([
      ['3', null],
      ['1', [0, 1]],
      ['2', [1]],
    ]);
  });

  it('are chosen by their number and a seed, evenly', () => {
    const ids = Array.from({ length: 10_000 }, (_, id) => String(id));
    const taken = (seed: number) => ids.filter((id) => chance(id, seed) < 0.1);
    expect(taken(1)).toEqual(taken(1));
    expect(taken(2)).not.toEqual(taken(1));
    expect(taken(1).length).toBeGreaterThan(900);
    expect(taken(1).length).toBeLessThan(1_100);
    const early = taken(1).filter((id) => Number(id) < 1_000).length;
    expect(early).toBeGreaterThan(60);
    expect(early).toBeLessThan(140);
  });
});
