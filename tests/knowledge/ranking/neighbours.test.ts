import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighboursIn, shareHeld } from '../../../src/knowledge/ranking/neighbours.ts';
import { tokens } from '../../../src/knowledge/words/terms.ts';

const share = (question: string, sentence: string, by: 'word' | 'term' = 'word') =>
  shareHeld(neighboursIn(tokens(question), by), tokens(sentence));

describe('words that follow each other in a question and a sentence', () => {
  it.each([
    ['in favour of it', 'They were in favour of it.', 1],
    ['in favour of it', 'It was in favour, in favour.', 1 / 3],
    ['who voted against', 'Nobody votes for it, many against.', 0],
    ['ferry', 'The ferry sank.', 0],
    ['', 'The ferry sank.', 0],
    ['of it of it', 'Of it.', 1 / 2],
  ])('%j, %j', (question, sentence, held) => {
    expect(share(question, sentence)).toBeCloseTo(held, 10);
  });

  it('are the same by their terms, whatever their endings', () => {
    expect(share('voting machines', 'The voted machine', 'term')).toBe(1);
    expect(share('voting machines', 'The voted machine', 'word')).toBe(0);
  });

  it('are counted as sets of pairs would be', () => {
    const text = fc
      .array(fc.constantFrom('a', 'ferry', 'of', 'it'), { maxLength: 12 })
      .map((all) => all.join(' '));
    const pairs = (of: string) => {
      const words = tokens(of).map(({ word }) => word);
      return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
    };
    fc.assert(
      fc.property(text, text, (question, sentence) => {
        const [asked, held] = [pairs(question), pairs(sentence)];
        const both = [...asked].filter((pair) => held.has(pair)).length;
        expect(share(question, sentence)).toBe(asked.size === 0 ? 0 : both / asked.size);
      }),
    );
  });
});
