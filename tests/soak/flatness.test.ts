import { describe, expect, it } from 'vitest';
import { flatnessOf, type Held } from '../../soak/counting/flatness.ts';
import { flatness, HEAP_ALLOWED } from '../../soak/counting/memory.ts';
import { randomFrom } from '../../soak/random.ts';

const MB = 1e6;
const random = randomFrom(1);

/** Ten minutes at 20 questions a second, measured every 5 s. */
function heldFor(bytes: (asked: number, index: number) => number): Held[] {
  return Array.from({ length: 120 }, (_, index) => ({
    at: index * 5_000,
    asked: index * 100,
    bytes: 90 * MB + bytes(index * 100, index) + random() * 0.4 * MB,
  }));
}

const judged = (bytes: (asked: number, index: number) => number) =>
  flatnessOf(heldFor(bytes), HEAP_ALLOWED.full).isFlat;

describe('memory', () => {
  it('is flat where it only warms up and then stays as it is', () => {
    expect(judged(() => 0)).toBe(true);
    expect(judged((asked) => 20 * MB * (1 - Math.exp(-asked / 1_500)))).toBe(true);
  });

  it('is flat where lists of names fill up that are bounded', () => {
    expect(judged((asked) => asked * 300)).toBe(true);
  });

  it('is not flat where each question leaves a kilobyte behind', () => {
    const { isFlat, perQuestion } = flatnessOf(
      heldFor((asked) => asked * 1_024),
      HEAP_ALLOWED.full,
    );
    expect(isFlat).toBe(false);
    expect(perQuestion).toBeGreaterThan(900);
    expect(perQuestion).toBeLessThan(1_150);
  });

  it('is not flat where it leaks only after a while', () => {
    expect(judged((asked) => Math.max(0, asked - 6_000) * 1_024)).toBe(false);
  });

  it('is judged without the measurements that were made in the middle of something', () => {
    const wild = (index: number) => (index % 5 === 0 ? 60 * MB : 0);
    expect(judged((_, index) => wild(index))).toBe(true);
    expect(judged((asked, index) => wild(index) + asked * 1_024)).toBe(false);
  });

  it('is not judged where little was asked or measured', () => {
    expect(flatnessOf([], 1).isFlat).toBeNull();
    expect(flatnessOf(heldFor((asked) => asked * 5_000).slice(0, 12), 1).isFlat).toBeNull();
    const seldom = heldFor((asked) => asked * 5_000).map((held) => ({ ...held, asked: held.asked / 100 }));
    expect(flatnessOf(seldom, 1).isFlat).toBeNull();
  });

  it('may grow by what lists of names take while they fill, and not by a kilobyte more', () => {
    const filling = (asked: number) => Math.min(asked, 67_000) * 1_400;
    const grown = (more: number, bots: number) =>
      flatness(
        heldFor((asked) => filling(asked * bots) + asked * bots * more).map((held) => ({
          bot: 'one',
          at: held.at,
          asked: held.asked * bots,
          heap: held.bytes,
          resident: 200 * MB,
        })),
        [],
      ).map(({ heap }) => heap.isFlat);
    expect(grown(0, 1)).toEqual([true]);
    expect(grown(1_250, 1)).toEqual([false]);
    // Hours later they are full, and a kilobyte is a leak.
    expect(grown(0, 20)).toEqual([true]);
    expect(grown(1_024, 20)).toEqual([false]);
  });

  it('as the system gives it may grow by a quarter, since it comes in steps', () => {
    const given = (last: number) =>
      flatness(
        heldFor(() => 0).map((held, index) => ({
          ...held,
          bot: 'one',
          heap: 90 * MB,
          resident: 200 * MB + Math.max(0, index - 60) * (last / 60) * MB,
        })),
        [],
      ).map(({ resident }) => resident.isFlat);
    expect(given(20)).toEqual([true]);
    expect(given(120)).toEqual([false]);
  });

  it('is that of one process: what was held before a restart says nothing of the one after it', () => {
    const samples = heldFor((asked) => (asked < 2_000 ? 200 * MB : asked * 3_000)).map((held) => ({
      ...held,
      bot: 'one',
      heap: held.bytes,
      resident: held.bytes,
    }));
    const [one] = flatness(samples, [100_000]);
    expect(one?.heap.isFlat).toBe(false);
    expect(one?.heap.perQuestion).toBeCloseTo(3_000, -2);
  });
});
