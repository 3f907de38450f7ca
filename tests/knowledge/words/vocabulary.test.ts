import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningWith, editDistance, spelledLike } from '../../../src/knowledge/words/vocabulary.ts';

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
