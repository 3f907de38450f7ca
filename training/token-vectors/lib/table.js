import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes the table: `token-vectors.i8` has the rows, a byte a number; `token-vectors.scale.f32` has what the
 * bytes of each row are to be multiplied by, as little-endian floats of 32 bits; `token-vectors.pieces.json` has
 * the word pieces in the order of the rows.
 *
 * @param {string} folder
 * @param {readonly string[]} names of the pieces
 * @param {import('./rows.js').Rows} rows
 */
export function writeTable(folder, names, rows) {
  const { bytes, scales } = inBytes(rows);
  const little = Buffer.alloc(4 * scales.length);
  scales.forEach((scale, at) => {
    little.writeFloatLE(scale, 4 * at);
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'token-vectors.i8'), bytes);
  writeFileSync(join(folder, 'token-vectors.scale.f32'), little);
  writeFileSync(join(folder, 'token-vectors.pieces.json'), JSON.stringify(names));
}

/**
 * The rows as they are once they have been written and read.
 *
 * @param {import('./rows.js').Rows} rows
 * @returns {import('./rows.js').Rows}
 */
export function rounded(rows) {
  const { bytes, scales } = inBytes(rows);
  const values = Float32Array.from(bytes, (byte, at) => byte * (scales[Math.floor(at / rows.size)] ?? 0));
  return { ...rows, values };
}

/**
 * @param {import('./rows.js').Rows} rows
 * @returns {{ bytes: Int8Array, scales: Float32Array }}
 */
function inBytes({ size, values }) {
  const scales = new Float32Array(values.length / size);
  for (let at = 0; at < values.length; at += 1) {
    const row = Math.floor(at / size);
    scales[row] = Math.max(scales[row] ?? 0, Math.abs(values[at] ?? 0) / 127);
  }
  const bytes = Int8Array.from(values, (value, at) =>
    Math.round(value / (scales[Math.floor(at / size)] || 1)),
  );
  return { bytes, scales };
}
