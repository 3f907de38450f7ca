import { describe, expect, it } from 'vitest';
import { adam } from '../../src/training/adam.ts';

describe('a step', () => {
  it('goes against the slope, by the rate at first, however steep it is', () => {
    const { values, step } = adam(Float64Array.from([1, 1, 1, 1]), 0.1);
    step(1, (at) => [0.01, 500, -3, 0][at] ?? 0);
    for (const [at, value] of [0.9, 0.9, 1.1, 1].entries()) expect(values[at]).toBeCloseTo(value, 5);
  });

  it('is a share of it', () => {
    const { values, step } = adam(Float64Array.from([1, 1]), 0.1);
    step(0.25, () => 3);
    expect(values[0]).toBeCloseTo(0.975, 6);
    step(0, () => 3);
    expect(values[0]).toBeCloseTo(0.975, 6);
  });

  it('changes the numbers in their place', () => {
    const own = Float64Array.from([2]);
    const { values, step } = adam(own, 0.1);
    step(1, () => 1);
    expect(values).toBe(own);
    expect(own[0]).toBeLessThan(2);
  });
});

describe('many steps', () => {
  it('come to the lowest place, in directions of very different steepness', () => {
    const { values, step } = adam(Float64Array.from([4, -4]), 0.2);
    for (let at = 0; at < 400; at += 1) {
      step(1 - at / 400, (index) =>
        index === 0 ? 100 * ((values[0] ?? 0) - 1) : 0.01 * ((values[1] ?? 0) + 2),
      );
    }
    expect(values[0]).toBeCloseTo(1, 2);
    expect(values[1]).toBeCloseTo(-2, 2);
  });
});
