import { expect, it } from 'vitest';
import { openBuckets } from '../../../../src/bots/web/guard/buckets.ts';

const A = '203.0.113.1';
const B = '203.0.113.2';

function opened(rate: { perMinute?: number; burst?: number; max?: number } = {}) {
  const time = { now: 5_000 };
  const buckets = openBuckets({ perMinute: 60, burst: 3, max: 100, ...rate, now: () => time.now });
  return {
    buckets,
    time,
    takes: (count: number, of = A) => Array.from({ length: count }, () => buckets.take(of)),
  };
}

it('lets a burst pass, then one after the other, and says how long the next has to wait', () => {
  const { time, takes } = opened();
  expect(takes(5)).toEqual([0, 0, 0, 1, 1]);
  time.now += 999;
  expect(takes(1)).toEqual([1]);
  time.now += 1;
  expect(takes(2)).toEqual([0, 1]);
  time.now += 60_000;
  expect(takes(4)).toEqual([0, 0, 0, 1]);
});

it('says how long in whole seconds, for what takes minutes as well', () => {
  const { buckets } = opened({ perMinute: 0.5, burst: 1 });
  expect([buckets.take(A), buckets.take(A)]).toEqual([0, 120]);
});

it('gives each address a bucket of its own, and a network of IPv6 one for all of it', () => {
  const { takes } = opened({ burst: 1 });
  expect([takes(2), takes(2, B)]).toEqual([
    [0, 1],
    [0, 1],
  ]);
  expect(['2001:db8::1', '2001:db8::2', '2001:db8:0:1::1'].map((each) => takes(1, each))).toEqual([
    [0],
    [1],
    [0],
  ]);
});

it('takes less for what costs less', () => {
  const { buckets } = opened({ burst: 1 });
  expect([1, 2, 3, 4, 5].map(() => buckets.take(A, 0.25))).toEqual([0, 0, 0, 0, 1]);
});

it('counts nothing when it is only asked, and nothing that may not be done', () => {
  const { buckets, time, takes } = opened({ burst: 1 });
  expect([1, 2, 3].map(() => buckets.wait(A))).toEqual([0, 0, 0]);
  expect(takes(50).filter((seconds) => seconds > 0)).toHaveLength(49);
  expect(buckets.wait(A)).toBe(1);
  time.now += 1_000;
  expect(buckets.wait(A)).toBe(0);
});

it('remembers no more addresses than it may', () => {
  const { takes } = opened({ burst: 1, max: 10 });
  takes(1);
  for (let index = 0; index < 10_000; index += 1) takes(1, `198.51.${index >> 8}.${index & 255}`);
  // Forgotten, and so full again.
  expect(takes(2)).toEqual([0, 1]);
});

it('counts afterwards what turned out to be more, and lets the next things wait for it', () => {
  const { buckets, time, takes } = opened();
  expect(takes(1)).toEqual([0]);
  buckets.charge(A, 4);
  expect([buckets.take(A), buckets.take(B)]).toEqual([3, 0]);
  time.now += 3_000;
  expect(takes(2)).toEqual([0, 1]);
});
