import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Tensor
 * @property {number[]} shape
 * @property {Float32Array} values row by row
 */

/**
 * Reads a file of tensors in half precision. Other kinds of tensors, such as the numbers of positions, are
 * left out.
 *
 * @param {string} path a `.safetensors` file
 * @returns {Map<string, Tensor>} by name
 */
export function readTensors(path) {
  const file = readFileSync(path);
  const headerLength = Number(file.readBigUInt64LE(0));
  const header = JSON.parse(file.toString('utf8', 8, 8 + headerLength));
  /** @type {Map<string, Tensor>} */
  const tensors = new Map();
  for (const [name, entry] of Object.entries(header)) {
    if (entry.dtype !== 'F16') continue;
    const [start, end] = entry.data_offsets;
    const bytes = file.subarray(8 + headerLength + start, 8 + headerLength + end);
    tensors.set(name, { shape: entry.shape, values: fromHalves(bytes) });
  }
  return tensors;
}

/**
 * @param {Buffer} bytes little-endian numbers of 16 bits (IEEE 754 binary16)
 * @returns {Float32Array}
 */
function fromHalves(bytes) {
  const values = new Float32Array(bytes.length / 2);
  for (let at = 0; at < values.length; at += 1) values[at] = fromHalf(bytes.readUInt16LE(2 * at));
  return values;
}

/** @param {number} half */
function fromHalf(half) {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
