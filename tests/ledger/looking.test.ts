import { expect, it } from 'vitest';
import { pacedLook } from '../../src/ledger/sqlite/looking.ts';

/** Looks that take as long as `takes` says, at a clock that nothing else moves. */
function paced() {
  const clock = { at: 0, takes: 0, looks: 0 };
  const look = pacedLook(
    () => {
      clock.looks += 1;
      clock.at += clock.takes;
    },
    () => clock.at,
  );
  return { clock, look };
}

it('a ledger is looked at before each use, also where one look was slow', () => {
  const { clock, look } = paced();
  for (const takes of [0.01, 500, 0.01, 500, 0.01]) {
    clock.takes = takes;
    look();
  }
  expect(clock.looks).toBe(5);
});

it('on a slow disk it takes a twentieth of the time, and is looked at before each use again when that is over', () => {
  const { clock, look } = paced();
  clock.takes = 240;
  for (; clock.at < 60_000; clock.at += 1) look();
  expect(clock.looks).toBeGreaterThan(8);
  expect(clock.looks).toBeLessThan(16);
  clock.takes = 0.01;
  clock.at += 10_000;
  clock.looks = 0;
  for (let use = 0; use < 10; use += 1) look();
  expect(clock.looks).toBe(10);
});

it('what is found is told', () => {
  const look = pacedLook(() => {
    throw new Error('gone');
  });
  expect(look).toThrow('gone');
  expect(look).toThrow('gone');
});
