import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  DIMENSIONS,
  dot,
  likeness,
  type WordVector,
  wordVector,
} from '../../../src/knowledge/meaning/token-vectors.ts';

const FOLDER = 'models/token-vectors';
const PIECES = JSON.parse(readFileSync(`${FOLDER}/token-vectors.pieces.json`, 'utf8')) as string[];
const ROWS = Int8Array.from(readFileSync(`${FOLDER}/token-vectors.i8`));
const SCALES = readFileSync(`${FOLDER}/token-vectors.scale.f32`);

/** The vector of a word piece, as the table has it. */
function rowOf(piece: string): number[] {
  const row = PIECES.indexOf(piece);
  const scale = SCALES.readFloatLE(row * 4);
  return Array.from({ length: DIMENSIONS }, (_, at) => scale * (ROWS[row * DIMENSIONS + at] ?? 0));
}

const valuesOf = ({ pool, from }: WordVector) => [...pool.subarray(from, from + DIMENSIONS)];

function expectSame(vector: WordVector, values: readonly number[]): void {
  for (const [at, value] of valuesOf(vector).entries())
    expect(value).toBeCloseTo(values[at] ?? Number.NaN, 4);
}

describe('the vector of a word', () => {
  it.each([
    ['council', ['council']],
    ['quaymaster', ['quay', '##master']],
    ['tugboats', ['tug', '##boats']],
    ['saltmarsh', ['salt', '##mar', '##sh']],
    ["o'dell", ['o', 'dell']],
    ['résumé', ['resume']],
  ])('is the sum of its pieces: %s', (word, pieces) => {
    const rows = pieces.map(rowOf);
    const sum = Array.from({ length: DIMENSIONS }, (_, at) =>
      rows.reduce((total, row) => total + (row[at] ?? 0), 0),
    );
    const vector = wordVector(word);
    expectSame(vector, sum);
    expect(vector.length).toBeCloseTo(Math.hypot(...sum), 4);
  });

  it.each(['', '—', 'ᏣᎳᎩ', 'abcᏣ', 'x'.repeat(2000)])('has no length where there is no piece: %j', (word) => {
    const vector = wordVector(word);
    expect(vector.length).toBe(0);
    expect(valuesOf(vector).every((value) => value === 0)).toBe(true);
    expect(likeness(vector, wordVector('mayor'))).toBe(0);
  });

  it.each([
    ['constructor', 'builder', 'banana'],
    ['__proto__', 'proto', 'banana'],
    ['prototype', 'model', 'banana'],
  ])('is looked up as a word, whatever it is to a program: %s', (word, near, far) => {
    const vector = wordVector(word);
    expect(vector.length).toBeGreaterThan(0);
    expect(likeness(vector, wordVector(near))).toBeGreaterThan(likeness(vector, wordVector(far)));
  });

  it('is the same when the word comes again', () => {
    expect(wordVector('harbour')).toBe(wordVector('harbour'));
  });

  it('says by its length how much it tells', () => {
    for (const small of ['the', 'of', 'and']) {
      for (const word of ['barley', 'physician', 'lighthouse']) {
        expect(wordVector(small).length).toBeLessThan(wordVector(word).length);
      }
    }
  });
});

describe('likeness', () => {
  it.each([
    ['mayor', 'governor', 'banana'],
    ['doctor', 'physician', 'barley'],
    ['ferry', 'boat', 'verdict'],
    ['harvest', 'crop', 'verdict'],
  ])('of %s is greater with %s than with %s', (word, near, far) => {
    const [own, like, unlike] = [word, near, far].map(wordVector);
    if (!own || !like || !unlike) throw new Error('There are not three words.');
    expect(likeness(own, like)).toBeGreaterThan(likeness(own, unlike) + 0.1);
    expect(likeness(own, like)).toBe(likeness(like, own));
  });

  it('is 1 of a word with itself, and the cosine of two, as near as bytes are', () => {
    const [mayor, governor] = [wordVector('mayor'), wordVector('governor')];
    expect(likeness(mayor, mayor)).toBeCloseTo(1, 1);
    const cosine = dot(mayor.pool, mayor.from, governor.pool, governor.from) / mayor.length / governor.length;
    expect(Math.abs(likeness(mayor, governor) - cosine)).toBeLessThan(0.03);
  });
});
