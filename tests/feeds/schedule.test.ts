import { describe, expect, it } from 'vitest';
import { waitFor } from '../../src/feeds/schedule.ts';
import { type Trouble, tellingOf } from '../../src/feeds/trouble.ts';
import { DAY, HOUR } from './harness.ts';

const MINUTE = 60_000;

describe('the wait for the next look', () => {
  const usual = { every: 15 * MINUTE, failures: 0, retryAfter: null, isGone: false };

  it('is the interval, give or take a tenth', () => {
    expect([0, 0.5, 1].map((random) => Math.round(waitFor(usual, random) / 6_000))).toEqual([135, 150, 165]);
  });

  it('doubles with each failure, up to six hours', () => {
    const waits = [1, 2, 3, 4, 5, 6, 60].map((failures) => waitFor({ ...usual, failures }, 0.5) / MINUTE);
    expect(waits).toEqual([15, 30, 60, 120, 240, 360, 360]);
  });

  it('is never shorter than an interval of more than six hours', () => {
    expect(waitFor({ ...usual, every: DAY, failures: 3 }, 0.5)).toBe(DAY);
  });

  it('is as long as the server asks, but not more than a day', () => {
    expect(waitFor({ ...usual, failures: 1, retryAfter: 3 * HOUR }, 0)).toBe(3 * HOUR);
    expect(waitFor({ ...usual, failures: 1, retryAfter: 90 * DAY }, 0)).toBe(DAY);
    expect(waitFor({ ...usual, failures: 1, retryAfter: 1 }, 0.5)).toBe(15 * MINUTE);
  });

  it('is a day for a feed that has ended', () => {
    expect(waitFor({ ...usual, failures: 1, isGone: true }, 0.5)).toBe(DAY);
  });

  it('is never more than a timer can wait', () => {
    expect(waitFor({ ...usual, every: 99_999 * DAY }, 1)).toBeLessThan(2 ** 31);
  });
});

describe('what is said of a feed that fails', () => {
  /** Levels of what is said when it is looked at at these times, in ms since it began to fail. */
  function levels(times: readonly number[], every: number) {
    let trouble: Trouble | null = null;
    return times.map((time) => {
      const telling = tellingOf(trouble, 0, time, every);
      trouble = telling.trouble;
      return telling.level;
    });
  }

  it('is said at once, and each time that the failing time has doubled', () => {
    const minutes = [0, 5, 10, 15, 20, 25, 30, 35, 40, 45].map((minute) => minute * MINUTE);
    expect(levels(minutes, 5 * MINUTE).map((level) => level === 'warn')).toEqual([
      true,
      true,
      true,
      false,
      true,
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  it('is an error after three intervals and an hour, and then once a day', () => {
    const hours = [0, 1, 1.1, 5, 20, 25.2, 30];
    const said = levels(
      hours.map((hour) => hour * HOUR),
      15 * MINUTE,
    );
    expect(said.map((level) => level === 'error')).toEqual([false, false, true, false, false, true, false]);
    expect(levels([0, 5 * HOUR, 6.1 * HOUR], 2 * HOUR)).toEqual(['warn', 'warn', 'error']);
  });

  it('is an error at once when it has failed for long before the start', () => {
    expect(levels([2 * HOUR], MINUTE)).toEqual(['error']);
  });
});
