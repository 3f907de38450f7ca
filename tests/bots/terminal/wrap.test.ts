import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrappedAt } from '../../../src/bots/terminal/wrap.ts';

/** Without what breaking lines adds, and the white space that it may take away. */
const bare = (text: string) => stripVTControlCharacters(text).replaceAll(/\s/g, '');

describe('a text that is broken into lines', () => {
  it.each([
    ['marks of their own', 'Cafe\u0301 of Hodoni\u0301n'],
    ['marks in an order of their own', 'a\u0301\u0323 and a\u0323\u0301'],
    ['signs that stand for letters', '40 \u212b and 7 \u2126'],
    ['letters of Chinese that are kept apart from others', '\uf900\uf901\u{2f800}'],
    ['syllables in parts', '\u1112\u1161\u11ab\u1100\u1173\u11af'],
    ['kana with their marks beside them', '\u304b\u3099\u30cf\u309a'],
    ['what stands for others meanwhile', 'e\u0301 \ue000 \uffe0 \ue000\u0301'],
    ['bold in the middle of it', '\u001b[1me\u0301\u001b[22m\u0301 e\u0301'],
  ])('keeps %s', (_, text) => {
    for (const columns of [4, 20, 80]) expect(bare(wrappedAt(text, columns))).toBe(bare(text));
  });

  it('keeps every letter of any text', () => {
    const letter = fc.oneof(
      fc.constantFrom(' ', 'e', '\u0301', '\u0323', '\u3099', '\u212b', '\uf900', '\u1100', '\u1161', '\u11a8', '\ue000'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ); // biome-ignore format: one list
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 40 }), fc.integer({ min: 4, max: 40 }), (parts, columns) => {
        const text = parts.join('').replaceAll(/[\p{Cc}\p{Cf}]/gu, '');
        expect(bare(wrappedAt(text, columns))).toBe(bare(text));
      }),
    );
  });

  it('counts two columns where a letter takes two', () => {
    expect(wrappedAt('\uf900'.repeat(12), 20).split('\n')).toEqual(['\uf900'.repeat(10), '\uf900'.repeat(2)]);
    expect(
      wrappedAt('e\u0301'.repeat(24), 20)
        .split('\n')
        .map((line) => line.length),
    ).toEqual([40, 8]);
  });
});
