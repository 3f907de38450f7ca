import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokens } from '../../../src/knowledge/words/terms.ts';

/** A word that no plain text holds: with it, a text is read by Unicode's classes. */
const FOREIGN = '東京';

function asAnyText(text: string) {
  return tokens(`${text} ${FOREIGN}`).slice(0, -1);
}

const MARKS = ["'", '’', '.', ',', '-', ' ', '“', '—', '…', '$', '_', '\u00a0', '\n'];
const piece = fc.oneof(
  fc.constantFrom(...MARKS),
  fc.constantFrom('a', 'Is', 'US', 's', 'Mayor', 'n', 'u'),
  fc.constantFrom('1', '000', '12', '1234', '7'),
);

describe('words of plain English', () => {
  it('are those that are found in any text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        expect(tokens(text)).toEqual(asAnyText(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    "The council's 1,798 votes, 12,3456 and 1,00",
    'U.S. troops … 3.5 p.m., e.g.that',
    'don’t ‘quote’ rock’n’roll',
    "'tis 1,000km",
    '½ of it, naïve or ٣,٣٣٣',
  ])('%s', (text) => {
    expect(tokens(text)).toEqual(asAnyText(text));
  });
});
