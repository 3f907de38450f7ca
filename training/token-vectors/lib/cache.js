import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { WIDTH } from './network.js';

/** Texts between two writes: what is lost, at most, when the command is stopped. */
const CHUNK = 4000;

/**
 * The model's vectors of texts, from a folder as far as they lie there. They take nearly all of the time that a
 * table takes to make, and never change.
 *
 * @param {string} folder
 * @param {readonly string[]} texts
 * @param {import('./minilm.js').MiniLm} model
 * @param {(line: string) => void} say
 * @returns {Promise<Float32Array>} of unit length, in the order of the texts
 */
export async function cachedVectors(folder, texts, model, say) {
  mkdirSync(folder, { recursive: true });
  const files = { texts: join(folder, 'texts.jsonl'), vectors: join(folder, 'vectors.f32') };
  const known = existsSync(files.texts) ? readKnown(files) : new Map();
  const missing = [...new Set(texts)].filter((text) => !known.has(text));
  for (let from = 0; from < missing.length; from += CHUNK) {
    const chunk = missing.slice(from, from + CHUNK);
    const vectors = await model.vectorsOf(chunk.map(model.pieces.idsOf));
    appendFileSync(files.vectors, Buffer.from(vectors.buffer));
    appendFileSync(files.texts, chunk.map((text) => `${JSON.stringify(text)}\n`).join(''));
    chunk.forEach((text, at) => {
      known.set(text, vectors.subarray(at * WIDTH, (at + 1) * WIDTH));
    });
    say(`vectors: ${from + chunk.length} of ${missing.length} texts`);
  }
  const all = new Float32Array(texts.length * WIDTH);
  texts.forEach((text, at) => {
    all.set(known.get(text) ?? [], at * WIDTH);
  });
  return all;
}

/**
 * @param {{ texts: string, vectors: string }} files
 * @returns {Map<string, Float32Array>}
 */
function readKnown(files) {
  const lines = readFileSync(files.texts, 'utf8').split('\n').slice(0, -1);
  // A command that was stopped between the two files has left vectors without texts.
  truncateSync(files.vectors, 4 * WIDTH * lines.length);
  const bytes = readFileSync(files.vectors);
  const vectors = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  return new Map(lines.map((line, at) => [JSON.parse(line), vectors.subarray(at * WIDTH, (at + 1) * WIDTH)]));
}
