import { describe, expect, it } from 'vitest';
import { IntakeError } from '../../../src/knowledge/intake/intake-error.ts';
import { readWireCopy } from '../../../src/knowledge/intake/wire-copy.ts';
import { hardWrapped } from '../../support/hard-wrapped.ts';

const LEAD =
  'The harbor commission voted on Thursday to end the winter ferry, closing a route that has run since 1911.';
const NEXT =
  'Commissioners said the boat lost $1.4 million last year and carried fewer than 40 people a day.';
const QUOTE =
  '"We kept it as long as we could," chair Ruth Odalys told a crowd. "The numbers left us nothing."';

const codeOf = (text: string): unknown => {
  try {
    return readWireCopy(text).paragraphs;
  } catch (error) {
    return error instanceof IntakeError ? error.code : error;
  }
};

describe('wire copy as it is pasted', () => {
  const draft = readWireCopy(
    [
      ' date 2021-03-04 A ferry docks at Port Ellery on Feb. 2, 2021.',
      'AP Photo/Ines Calder',
      `PORT ELLERY, Maine (AP) — ${LEAD}`,
      NEXT,
      'Top pics from the weekend: Storm damage and more',
      'Residents clear snow from a roof in Tarn, Friday, March 5, 2021. More than three feet fell. (AP Photo/Omar Petrie)',
      'Omar Petrie',
      "Calder City's Jon Brandt, left, shoots over Pete Nunez (11) during a game, Saturday, March 6, 2021. (AP Photo/Lena Frisch)",
      'Lena Frisch',
      QUOTE,
    ].join('\n'),
  );

  it('gives the story, its dateline letter for letter', () => {
    expect(draft.paragraphs).toEqual([`PORT ELLERY, Maine (AP) — ${LEAD}`, NEXT, QUOTE]);
  });

  it('says what was left out, and why, in order', () => {
    expect(draft.leftOut.map(({ reason }) => reason)).toEqual([
      'details',
      'caption',
      'credit',
      'gallery',
      'caption',
      'credit',
      'caption',
      'credit',
    ]);
    expect(draft.leftOut[0]?.text).toBe('date 2021-03-04');
  });

  it('reads what is stated, and where', () => {
    expect(draft.details).toEqual({
      outlet: 'AP',
      headline: null,
      byline: null,
      published: '2021-03-04',
      updated: null,
      url: null,
      kind: null,
      language: null,
    });
    expect(draft.stated).toEqual({ outlet: 'the dateline', published: 'a header line' });
  });
});

describe('paragraphs', () => {
  const SHORT = 'He refused.';
  const STORY = [LEAD, SHORT, NEXT, QUOTE];

  it.each([
    ['between blank lines', STORY.join('\n\n')],
    ['one a line', STORY.join('\n')],
    ['with Windows line ends', STORY.join('\r\n\r\n')],
    ['broken at 72 columns', STORY.map((text) => hardWrapped(text, 72)).join('\n\n')],
    ['broken at 65 columns', STORY.map((text) => hardWrapped(text, 65)).join('\n\n')],
    ['indented, without blank lines', STORY.map((text) => hardWrapped(text, 74, '    ')).join('\n')],
  ])('%s', (_form, text) => {
    expect(readWireCopy(text).paragraphs).toEqual(STORY);
  });

  it('are not joined where a page ends', () => {
    const { paragraphs, leftOut } = readWireCopy(
      `${hardWrapped(LEAD, 72)}\n\n-more-\n\n${hardWrapped(NEXT, 72)}\n\n-30-\n`,
    );
    expect(paragraphs).toEqual([LEAD, NEXT]);
    expect(leftOut).toEqual([
      { text: '-more-', reason: 'navigation' },
      { text: '-30-', reason: 'navigation' },
    ]);
  });

  it('are told from header lines in broken text', () => {
    const text = `By DORA FENWICK\nAssociated Press\n\n${hardWrapped(`HALDEN, Ohio (AP) — ${LEAD}`, 72)}\n\n${hardWrapped(NEXT, 72)}`;
    expect(readWireCopy(text).paragraphs).toEqual([`HALDEN, Ohio (AP) — ${LEAD}`, NEXT]);
    expect(readWireCopy(text).details).toMatchObject({ byline: 'DORA FENWICK', outlet: 'AP' });
  });
});

describe('text without a story', () => {
  it.each([
    ['', 'empty'],
    [' \n\t\n\u00a0', 'empty'],
    ['A ferry docks at Port Ellery on Feb. 2, 2021. (AP Photo/Ines Calder)\nInes Calder', 'no-article'],
    ['Share\nPrint', 'no-article'],
  ])('%j is %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });
});
