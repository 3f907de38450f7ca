import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceBreaks } from '../../src/knowledge/sentence-breaks.ts';

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });
const whole = (text: string) =>
  [...SEGMENTER.segment(text)].map(({ segment, index }) => ({ segment, index }));

describe('a text that is divided in windows', () => {
  it.each([
    ['many short sentences', 'It sank. '.repeat(2_000)],
    ['one sentence that is longer than many windows', `${'and it rained '.repeat(2_000)}. It sank.`],
    [
      'a long sentence among short ones',
      `It sank. ${'and '.repeat(3_000)}so on. It sank. It rose. `.repeat(2),
    ],
    ['no sentence at all', ' '.repeat(9_000)],
    ['no white space', 'x'.repeat(9_000)],
    ['a text just as long as a window', `${'It sank. '.repeat(455)}x`],
    ['marks that what follows decides on', 'He asked "Why?" and left… '.repeat(1_000)],
    ['nothing', ''],
  ])('has the very pieces that the whole has: %s', (_name, text) => {
    expect([...sentenceBreaks(text, SEGMENTER)]).toEqual(whole(text));
  });

  it('has them wherever a window ends', () => {
    const pieces = fc.constantFrom(
      'It sank. ',
      'Why? ',
      '"Go!" ',
      'the U.S. ',
      'p.m. 12 ',
      '… ',
      '\n',
      'word ',
      '." ',
      '). ',
      '3.5 ',
    );
    const texts = fc
      .tuple(fc.array(pieces, { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 60 }))
      .map(
        ([some, shift]) =>
          `${'x'.repeat(shift)} ${some.join('').repeat(Math.ceil(9_000 / some.join('').length))}`,
      );
    fc.assert(
      fc.property(texts, (text) => {
        expect([...sentenceBreaks(text, SEGMENTER)]).toEqual(whole(text));
      }),
      { numRuns: 20 },
    );
  });
});
