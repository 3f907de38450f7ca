import { WIDTH } from './network.js';

/** Every so manieth vector is looked at: 20,000 tell the directions as well as all. */
const LOOKED_AT = 20_000;
/** After these nothing worth naming is left beside the diagonal. */
const SWEEPS = 8;

/**
 * @typedef {object} Directions
 * @property {Float32Array} mean
 * @property {Float64Array[]} axes those in which vectors differ most, the strongest first
 */

/**
 * The mean of the model's vectors and their principal directions.
 *
 * @param {Float32Array} vectors
 * @param {number} count how many directions
 * @returns {Directions}
 */
export function directionsOf(vectors, count) {
  const rows = vectors.length / WIDTH;
  const step = Math.max(1, Math.floor(rows / LOOKED_AT));
  const mean = new Float32Array(WIDTH);
  for (let row = 0; row < rows; row += 1) {
    for (let at = 0; at < WIDTH; at += 1)
      mean[at] = (mean[at] ?? 0) + (vectors[row * WIDTH + at] ?? 0) / rows;
  }
  const covariance = Array.from({ length: WIDTH }, () => new Float64Array(WIDTH));
  const centred = new Float64Array(WIDTH);
  for (let row = 0; row < rows; row += step) {
    for (let at = 0; at < WIDTH; at += 1) centred[at] = (vectors[row * WIDTH + at] ?? 0) - (mean[at] ?? 0);
    covariance.forEach((line, i) => {
      const value = centred[i] ?? 0;
      for (let j = 0; j < WIDTH; j += 1) line[j] = (line[j] ?? 0) + value * (centred[j] ?? 0);
    });
  }
  return { mean, axes: strongest(covariance, count) };
}

/**
 * Vectors of unit length along the directions.
 *
 * @param {Float32Array} vectors the model's
 * @param {Directions} directions
 * @returns {Float32Array}
 */
export function projected(vectors, { mean, axes }) {
  const rows = vectors.length / WIDTH;
  const result = new Float32Array(rows * axes.length);
  for (let row = 0; row < rows; row += 1) {
    const values = axes.map((axis) => {
      let sum = 0;
      for (let at = 0; at < WIDTH; at += 1) {
        sum += (axis[at] ?? 0) * ((vectors[row * WIDTH + at] ?? 0) - (mean[at] ?? 0));
      }
      return sum;
    });
    const length = Math.hypot(...values) || 1;
    result.set(
      values.map((value) => value / length),
      row * axes.length,
    );
  }
  return result;
}

/**
 * Jacobi's method: turns pairs of axes until nothing is left beside the diagonal.
 *
 * @param {Float64Array[]} matrix symmetric; it is changed
 * @param {number} count
 * @returns {Float64Array[]} eigenvectors of the largest eigenvalues
 */
function strongest(matrix, count) {
  const size = matrix.length;
  const axes = matrix.map((_, at) => Float64Array.from({ length: size }, (_, i) => (i === at ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let p = 0; p < size - 1; p += 1) {
      for (let q = p + 1; q < size; q += 1) turn(matrix, axes, p, q);
    }
  }
  const order = matrix.map((line, at) => ({ at, value: line[at] ?? 0 })).sort((a, b) => b.value - a.value);
  return order.slice(0, count).map(({ at }) => axes[at] ?? new Float64Array(size));
}

/**
 * @param {Float64Array[]} matrix
 * @param {Float64Array[]} axes
 * @param {number} p
 * @param {number} q
 */
function turn(matrix, axes, p, q) {
  const rowP = matrix[p] ?? new Float64Array();
  const rowQ = matrix[q] ?? new Float64Array();
  const beside = rowP[q] ?? 0;
  if (beside === 0) return;
  const theta = ((rowQ[q] ?? 0) - (rowP[p] ?? 0)) / (2 * beside);
  const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (const line of matrix) {
    const [a, b] = [line[p] ?? 0, line[q] ?? 0];
    line[p] = cosine * a - sine * b;
    line[q] = sine * a + cosine * b;
  }
  mix(rowP, rowQ, cosine, sine);
  mix(axes[p] ?? rowP, axes[q] ?? rowQ, cosine, sine);
}

/**
 * @param {Float64Array} p
 * @param {Float64Array} q
 * @param {number} cosine
 * @param {number} sine
 */
function mix(p, q, cosine, sine) {
  for (let at = 0; at < p.length; at += 1) {
    const [a, b] = [p[at] ?? 0, q[at] ?? 0];
    p[at] = cosine * a - sine * b;
    q[at] = sine * a + cosine * b;
  }
}
