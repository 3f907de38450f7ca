import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginningWith,
  editDistance,
  sorting,
  spelledLike,
} from '../../../src/knowledge/words/vocabulary.ts';

const VOCABULARY = ['amazon', 'appeal', 'mail', 'mailbox', 'union', 'vote', 'warehous', 'wrong', 'wrongdo'];

describe('the vocabulary', () => {
  it('knows which terms begin with another', () => {
    expect(beginningWith(VOCABULARY, 'mail')).toEqual(['mailbox']);
    expect(beginningWith(VOCABULARY, 'wrong')).toEqual(['wrongdo']);
    expect(beginningWith(VOCABULARY, 'zebra')).toEqual([]);
  });

  it('takes no short beginning and no number for one', () => {
    expect(beginningWith(['union', 'unit'], 'uni')).toEqual([]);
    expect(beginningWith(['2021', '20211'], '2021')).toEqual([]);
  });

  it('knows which terms a misspelled one may mean', () => {
    expect(spelledLike(VOCABULARY, 'vot')).toEqual(['vote']);
    expect(spelledLike(VOCABULARY, 'amzon')).toEqual(['amazon']);
    expect(spelledLike(VOCABULARY, 'warehosue')).toEqual(['warehous']);
    expect(spelledLike(VOCABULARY, 'pancake')).toEqual([]);
  });

  it('corrects no number and nothing short', () => {
    expect(spelledLike(['1799'], '1798')).toEqual([]);
    expect(spelledLike(['on'], 'o')).toEqual([]);
  });
});

describe('terms that come in any order', () => {
  it('are sorted as strings are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 4 })), (terms) => {
        const pieces = sorting(terms);
        let piece = pieces.next();
        while (!piece.done) piece = pieces.next();
        expect(piece.value).toEqual([...terms].sort());
      }),
    );
  });
});

describe('a misspelled term', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 11 });

  it('means the terms that comparing it with each would find', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (terms, letters) => {
        const term = `a${letters}`;
        const most = term.length < 8 ? 1 : 2;
        const isShort = term.length < 7;
        const sorted = (some: string) => [...some].sort().join('');
        const distances = terms
          .filter((other) => other.startsWith('a') && other.length >= 4)
          .filter((other) => !isShort || other.length !== term.length || sorted(other) === sorted(term))
          .map((other) => ({ other, distance: editDistance(term, other, 12) }));
        const nearest = Math.min(most, ...distances.map(({ distance }) => distance));
        const expected = distances.filter(({ distance }) => distance === nearest).map(({ other }) => other);
        const found = term.length < 3 ? [] : expected.sort().slice(0, 4);
        expect(spelledLike([...terms].sort(), term)).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the distance of two words', () => {
  it.each([
    ['vote', 'vote', 0],
    ['vote', 'vot', 1],
    ['vote', 'voet', 1],
    ['vote', 'note', 1],
    ['vote', 'votes', 1],
    ['kitten', 'sitting', 3],
  ])('from %s to %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
  });

  it('is counted no further than asked for', () => {
    expect(editDistance('kitten', 'sitting', 1)).toBe(2);
    expect(editDistance('a', 'abcdef', 2)).toBe(3);
  });

  it('is the same both ways, and nothing only between equals', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(editDistance(a, b, 20)).toBe(editDistance(b, a, 20));
        expect(editDistance(a, b, 20) === 0).toBe(a === b);
      }),
    );
  });
});
