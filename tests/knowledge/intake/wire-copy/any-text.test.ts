import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntakeError } from '../../../../src/knowledge/intake/intake-error.ts';
import { onOneLine } from '../../../../src/knowledge/intake/white-space.ts';
import { readWireCopy } from '../../../../src/knowledge/intake/wire-copy.ts';
import { hardWrapped } from '../../../support/hard-wrapped.ts';
import { watched } from '../../../support/watchdog.ts';

const LEAD =
  'The harbor commission voted on Thursday to end the winter ferry, closing a route that has run since 1911.';
const NEXT =
  'Commissioners said the boat lost $1.4 million last year and carried fewer than 40 people a day.';
const QUOTE =
  '"We kept it as long as we could," chair Ruth Odalys told a crowd. "The numbers left us nothing."';

/** A word that a line's end parted is put together again without a space. */
const unparted = (text: string): string => text.replace(/(\p{L}-) (?=\p{Ll})/gu, '$1');

const wordsIn = (text: string): string[] => text.split(/ |(?<=\p{L}-)(?=\p{Ll})/u).toSorted();

describe('any composition of stories and what surrounds them', () => {
  const STORY = [
    LEAD,
    NEXT,
    QUOTE,
    'He refused.',
    'What comes next',
    'The two piers, left and right, were built in 1948.',
  ];
  const AROUND = [
    'A ferry docks at Port Ellery, Friday, March 5, 2021. (AP Photo/Ines Calder)',
    'Ines Calder',
    'AP Photo/Ines Calder',
    'Photos: The ferry',
    'READ MORE: Ten islands',
    'Share this',
    '-more-',
    'Copyright 2021 Harlow Media, Inc. All rights reserved.',
    'date 2021-03-04',
    'By Jane Dowd',
    'PORT ELLERY (AP) — The ferry sank.',
  ];
  const word = fc.stringMatching(/^[A-Za-z,.()/:©"“-]{1,9}$/);
  const line = fc.oneof(
    fc.constantFrom(...STORY),
    fc.constantFrom(...AROUND),
    fc.array(word, { maxLength: 14 }).map((words) => words.join(' ')),
  );
  const text = fc
    .tuple(
      fc.array(line, { minLength: 1, maxLength: 14 }),
      fc.constantFrom('\n', '\n\n', '\r\n', '\n \n'),
      fc.constantFrom(0, 40, 72),
    )
    .map(([lines, end, width]) =>
      lines.map((each) => (width === 0 ? each : hardWrapped(each, width))).join(end),
    );

  it('keeps every sentence letter for letter, and loses nothing', () => {
    fc.assert(
      fc.property(text, (material) => {
        let draft: ReturnType<typeof readWireCopy>;
        try {
          draft = readWireCopy(material);
        } catch (error) {
          return error instanceof IntakeError;
        }
        const whole = unparted(onOneLine(material));
        for (const paragraph of draft.paragraphs) expect(whole).toContain(unparted(paragraph));
        const all = [...draft.paragraphs, ...draft.leftOut.map((piece) => piece.text)].join(' ');
        expect(wordsIn(all)).toEqual(wordsIn(whole));
        return true;
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the story whatever stands between its paragraphs', () => {
    const between = fc.array(fc.constantFrom(...AROUND.slice(0, 8)), { maxLength: 2 });
    fc.assert(
      fc.property(fc.tuple(between, between, between), ([first, second, third]) => {
        const material = [LEAD, ...first, NEXT, ...second, QUOTE, ...third].join('\n');
        expect(readWireCopy(material).paragraphs.filter((each) => STORY.includes(each))).toEqual([
          LEAD,
          NEXT,
          QUOTE,
        ]);
      }),
    );
  });
});

describe('very long text', () => {
  // Two seconds are the budget for 5 MB; these are a fifth of that, on a machine that does other things too.
  it.each([
    ['prose', `${LEAD} ${NEXT}\n\n`],
    ['short lines', 'A man in a hat \n'],
    ['brackets', '(a'],
    ['capitals', 'A. B '],
    ['slashes', 'Ines/'],
    ['bars', 'A | B | C | D | E | F | G | H | I | J | K | L | M | N | O | P | Q\n'],
    ['spaces', '                    \n'],
    ['digits', `${'1'.repeat(58)}x\n`],
    ['addresses', `${'www.a,'.repeat(60)} x\n`],
    ['weekdays', `${'daydays'.repeat(8)}\n`],
    ['buttons', `reply${'1'.repeat(80)}x\n`],
    ['dashes', `${'- '.repeat(25)}x\n`],
    ['quotation marks', '."'],
  ])('of %s takes time in proportion', (_kind, piece) => {
    const material = `${piece.repeat(Math.ceil(1_000_000 / piece.length))}\n\n${LEAD}`;
    watched(piece, () => readWireCopy(material));
  });
});
