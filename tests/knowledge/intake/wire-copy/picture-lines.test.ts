import { describe, expect, it } from 'vitest';
import { readWireCopy } from '../../../../src/knowledge/intake/wire-copy.ts';

const LEAD =
  'The harbor commission voted on Thursday to end the winter ferry, closing a route that has run since 1911.';
const NEXT =
  'Commissioners said the boat lost $1.4 million last year and carried fewer than 40 people a day.';
const END = 'Islanders who filled the hall said they would charter a boat of their own.';

const reasonsIn = (lines: readonly string[]): Map<string, string> =>
  new Map(readWireCopy(lines.join('\n')).leftOut.map(({ text, reason }) => [text, reason]));

describe('a library’s name', () => {
  const headline = 'Fire crews called to a mill';

  it('is a credit under the headline, and no byline', () => {
    const { details, leftOut } = readWireCopy([headline, 'Getty Images', LEAD, NEXT].join('\n'));
    expect(details).toMatchObject({ headline, byline: null });
    expect(leftOut).toContainEqual({ text: 'Getty Images', reason: 'credit' });
  });

  it('takes the line under it along, up to the story, whatever its tense', () => {
    const caption = 'The mill burned for nine hours';
    const reasons = reasonsIn([headline, '6 May 2024', 'Getty Images', caption, LEAD, NEXT]);
    expect(reasons.get(caption)).toBe('caption');
  });

  it('takes it along further down too, where the page does so above the story', () => {
    const [first, later, short] = [
      'Crews at the mill on Monday',
      'The mill was built in 1901',
      'What came next',
    ];
    const page = (above: readonly string[]) =>
      reasonsIn([
        headline,
        '6 May 2024',
        ...above,
        LEAD,
        NEXT,
        'Getty Images',
        later,
        END,
        'Alamy',
        short,
        NEXT,
      ]);
    const reasons = page(['Getty Images', first]);
    expect([reasons.get(first), reasons.get(later), reasons.has(short)]).toEqual([
      'caption',
      'caption',
      false,
    ]);
    expect(page([]).has(later)).toBe(false);
  });

  it('leaves the headline under it', () => {
    const { details } = readWireCopy(['Getty Images', headline, 'By Ines Calder', LEAD, NEXT].join('\n'));
    expect(details).toMatchObject({ headline, byline: 'Ines Calder' });
  });

  it.each([
    'Getty Images Fire crews at the mill on Monday',
    'PA Media Crews worked through the night',
    'Anadolu via Getty Images The mill was still burning at noon.',
    'Reuters Crews worked through the night',
  ])('goes with the caption behind it: %s', (line) => {
    expect(reasonsIn([headline, 'By Ines Calder', LEAD, line, NEXT, END]).get(line)).toBe('caption');
  });

  it.each([
    'Getty Images Holdings fell sharply in late trading on Monday.',
    'Getty Images sued a rival over the use of its pictures.',
    'Reuters Institute researchers asked 2,000 people about it.',
    'AFP Crews worked through the night and slept in the hall.',
  ])('begins sentences of a story: %s', (line) => {
    expect(readWireCopy([headline, 'By Ines Calder', LEAD, line, NEXT, END].join('\n')).paragraphs).toContain(
      line,
    );
  });
});

describe('the lines of an agency’s gallery', () => {
  it.each([
    [
      '[1/3]Rescuers row past houses in Vessen. REUTERS/Remy Stolle Purchase Licensing Rights, opens new tab',
      'caption',
    ],
    ['[2/3] The market was closed. REUTERS/Remy Stolle', 'caption'],
    ['The market was closed. REUTERS/Remy Stolle Purchase Licensing Rights , opens new tab', 'caption'],
    ['Item 1 of 3 The market was closed on Sunday', 'caption'],
    ['Purchase Licensing Rights', 'navigation'],
    ['Purchase Licensing Rights, opens new tab', 'navigation'],
    ['opens new tab', 'navigation'],
    ['AD', 'promotion'],
  ])('%s', (line, reason) => {
    expect(reasonsIn(['Flood reaches Vessen', 'By Remy Stolle', LEAD, line, NEXT, END]).get(line)).toBe(
      reason,
    );
  });
});

describe('the line under "Image caption,"', () => {
  const under = (line: string) =>
    reasonsIn(['Bridge falls at Lisk', 'By Ines Calder', LEAD, 'Image caption,', line, NEXT]);

  it.each([
    'The bridge at Lisk fell at noon',
    'The bridge was built in 1911.',
    'The mayor said the bridge was safe.',
  ])('goes with it: %s', (line) => {
    expect(under(line).get(line)).toBe('caption');
  });

  it('stays where it is a paragraph of prose', () => {
    const prose = `${END} They told the mayor that two of its bolts had been replaced in a hurry, and that nobody in the town hall had asked why or by whom, or who would pay for it.`;
    expect(under(prose).has(prose)).toBe(false);
    expect(under(prose).get('Image caption,')).toBe('caption');
  });

  it('is no headline', () => {
    const { details } = readWireCopy(
      [
        'Image caption,',
        'The bridge at Lisk fell at noon',
        'Bridge falls at Lisk',
        'By Ines Calder',
        LEAD,
      ].join('\n'),
    );
    expect(details.headline).toBe('Bridge falls at Lisk');
  });
});

describe('tags after "Related Topics"', () => {
  it('go to the end of the page, however many words they have', () => {
    const tags = ['Ellery', 'Harbour board of Ellery', 'Emergency services in the north'];
    const reasons = reasonsIn(['Ferry ends', 'By Ines Calder', LEAD, NEXT, 'Related Topics', ...tags]);
    expect(tags.map((tag) => reasons.get(tag))).toEqual(tags.map(() => 'navigation'));
  });

  it('end where a story goes on', () => {
    const text = [
      'Ferry ends',
      'By Ines Calder',
      LEAD,
      'Related Topics',
      'Ferries',
      'Why the boat never paid',
      NEXT,
    ];
    expect(readWireCopy(text.join('\n')).paragraphs).toContain(NEXT);
  });
});
