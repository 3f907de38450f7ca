import { describe, expect, it } from 'vitest';
import { paragraphsIn } from '../../../../src/knowledge/intake/wire-copy/layout.ts';

const join = (...lines: string[]): string[] => paragraphsIn(lines.join('\n'));

describe('lines cut at no certain column', () => {
  it('are joined where a small letter goes on with a sentence', () => {
    expect(
      join(
        'Bridge shuts for a month',
        '',
        'The harbor commission voted on Thursday',
        'to end',
        'the winter ferry, which has run since 1911, when',
        'the first boat was built',
        'by the yard.',
        'Nobody objected.',
      ),
    ).toEqual([
      'Bridge shuts for a month',
      'The harbor commission voted on Thursday to end the winter ferry, which has run since 1911, when the first boat was built by the yard.',
      'Nobody objected.',
    ]);
  });

  it('are joined at names and numbers inside a block that is cut elsewhere too', () => {
    expect(
      join(
        'The boat of',
        'Ellery lost money, said the mayor',
        'Jo Hale, who',
        'had counted',
        '40 people a day',
        'on it.',
        '',
        'It sailed',
        'at noon.',
        '',
        'It is gone.',
      ),
    ).toEqual([
      'The boat of Ellery lost money, said the mayor Jo Hale, who had counted 40 people a day on it.',
      'It sailed at noon.',
      'It is gone.',
    ]);
  });

  it.each([
    ['Council ends the ferry', 'by Ines Calder'],
    ['Council ends the ferry', 'share this'],
    ['Council ends the ferry', 'https://courier.example/ferry'],
    ['May 6, 2024', 'the boat sank.'],
    ['By Ines Calder', 'the boat sank.'],
    ['Image caption,', 'the boat at noon.'],
    ['New phones', 'iPhone sales fell.'],
    ['It sank.', 'and nobody saw it.'],
    ['The list:', 'a boat'],
    ['ferries', 'bridges'],
  ])('are left apart: %s / %s', (...lines) => {
    expect(join(...lines)).toEqual(lines);
  });

  it('are no paragraphs that end without a full stop', () => {
    const long = `${'The boat was late and nobody was told of it at all, '.repeat(5)}and it went`;
    expect(join(long, 'so we walked home.')).toHaveLength(2);
  });
});
