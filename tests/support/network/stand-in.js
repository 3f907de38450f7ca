// Stands in for the network and nothing else: it is loaded by the real thread, so it is plain JavaScript as that is.
import { appendFileSync } from 'node:fs';

const settings = new URL(import.meta.url).searchParams;
const delay = Number(settings.get('delay'));
const seen = settings.get('seen');

/** Each word has a number of its own, so texts are as alike as the words they share. */
const DIMENSIONS = 384;

/** @param {string} word */
function placeOf(word) {
  return [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % DIMENSIONS, 7);
}

/** @param {string} text */
function vectorOf(text) {
  const vector = new Array(DIMENSIONS).fill(0);
  for (const word of text.toLowerCase().match(/\w+/g) ?? []) vector[placeOf(word)] += 1;
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

export const model = { id: 'stand-in' };

export function createEmbedder() {
  return {
    dimensions: DIMENSIONS,
    /** @param {string[]} texts */
    async embed(texts) {
      return texts.map((text) => {
        if (text.includes('deadly')) throw new Error('a text that ends the thread');
        if (text.includes('endless')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
        // Keeps the thread busy, as the real one does.
        if (delay > 0 && text !== 'ready')
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, delay);
        if (seen !== null && text !== 'ready') appendFileSync(seen, `${text}\n`);
        return vectorOf(text);
      });
    },
  };
}
