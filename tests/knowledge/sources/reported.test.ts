import { describe, expect, it } from 'vitest';
import { isLater, newestOf } from '../../../src/knowledge/sources/reported.ts';

const of = (published: string | null, updated: string | null = null) => ({ published, updated });

describe('the order of two reports', () => {
  it.each([
    ['days', of('2024-03-05'), of('2024-03-04')],
    ['a day and a time', of('2024-03-05'), of('2024-03-04T23:59:00Z')],
    ['times of one day', of('2024-03-05T18:00:00Z'), of('2024-03-05T09:00:00Z')],
    ['times of two zones', of('2024-03-04T23:00:00-05:00'), of('2024-03-05T03:00:00Z')],
    ['an update before it', of('2024-03-06'), of('2024-03-04', '2024-03-05')],
  ])('is known by %s', (_, later, earlier) => {
    expect(isLater(later, earlier)).toBe(true);
    expect(isLater(earlier, later)).toBe(false);
  });

  it.each([
    ['a date is missing', of(null), of('2024-03-04')],
    ['both are of one day', of('2024-03-04'), of('2024-03-04T09:00:00Z')],
    ['a time has no zone', of('2024-03-04T18:00:00'), of('2024-03-04T09:00:00')],
    ['one was updated after the other came out', of('2024-03-05'), of('2024-03-04', '2024-03-06')],
  ])('is not known where %s', (_, one, other) => {
    expect(isLater(one, other)).toBe(false);
    expect(isLater(other, one)).toBe(false);
  });
});

describe('the newest of several reports', () => {
  it('is later than every other', () => {
    expect(newestOf([of('2024-03-04'), of('2024-03-06'), of('2024-03-05')])).toBe(1);
  });

  it.each([
    ['of one alone', [of('2024-03-04')]],
    ['where one has no date', [of('2024-03-04'), of(null)]],
    ['of two of one day', [of('2024-03-04'), of('2024-03-04')]],
    ['of none', []],
  ])('is not claimed %s', (_, reports) => {
    expect(newestOf(reports)).toBeNull();
  });
});
