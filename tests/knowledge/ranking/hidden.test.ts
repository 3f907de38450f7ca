import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenSum, readHidden } from '../../../src/knowledge/ranking/hidden.ts';
import { writtenHidden } from '../../../src/training/written.ts';

const [FEATURES, UNITS] = [5, 3];
const none = { weights: new Float64Array(0), map: new Float64Array(0) };
const within = (length: number, most: number) =>
  fc.array(fc.double({ min: -most, max: most, noNaN: true }), { minLength: length, maxLength: length });

describe('a hidden layer', () => {
  it('adds what each unit makes of the features, bent', () => {
    const weights = Float32Array.from([1, -2, 0.5, 4]);
    const sum = hiddenSum({ biases: [0.5, 0], outputs: [2, -1], weights }, Float32Array.from([0.25, 1]));
    expect(sum).toBeCloseTo(2 * Math.tanh(0.5 + 0.25 + 0.5) - Math.tanh(-0.5 + 4), 6);
  });

  it('adds nothing where it has no units', () => {
    const flat = { biases: [], outputs: [], weights: new Float32Array(0) };
    expect(hiddenSum(flat, Float32Array.from([1, 1]))).toBe(0);
  });

  it('gives the same sums when it has been written and read, within what is rounded', () => {
    const features = within(FEATURES, 1);
    fc.assert(
      fc.property(
        within(FEATURES * UNITS, 2),
        within(UNITS, 2),
        within(UNITS, 2),
        features,
        (hidden, biases, outputs, values) => {
          const numbers = {
            ...none,
            hidden: Float64Array.from(hidden),
            biases: Float64Array.from(biases),
            outputs: Float64Array.from(outputs),
          };
          const read = readHidden(writtenHidden(numbers));
          const exact = { biases, outputs, weights: Float32Array.from(hidden) };
          const [own, other] = [exact, read].map((layer) => hiddenSum(layer, Float32Array.from(values)));
          // A weight is off by half a byte of 2 / 127 at most, and an output or a bias by 0.0005.
          const off = UNITS * (2 * (FEATURES / 127 + 0.001) + 0.001);
          expect(Math.abs((own ?? 0) - (other ?? 0))).toBeLessThan(off);
        },
      ),
    );
  });

  it('is written with a scale for each feature: small weights beside large ones keep their worth', () => {
    const numbers = {
      ...none,
      hidden: Float64Array.from([100, -50, 0.01, 0.005, 0, 0]),
      biases: Float64Array.from([0, 0]),
      outputs: Float64Array.from([1, 1]),
    };
    const { weights } = readHidden(writtenHidden(numbers));
    expect(weights[0]).toBeCloseTo(100, 0);
    expect(weights[2]).toBeCloseTo(0.01, 4);
    expect(weights[3]).toBeCloseTo(0.005, 4);
    expect([...weights.subarray(4)]).toEqual([0, 0]);
  });
});
