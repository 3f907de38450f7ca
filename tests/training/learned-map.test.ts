import { describe, expect, it } from 'vitest';
import { FEATURE_NAMES } from '../../src/knowledge/index.ts';
import { REST } from '../../src/training/examples.ts';
import { readMap, throughMap, withMap, writtenMap } from '../../src/training/learned-map.ts';
import { randomFrom } from '../../src/training/random.ts';
import { exampleOf, restsAlong } from './examples.ts';

const SIZE = REST * REST;
const random = randomFrom(7);
const MAP = Float64Array.from({ length: SIZE }, () => random() * 6 - 3);

/** A map of zeros but for what is given, by row and column. */
function mapWith(...values: readonly (readonly [row: number, column: number, value: number])[]) {
  const map = new Float64Array(SIZE);
  for (const [row, column, value] of values) map[row * REST + column] = value;
  return map;
}

describe('a learned map', () => {
  it('is the same when it has been written and read, within half a byte', () => {
    const written = writtenMap(MAP);
    const read = readMap(written);
    expect(read).toHaveLength(SIZE);
    for (const [at, value] of read.entries()) {
      expect(Math.abs(value - (MAP[at] ?? 0))).toBeLessThanOrEqual(written.scale * 0.501);
    }
    expect(writtenMap(read)).toEqual(written);
  });

  it('is written where there is nothing in it', () => {
    expect(readMap(writtenMap(new Float64Array(SIZE))).every((value) => value === 0)).toBe(true);
  });

  it('gives the sum of question × map × sentence, pair by pair', () => {
    const map = mapWith([3, 10, 2], [3, 11, -1], [4, 10, 5]);
    const [first = 0, second = 0, third = 0] = throughMap(restsAlong(3, [10, 11, 12]), 3, map);
    expect(first).toBeCloseTo(2, 12);
    expect(second).toBeCloseTo(-1, 12);
    expect(third).toBe(0);
  });

  it('takes what is left of the question for each pair: another sentence leaves something else', () => {
    const rests = Int8Array.from([...restsAlong(3, [10]), ...restsAlong(4, [10]), ...restsAlong(3, [10])]);
    const [first = 0, second = 0, third = 0] = throughMap(rests, 3, mapWith([3, 10, 2], [4, 10, 5]));
    expect([first, second, third].map(Math.round)).toEqual([2, 5, 2]);
  });

  it.each([
    [0, 0],
    [2, 0.5],
    [-2, -0.5],
    [100, 1],
    [-100, -1],
  ])('makes one feature of it, within -1 to 1, and leaves the others: %d', (value, feature) => {
    const values = [0, 1].map((number) => FEATURE_NAMES.map((_, at) => (at + number) / 100));
    const example = exampleOf(values, [true, false], { rests: restsAlong(3, [10, 12]) });
    const { features } = withMap(example, mapWith([3, 10, value]));
    const answers = FEATURE_NAMES.indexOf('answers');
    const expected = values.flatMap(([...own], at) => own.with(answers, at === 0 ? feature : 0));
    for (const [at, own] of features.entries()) expect(own).toBeCloseTo(expected[at] ?? Number.NaN, 6);
    expect(example.features[answers]).toBeCloseTo(answers / 100, 6);
  });
});
