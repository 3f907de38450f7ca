import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termOf, tokens } from '../../../src/knowledge/words/terms.ts';

const wordsOf = (text: string) => tokens(text).map(({ word }) => word);

describe('the words of a text', () => {
  it.each([
    ["The union's president didn't say", ['the', 'union', 'president', "didn't", 'say']],
    ['The union’s anti-union vote', ['the', 'union', 'anti', 'union', 'vote']],
    ['1,798 to 738, or 2.4 times', ['1,798', 'to', '738', 'or', '2.4', 'times']],
    ['In the U.S., the US and us', ['in', 'the', 'u.s', 'the', 'u.s', 'and', 'us']],
    ['Müller in São Paulo, 東京', ['müller', 'in', 'são', 'paulo', '東京']],
    ['', []],
    ['?! … 🤷', []],
  ])('%j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('stand where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        for (const { start, end } of tokens(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}\p{M}]/u);
          last = end;
        }
      }),
    );
  });

  it('are found in linear time', () => {
    expect(tokens(`${"a'".repeat(50_000)}b ${'1,'.repeat(50_000)}`).length).toBeGreaterThan(0);
  });
});

describe('the term of a word', () => {
  it.each([
    [['vote', 'votes', 'voted', 'voting']],
    [['say', 'said', 'says']],
    [['person', 'people', 'persons']],
    [['employ', 'employs', 'employer', 'employed']],
    [['1,798', '1798']],
    [['u.s', 'us']],
    [['half', 'halves']],
    [['spokesperson', 'spokeswoman', 'spokesman']],
    [['three', '3']],
  ])('is one for %j', (forms) => {
    expect(new Set(forms.map(termOf)).size).toBe(1);
  });

  it.each(['constructor', '__proto__', 'tostring', 'hasownproperty'])('is a word for %j', (word) => {
    expect(typeof termOf(word)).toBe('string');
  });
});
