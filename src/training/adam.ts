/** Numbers that are learned. */
export interface Learned {
  readonly values: Float64Array;
  /**
   * Moves each number against its slope.
   *
   * @param share of the rate, 0 to 1
   * @param slopeAt the slope of each
   */
  step(share: number, slopeAt: (at: number) => number): void;
}

/**
 * Adam (Kingma and Ba 2015, https://arxiv.org/abs/1412.6980) with the constants of the paper.
 *
 * @param values where to begin; changed in their place
 * @param rate the step
 */
export function adam(values: Float64Array, rate: number): Learned {
  const [means, squares] = [new Float64Array(values.length), new Float64Array(values.length)];
  let steps = 0;
  return {
    values,
    step(share: number, slopeAt: (at: number) => number): void {
      steps += 1;
      const [forMean, forSquare] = [1 - 0.9 ** steps, 1 - 0.999 ** steps];
      for (let at = 0; at < values.length; at += 1) {
        const slope = slopeAt(at);
        const mean = 0.9 * (means[at] ?? 0) + 0.1 * slope;
        const square = 0.999 * (squares[at] ?? 0) + 0.001 * slope * slope;
        means[at] = mean;
        squares[at] = square;
        const move = (rate * share * (mean / forMean)) / (Math.sqrt(square / forSquare) + 1e-8);
        values[at] = (values[at] ?? 0) - move;
      }
    },
  };
}
