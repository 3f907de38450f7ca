import { readFileSync } from 'node:fs';
import { shippedFile } from './shipped-file.ts';

/** What 1 is in a vector of bytes. */
export const ONE = 127;

/** Numbers in a vector. */
export const DIMENSIONS = 64;

/**
 * A word by what it means: the sum of the rows of its word pieces. Its length says how much it tells: a
 * function word is short. Divided by its length it is compared with other words.
 */
export interface WordVector {
  /** Holds the vectors of many words: an array for each would cost more than what is done with it. */
  readonly pool: Float32Array;
  /** The same at length 1, as bytes: what is compared most should lie in the processor's cache. */
  readonly units: Int8Array;
  /** Where this one begins, in both. */
  readonly from: number;
  /** 0 for a word that has no piece. */
  readonly length: number;
}

/** Of what is no word. */
export const NO_WORD: WordVector = {
  pool: new Float32Array(DIMENSIONS),
  units: new Int8Array(DIMENSIONS),
  from: 0,
  length: 0,
};

interface Table {
  /** Rows of the word pieces, by piece; a piece that continues a word begins with `##`. */
  readonly pieces: ReadonlyMap<string, number>;
  readonly rows: Int8Array;
  readonly scales: Float32Array;
}

let table: Table | undefined;

/**
 * The table distilled from all-MiniLM-L6-v2 (models/token-vectors/README.md), read at the first question:
 * 2 MB that stay as they lie on disk, and 30,522 pieces; together some 15 ms.
 */
function tokenTable(): Table {
  if (table) return table;
  const read = (name: string) => readFileSync(shippedFile(`token-vectors/${name}`));
  const pieces = JSON.parse(read('token-vectors.pieces.json').toString('utf8')) as string[];
  const rows = read('token-vectors.i8');
  const scales = read('token-vectors.scale.f32');
  table = {
    pieces: new Map(pieces.map((piece, row) => [piece, row])),
    rows: new Int8Array(rows.buffer, rows.byteOffset, rows.byteLength),
    scales: new Float32Array(scales.buffer.slice(scales.byteOffset, scales.byteOffset + scales.byteLength)),
  };
  return table;
}

/** Words repeat: 10,000 sentences have some 25,000 different ones. 60,000 of them take some 28 MB. */
const REMEMBERED = 60_000;
const known = new Map<string, WordVector>();
let pool = new Float32Array(0);
let units = new Int8Array(0);

/**
 * @param word lower case
 * @returns its vector
 */
export function wordVector(word: string): WordVector {
  const cached = known.get(word);
  if (cached) return cached;
  if (known.size % REMEMBERED === 0) {
    known.clear();
    // A new one, since vectors of the old are still in use. What is not written to takes no memory.
    pool = new Float32Array(REMEMBERED * DIMENSIONS);
    units = new Int8Array(REMEMBERED * DIMENSIONS);
  }
  const made = makeVector(word, known.size * DIMENSIONS);
  known.set(word, made);
  return made;
}

function makeVector(word: string, from: number): WordVector {
  const { rows, scales } = tokenTable();
  for (const row of piecesOf(word)) {
    const scale = scales[row] ?? 0;
    for (let at = 0; at < DIMENSIONS; at += 1) {
      pool[from + at] = (pool[from + at] ?? 0) + scale * (rows[row * DIMENSIONS + at] ?? 0);
    }
  }
  const length = Math.sqrt(dot(pool, from, pool, from));
  for (let at = from; length > 0 && at < from + DIMENSIONS; at += 1) {
    units[at] = Math.round(((pool[at] ?? 0) / length) * ONE);
  }
  return { pool, units, from, length };
}

/** Longer ones are no words, and cutting them takes the square of their length. */
const LONGEST = 60;

/**
 * WordPiece (Wu and others 2016, https://arxiv.org/abs/1609.08144): the longest piece that fits, again and
 * again. Accents are dropped, as the uncased vocabulary has none; a word with a letter that is in no piece
 * has no pieces at all.
 */
function piecesOf(word: string): number[] {
  const { pieces } = tokenTable();
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
  const found: number[] = [];
  for (const part of plain.match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (part.length > LONGEST) continue;
    const own = cut(part, pieces);
    if (own) found.push(...own);
  }
  return found;
}

function cut(part: string, pieces: ReadonlyMap<string, number>): number[] | null {
  const found: number[] = [];
  let from = 0;
  while (from < part.length) {
    let to = part.length;
    let row: number | undefined;
    for (; to > from; to -= 1) {
      row = pieces.get(from === 0 ? part.slice(0, to) : `##${part.slice(from, to)}`);
      if (row !== undefined) break;
    }
    if (row === undefined) return null;
    found.push(row);
    from = to;
  }
  return found;
}

/** @returns the sum of the products of two vectors, each with where it begins */
export function dot(a: Float32Array, fromA: number, b: Float32Array, fromB: number): number {
  let [even, odd] = [0, 0];
  for (let at = 0; at < DIMENSIONS; at += 2) {
    even += (a[fromA + at] ?? 0) * (b[fromB + at] ?? 0);
    odd += (a[fromA + at + 1] ?? 0) * (b[fromB + at + 1] ?? 0);
  }
  return even + odd;
}

/** @returns the product of two vectors of bytes, or of their beginnings; from -1 to 1 where both have length 1 */
export function dotOfBytes(
  a: Int8Array,
  fromA: number,
  b: Int8Array,
  fromB: number,
  dimensions = DIMENSIONS,
): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let at = 0; at < dimensions; at += 4) {
    first += (a[fromA + at] ?? 0) * (b[fromB + at] ?? 0);
    second += (a[fromA + at + 1] ?? 0) * (b[fromB + at + 1] ?? 0);
    third += (a[fromA + at + 2] ?? 0) * (b[fromB + at + 2] ?? 0);
    fourth += (a[fromA + at + 3] ?? 0) * (b[fromB + at + 3] ?? 0);
  }
  return (first + second + third + fourth) / (ONE * ONE);
}

/** @returns how alike two words are, from -1 to 1; 0 where one of them has no vector */
export function likeness(a: WordVector, b: WordVector): number {
  return dotOfBytes(a.units, a.from, b.units, b.from);
}
