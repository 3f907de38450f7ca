import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownText } from '../../src/knowledge/own-text.ts';

it('a text of its own is the same text, letter for letter', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '\ud800', '\u2028', '"\\'),
      (text, more) => {
        expect(ownText(text + more)).toBe(text + more);
      },
    ),
  );
});
