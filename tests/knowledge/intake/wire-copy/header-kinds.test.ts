import { describe, expect, it } from 'vitest';
import type { Details } from '../../../../src/knowledge/intake/draft.ts';
import { readWireCopy } from '../../../../src/knowledge/intake/wire-copy.ts';

const LEAD =
  'The harbor commission voted on Thursday to end the winter ferry, closing a route that has run since 1911.';
const NEXT =
  'Commissioners said the boat lost $1.4 million last year and carried fewer than 40 people a day.';

const statedIn = (...lines: string[]): Partial<Details> => {
  const { details } = readWireCopy([...lines, LEAD, NEXT].join('\n\n'));
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== null));
};

describe('kickers over a headline', () => {
  it.each([
    'FOR IMMEDIATE RELEASE',
    'NEWS RELEASE',
    'EMBARGOED UNTIL 06:00 GMT, TUESDAY 21 JANUARY 2025',
    'OBITUARY',
    'OBITUARIES',
    'ANALYSIS',
    'OPINION',
    'BREAKING',
    'Crime',
    '000_34ZZ9 FRA /AFP-TR12',
    'BC-US--Ferry Vote, 1st Ld-Writethru',
  ])('%s is neither byline nor headline, and no story', (kicker) => {
    const { details, paragraphs } = readWireCopy(
      [kicker, 'Island loses its winter ferry', LEAD, NEXT].join('\n\n'),
    );
    expect(details).toMatchObject({ headline: 'Island loses its winter ferry', byline: null });
    expect(paragraphs).toEqual([LEAD, NEXT]);
  });

  it('do not make a byline of a headline in capitals beside them', () => {
    expect(statedIn('OBITUARY', 'Ruth Odalys')).not.toHaveProperty('byline');
  });

  it('are subheadings below the first paragraph', () => {
    expect(readWireCopy([LEAD, 'Friday', NEXT, 'Saturday', LEAD].join('\n\n')).paragraphs).toContain(
      'Friday',
    );
  });

  it('are words of a story further down', () => {
    expect(
      readWireCopy([LEAD, NEXT, 'Analysis', LEAD.replace('harbor', 'port')].join('\n')).paragraphs,
    ).toContain('Analysis');
  });
});

describe('lines that name an outlet and a day', () => {
  it.each<[string, Partial<Details>]>([
    ['Northern Herald, 11 May 2024', { outlet: 'Northern Herald', published: '2024-05-11' }],
    ['Northern Herald, 11 May 2024, page 3', { outlet: 'Northern Herald', published: '2024-05-11' }],
    ['The Tarn Tribune | May 11, 2024', { outlet: 'The Tarn Tribune', published: '2024-05-11' }],
    ['Saturday 11 May 2024 · Northern Herald', { outlet: 'Northern Herald', published: '2024-05-11' }],
    ['May 11, 2024, Northern Herald', { outlet: 'Northern Herald', published: '2024-05-11' }],
  ])('%s', (line, stated) => {
    expect(statedIn('Cup final: Rovers 3-2 United', line)).toEqual({
      headline: 'Cup final: Rovers 3-2 United',
      ...stated,
    });
  });

  it('which is not the writer as well', () => {
    expect(statedIn('Island loses its winter ferry', 'Agence Nord', '3 hours ago')).toEqual({
      headline: 'Island loses its winter ferry',
      outlet: 'Agence Nord',
    });
  });

  it('but not of whoever is no outlet', () => {
    expect(statedIn('Ruth Odalys, 11 May 2024')).not.toHaveProperty('outlet');
  });
});

describe('bylines and dates in other words', () => {
  it.each<[string, Partial<Details>]>([
    ['Interview by Jane Dowd', { byline: 'Jane Dowd' }],
    ['Words: Jane Dowd', { byline: 'Jane Dowd' }],
    [
      'Jane Dowd · Posted: Jan 28, 2025 6:00 AM | Last Updated: January 28',
      { byline: 'Jane Dowd', published: '2025-01-28T06:00' },
    ],
    ['March 3, 20259:41 PM', { published: '2025-03-03T21:41' }],
    ['BBC News, Fenwold', { outlet: 'BBC News' }],
    ['May 6, 2024 by Jane Dowd', { byline: 'Jane Dowd', published: '2024-05-06' }],
    ['By Jane Dowd | Photographs by Sam Reed', { byline: 'Jane Dowd' }],
    ['Port Ellery, 4 June 2024', { published: '2024-06-04' }],
    ['Port Ellery (AFP) Mar 3, 2025', { outlet: 'AFP', published: '2025-03-03' }],
    ['By Jane Dowd jdowd@harlowpost.example', { byline: 'Jane Dowd' }],
    ['By Jane Dowd | @janedowd', { byline: 'Jane Dowd' }],
    ['Staff report', {}],
    ["(Adds minister's comment, background)", {}],
  ])('%s', (line, stated) => {
    expect(statedIn('Island loses its winter ferry', line)).toEqual({
      headline: 'Island loses its winter ferry',
      ...stated,
    });
  });

  it('when a message was sent is not when the report was published', () => {
    expect(
      statedIn('From: desk@wire.example', 'Date: Mon, Oct 7, 2024 at 4:12 PM', 'Subject: ferry'),
    ).toEqual({});
  });
});

describe('a headline without a byline', () => {
  it('stands over the story, a deck between them', () => {
    const deck = 'Islanders will have to fly from November';
    const { details, paragraphs } = readWireCopy(
      ['Island loses its winter ferry', deck, LEAD, NEXT].join('\n\n'),
    );
    expect(details.headline).toBe('Island loses its winter ferry');
    expect(paragraphs).toEqual([deck, LEAD, NEXT]);
  });
});

describe('an agency that signs at the end', () => {
  it.each([
    ['(Reporting by Ines Calder; Editing by Jon Weir)', 'Ines Calder'],
    [
      'Reporting by Ines Calder in Port Ellery and Bill Trask; Editing by Jon Weir',
      'Ines Calder and Bill Trask',
    ],
    ['Additional reporting by Ines Calder', null],
    ['Reporting by the fire service was late.', null],
  ])('%s', (line, byline) => {
    const { details, paragraphs } = readWireCopy([LEAD, NEXT, line].join('\n\n'));
    expect(details.byline).toBe(byline);
    expect(paragraphs).toEqual([LEAD, NEXT, line]);
  });

  it('does not overrule the byline', () => {
    expect(statedIn('By Jane Dowd', '(Reporting by Ines Calder)')).toMatchObject({ byline: 'Jane Dowd' });
  });
});
