import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntakeError } from '../../../../src/knowledge/intake/intake-error.ts';
import { readTranscript } from '../../../../src/knowledge/intake/transcript.ts';
import { onOneLine } from '../../../../src/knowledge/intake/white-space.ts';
import { speechOf } from '../../../../src/knowledge/speaker.ts';

describe('nothing of a transcript is lost or changed', () => {
  const piece = fc.constantFrom(
    'ADA LUND: ',
    'BO RAND, HOST: ',
    'Q: ',
    '>> ',
    '[00:01:02] ',
    'ADA LUND ',
    'BO RAND\n',
    '\n',
    '\n\n',
    '  ',
    '   ',
    ' ',
    '(LAUGHTER)',
    '[MUSIC]\n',
    'Copyright © 2021 KXRO. ',
    'Note: ',
    'Aired May 3, 2021\n',
    '"Quoted." ',
    '- ',
    '\u00a0',
    '…',
  );
  /** Each sentence has a number, so that it can be found again. */
  const texts = fc
    .array(fc.oneof(piece, fc.constant('said')), { maxLength: 40 })
    .map((pieces) =>
      pieces.map((part, index) => (part === 'said' ? `The ferry of day${index}x sank. ` : part)).join(''),
    );

  it('in what is said, in order, and in what is left out', () => {
    fc.assert(
      fc.property(texts, (text) => {
        if (!/day\d/.test(text)) return;
        const { paragraphs, leftOut } = readTranscript(`${text}\nThe end of day99x came.`);
        const numbers = (some: string): string[] => some.match(/day\d+x/g) ?? [];
        const kept = numbers([...paragraphs, ...leftOut.map((left) => left.text)].join(' '));
        expect(kept.toSorted()).toEqual([...numbers(text), 'day99x'].toSorted());
        const said = numbers(paragraphs.join(' '));
        expect(said).toEqual([...numbers(text), 'day99x'].filter((number) => said.includes(number)));
      }),
    );
  });

  it('letter for letter', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        // A time alone on a line may stand inside a sentence: it is taken out.
        const wholes = [text, text.replace(/^[^\S\n]*\[00:01:02\][^\S\n]*$/gm, '')].map(onOneLine);
        for (const paragraph of readOrNothing(text)) {
          const bare = paragraph.slice(speechOf(paragraph)?.length ?? 0);
          expect(wholes.some((whole) => whole.includes(bare) || whole.includes(paragraph))).toBe(true);
          expect(paragraph).toBe(onOneLine(paragraph));
        }
      }),
    );
  });
});

function readOrNothing(text: string): readonly string[] {
  try {
    return readTranscript(text).paragraphs;
  } catch (error) {
    expect(error).toBeInstanceOf(IntakeError);
    return [];
  }
}
