import { describe, expect, it } from 'vitest';
import { spansOf } from '../../src/report/days.ts';
import { periodOf } from '../../src/report/period.ts';
import { entry, NOON, reported } from './entries.ts';

const at = (month: number, day: number, hour = 0) => new Date(2026, month - 1, day, hour).getTime();

describe('a period', () => {
  it('is today and the six days before', () => {
    expect(periodOf(undefined, undefined, NOON)).toEqual({ from: at(11, 19), to: NOON + 1 });
    expect(periodOf('7d', undefined, NOON)).toEqual(periodOf('1w', undefined, NOON));
    expect(periodOf('1d', undefined, NOON)?.from).toBe(at(11, 25));
  });

  it('takes dates whole, and times as they are', () => {
    expect(periodOf('2026-11-01', '2026-11-07', NOON)).toEqual({ from: at(11, 1), to: at(11, 8) });
    expect(periodOf('2026-11-01T10:00Z', '2026-11-02T10:30:00+01:00', NOON)).toEqual({
      from: Date.UTC(2026, 10, 1, 10),
      to: Date.UTC(2026, 10, 2, 9, 30),
    });
  });

  it('counts days back from where it ends', () => {
    expect(periodOf('2d', '2026-11-07', NOON)).toEqual({ from: at(11, 6), to: at(11, 8) });
  });

  it.each([
    '',
    '7',
    'd',
    '0d',
    '9999w',
    '2026-13-01',
    '2026-02-30',
    '01.11.2026',
    'yesterday',
    '2026-11-01T25:00Z',
  ])('is not read from %j', (text) => {
    expect(periodOf(text, undefined, NOON)).toBeNull();
    if (text !== '') expect(periodOf(undefined, text, NOON)).toBeNull();
  });
});

describe('days', () => {
  it('are each there, once, also where clocks are put forward or back', () => {
    const period = { from: at(1, 1), to: new Date(2027, 0, 1).getTime() };
    const { days } = reported([entry({ at: at(1, 1, 5) })], { period });
    expect(days).toHaveLength(365);
    expect(new Set(days.map(({ day }) => day)).size).toBe(365);
    const { length, spans } = spansOf(days);
    expect(length).toBe(7);
    expect(spans).toHaveLength(53);
    expect(spans.reduce((sum, { asked }) => sum + asked, 0)).toBe(1);
  });

  it('begin with the first question where the period began long before', () => {
    const period = { from: new Date(1990, 0, 1).getTime(), to: at(11, 26) };
    expect(reported([entry({ at: at(8, 1) })], { period }).days[0]?.day).toBe('2026-08-01');
    expect(reported([], { period }).days.length).toBeLessThan(64);
  });
});
