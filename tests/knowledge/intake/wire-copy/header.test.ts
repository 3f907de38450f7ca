import { describe, expect, it } from 'vitest';
import type { Details } from '../../../../src/knowledge/intake/draft.ts';
import { readWireCopy } from '../../../../src/knowledge/intake/wire-copy.ts';

const LEAD =
  'The harbor commission voted on Thursday to end the winter ferry, closing a route that has run since 1911.';
const NEXT =
  'Commissioners said the boat lost $1.4 million last year and carried fewer than 40 people a day.';
const QUOTE =
  '"We kept it as long as we could," chair Ruth Odalys told a crowd. "The numbers left us nothing."';

const detailsOf = (...lines: string[]): Partial<Details> => {
  const { details } = readWireCopy([...lines, LEAD, NEXT, QUOTE].join('\n\n'));
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== null));
};

describe('datelines', () => {
  it.each<[string, Partial<Details>]>([
    ['NEW HALDEN (AP) — ', { outlet: 'AP' }],
    ['LONDEN, Nov 29 (Reuters) - ', { outlet: 'Reuters' }],
    ['VESSEN (AFP) – ', { outlet: 'AFP' }],
    ['BERLIN, Germany (CNN) -- ', { outlet: 'CNN' }],
    ['(CNN) — ', { outlet: 'CNN' }],
    ['Berlin (dpa) - ', { outlet: 'dpa' }],
    ['NORWELL, Nov. 29, 2021 /PRWeb/ -- ', { outlet: 'PRWeb', published: '2021-11-29' }],
    ['NORWELL, Ohio, Nov. 29, 2021 (AFP) - ', { outlet: 'AFP', published: '2021-11-29' }],
    ['ORRINGTON — ', {}],
    ['ST. JUDE, Vt. -- ', {}],
    ['The mayor (left) — ', {}],
    ['Ned Falk (Kings): ', {}],
  ])('%s', (dateline, stated) => {
    const { details, paragraphs } = readWireCopy(`${dateline}${LEAD}\n\n${NEXT}`);
    expect(details).toMatchObject({ outlet: null, published: null, ...stated });
    expect(paragraphs[0]).toBe(dateline + LEAD);
  });
});

describe('header lines', () => {
  it.each<[string[], Partial<Details>]>([
    [['date 2021-03-04'], { published: '2021-03-04' }],
    [['Date: March 4, 2021'], { published: '2021-03-04' }],
    [['Published: 4 March 2021 | Updated: 5 March 2021'], { published: '2021-03-04', updated: '2021-03-05' }],
    [['By JANE DOWD'], { byline: 'JANE DOWD' }],
    [
      ['Island loses its winter ferry', 'Jane Dowd'],
      { headline: 'Island loses its winter ferry', byline: 'Jane Dowd' },
    ],
    [['By Jane Dowd, The Post'], { byline: 'Jane Dowd', outlet: 'The Post' }],
    [['By Jane Dowd and Bill Trask'], { byline: 'Jane Dowd and Bill Trask' }],
    [
      ['by Jane Dowd | The Harlow Echo | 2 April 2018'],
      { byline: 'Jane Dowd', outlet: 'The Harlow Echo', published: '2018-04-02' },
    ],
    [
      ['Headline: Ferry to end', 'Source: Northern Wire'],
      { headline: 'Ferry to end', outlet: 'Northern Wire' },
    ],
    [
      ['Title: Ferry to end', 'URL: https://wire.example/ferry'],
      { headline: 'Ferry to end', url: 'https://wire.example/ferry' },
    ],
    [['By JANE DOWD', 'AP Business Writer'], { byline: 'JANE DOWD' }],
    [['By JANE DOWD Associated Press'], { byline: 'JANE DOWD', outlet: 'Associated Press' }],
    [['By Jane Dowd, Staff Writer, The Post'], { byline: 'Jane Dowd', outlet: 'The Post' }],
    [['By Jane Dowd in London'], { byline: 'Jane Dowd' }],
    [['By Reuters Staff'], { outlet: 'Reuters' }],
    [['Source: AP'], { outlet: 'AP' }],
    [['March 4, 2021 / 10:15 AM / CBS News'], { published: '2021-03-04', outlet: 'CBS News' }],
    [['Headline:', 'Ferry to end'], { headline: 'Ferry to end' }],
    [['Updated 2 hours ago'], {}],
    [['From: desk@wire.example', 'Subject: copy'], {}],
    [['BC-US--Ferry, 1st Ld-Writethru, US', 'Eds: UPDATES with quote.'], {}],
    [['https://wire.example/ferry'], { url: 'https://wire.example/ferry' }],
    [
      ['Island loses its winter ferry', 'By Jane Dowd'],
      { headline: 'Island loses its winter ferry', byline: 'Jane Dowd' },
    ],
    [
      ['Island loses its winter ferry', 'Jane Dowd', '4 March 2021'],
      { headline: 'Island loses its winter ferry', byline: 'Jane Dowd', published: '2021-03-04' },
    ],
    [
      ['Island loses its winter ferry', 'Jane Dowd, The Harlow Post'],
      { headline: 'Island loses its winter ferry', byline: 'Jane Dowd', outlet: 'The Harlow Post' },
    ],
    [
      ['Mayor opens bridge to islanders', 'Published', '4 March 2021'],
      { headline: 'Mayor opens bridge to islanders', published: '2021-03-04' },
    ],
    [
      ['Analysis: Why the ferry failed', 'By Jane Dowd'],
      { headline: 'Analysis: Why the ferry failed', byline: 'Jane Dowd' },
    ],
    [['Island loses its winter ferry', 'Nov 29'], { headline: 'Island loses its winter ferry' }],
    [['The island lost its winter ferry.'], {}],
    [['4/5/2021'], {}],
  ])('%j', (lines, stated) => {
    expect(detailsOf(...lines)).toEqual(stated);
  });

  it('are kept as details, and are no part of the story', () => {
    const { paragraphs, leftOut, stated } = readWireCopy(
      ['Island loses its winter ferry', 'By Jane Dowd, The Post', 'March 4, 2021', LEAD, NEXT].join('\n'),
    );
    expect(paragraphs).toEqual([LEAD, NEXT]);
    expect(leftOut.map(({ reason }) => reason)).toEqual(['details', 'details', 'details']);
    expect(stated).toEqual({
      headline: 'the first line',
      byline: 'the byline',
      outlet: 'the byline',
      published: 'a header line',
    });
  });

  it('are read among buttons and pictures', () => {
    const { details, paragraphs } = readWireCopy(
      [
        'Home > News > Islands',
        'Island loses its winter ferry',
        'Share',
        'A ferry docks at Port Ellery.',
        'Ines Calder/Getty Images',
        'By Jane Dowd',
        'Updated 9:14 AM, March 5, 2021',
        LEAD,
        NEXT,
      ].join('\n\n'),
    );
    expect(details).toMatchObject({
      headline: 'Island loses its winter ferry',
      byline: 'Jane Dowd',
      published: null,
    });
    expect(details.updated).toMatch(/^2021-03-05/);
    expect(paragraphs).toEqual([LEAD, NEXT]);
  });
});
