/**
 * One row of numbers for each word piece, and what Adagrad remembers of each number.
 *
 * @typedef {object} Rows
 * @property {number} size numbers in a row
 * @property {Float32Array} values
 * @property {Float32Array} start what the rows are pulled back to
 * @property {Float32Array} squares sums of squared gradients
 */

/** Smoothing of a piece's weight a / (a + p), where p is its share of all pieces (Arora and others, 2017). */
const SMOOTHING = 1e-3;

/**
 * @param {Float32Array} vectors of each piece alone, of unit length
 * @param {number} size
 * @param {readonly Uint16Array[]} texts to count the pieces in
 * @returns {Rows}
 */
export function startRows(vectors, size, texts) {
  const counts = new Float64Array(vectors.length / size);
  let total = 0;
  for (const text of texts) {
    for (const piece of text) counts[piece] = (counts[piece] ?? 0) + 1;
    total += text.length;
  }
  const values = vectors.map((value, at) => {
    const share = (counts[Math.floor(at / size)] ?? 0) / total;
    return (value * SMOOTHING) / (SMOOTHING + share);
  });
  return { size, values, start: values.slice(), squares: new Float32Array(values.length) };
}

/**
 * A text's vector of unit length: the sum of its rows. Nothing but zeros for a text without pieces.
 *
 * @param {Rows} rows
 * @param {Uint16Array} text
 * @param {Float64Array} into
 * @param {Float64Array} [factors] what each piece's row is multiplied by
 * @returns {number} length of the sum
 */
export function direct(rows, text, into, factors) {
  const { size, values } = rows;
  into.fill(0);
  for (const piece of text) {
    const from = piece * size;
    const factor = factors?.[piece] ?? 1;
    for (let at = 0; at < size; at += 1) into[at] = (into[at] ?? 0) + factor * (values[from + at] ?? 0);
  }
  let length = 0;
  for (const value of into) length += value * value;
  length = Math.sqrt(length);
  if (length > 0) for (let at = 0; at < size; at += 1) into[at] = (into[at] ?? 0) / length;
  return length;
}

/**
 * Moves a text's rows down a gradient.
 *
 * @param {Rows} rows
 * @param {Uint16Array} text
 * @param {Float64Array} gradient of the loss by the sum of the rows
 * @param {{ rate: number, pull: number }} options `pull`: how strongly a row goes back to its start
 */
export function descend(rows, text, gradient, { rate, pull }) {
  const { size, values, start, squares } = rows;
  for (const piece of text) {
    const from = piece * size;
    for (let at = 0; at < size; at += 1) {
      const i = from + at;
      const slope = (gradient[at] ?? 0) + pull * ((values[i] ?? 0) - (start[i] ?? 0));
      const square = (squares[i] ?? 0) + slope * slope;
      squares[i] = square;
      if (square > 0) values[i] = (values[i] ?? 0) - (rate * slope) / Math.sqrt(square);
    }
  }
}

/**
 * @param {ArrayLike<number>} a
 * @param {ArrayLike<number>} b
 * @returns {number} their inner product: the cosine, where both are of unit length
 */
export function inner(a, b) {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
