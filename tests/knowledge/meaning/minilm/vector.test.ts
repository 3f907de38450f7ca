import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backlog } from '../../../../src/knowledge/meaning/minilm/backlog.ts';
import { held } from '../../../../src/knowledge/meaning/minilm/held.ts';
import { asBytes, cosine, MODEL } from '../../../../src/knowledge/meaning/minilm/vector.ts';

/** As a network's vectors are: many small numbers, length 1. */
const vectors = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 384, maxLength: 384 })
  .map((all) => {
    const length = Math.hypot(...all) || 1;
    return Float32Array.from(all, (value) => value / length);
  });

describe('a vector', () => {
  it('has the same cosines as bytes, but for half a hundredth', () => {
    fc.assert(
      fc.property(vectors, vectors, (a, b) => {
        const exact = a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
        expect(Math.abs(cosine(a, asBytes(b)) - exact)).toBeLessThan(0.005);
      }),
    );
  });

  it('of nothing is like nothing', () => {
    expect(cosine(new Float32Array(384).fill(0.05), asBytes(new Float32Array(384)))).toBe(0);
  });

  it('is known by the version of the package that is installed', () => {
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const name = MODEL.slice(0, MODEL.lastIndexOf('@'));
    expect(MODEL).toBe(`${name}@${optionalDependencies[name]}`);
  });
});

describe('vectors in memory', () => {
  it('are those used last, of a library and as many again', () => {
    const some = held();
    some.makeRoomFor(2_000);
    for (let at = 0; at < 4_000; at += 1) some.set(`key ${at}`, new Int8Array(384));
    some.get('key 0');
    some.set('one more', new Int8Array(384));
    expect(some.size).toBe(4_000);
    expect([some.get('key 0') !== undefined, some.get('key 1')]).toEqual([true, undefined]);
  });
});

describe('the backlog', () => {
  it('gives what is urgent first, and the rest in order', () => {
    const texts = backlog();
    for (const key of ['a', 'b', 'c', 'd']) texts.add(key, `text ${key}`);
    texts.hurry('c', 'text c');
    texts.add('c', 'text c');
    texts.remove('b');
    expect(texts.size).toBe(3);
    expect(texts.next(2).map(([key]) => key)).toEqual(['c', 'a']);
    expect(texts.next(8)).toEqual([['d', 'text d']]);
    expect(texts.size).toBe(0);
  });
});
