import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isoDate } from '../../../src/knowledge/intake/dates.ts';

const Stated = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]);

describe('a date', () => {
  it.each([
    ['2021-11-29', '2021-11-29'],
    ['2021-11-29T18:05', '2021-11-29T18:05'],
    ['2021-11-29T18:05:09', '2021-11-29T18:05:09'],
    ['2021-11-29 18:05:09', '2021-11-29T18:05:09'],
    ['2021-11-29T18:05:09Z', '2021-11-29T18:05:09Z'],
    ['2021-11-29T18:05:09.000Z', '2021-11-29T18:05:09Z'],
    ['2021-11-29T18:05:09.25+01:00', '2021-11-29T18:05:09.25+01:00'],
    ['2021-11-29T18:05:09-0500', '2021-11-29T18:05:09-05:00'],
    ['2021-11-29 18:05:09 -05', '2021-11-29T18:05:09-05:00'],
    ['2021-11-29T18:05:09 UTC', '2021-11-29T18:05:09Z'],
    ['2021/11/29', '2021-11-29'],
    ['2021.11.29', '2021-11-29'],
    ['20211129', '2021-11-29'],
    ['20211129180509', '2021-11-29T18:05:09'],
    ['20211129T180509Z', '2021-11-29T18:05:09Z'],
  ])('is read from digits: %s', (text, date) => {
    expect(isoDate(text)).toBe(date);
  });

  it.each([
    ['1638209109', '2021-11-29T18:05:09Z'],
    ['1638209109000', '2021-11-29T18:05:09Z'],
  ])('is read from seconds and milliseconds since 1970: %s', (text, date) => {
    expect(isoDate(text)).toBe(date);
  });

  it.each([
    ['Mon, 29 Nov 2021 18:05:09 GMT', '2021-11-29T18:05:09Z'],
    ['Mon, 29 Nov 2021 18:05:09 +0100', '2021-11-29T18:05:09+01:00'],
    ['29 Nov 2021 18:05 EST', '2021-11-29T18:05-05:00'],
    ['Mon Nov 29 2021 18:05:09 GMT+0100 (Central European Standard Time)', '2021-11-29T18:05:09+01:00'],
    ['29 Nov 2021', '2021-11-29'],
    ['29th November 2021', '2021-11-29'],
    ['Monday 29 November 2021', '2021-11-29'],
    ['Nov. 29, 2021', '2021-11-29'],
    ['Sept. 3, 2021', '2021-09-03'],
    ['november 29 2021', '2021-11-29'],
    ['November 29, 2021 at 6:05 p.m. EDT', '2021-11-29T18:05-04:00'],
    ['November 29, 2021 12:05 AM', '2021-11-29T00:05'],
    ['6:05 PM EST, Mon November 29, 2021', '2021-11-29T18:05-05:00'],
    ['Published on November 29, 2021', '2021-11-29'],
    ['  Nov 29,\n 2021 ', '2021-11-29'],
    ['Mon Nov 29 18:05:09 EST 2021', '2021-11-29T18:05:09-05:00'],
    ['Mon Nov 29 18:05:09 2021', '2021-11-29T18:05:09'],
    ['2021年11月29日', '2021-11-29'],
    ['2021年11月29日（月） 18時05分', '2021-11-29T18:05'],
    ['2021년 11월 29일 18:05', '2021-11-29T18:05'],
  ])('is read from words: %s', (text, date) => {
    expect(isoDate(text)).toBe(date);
  });

  it.each(['November 29, 2021 6:05 PM ET', '29 Nov 2021 18:05 Eastern Time', '2021-11-29 18:05 PT'])(
    'keeps its day alone where the zone is summer or winter: %s',
    (text) => {
      expect(isoDate(text)).toBe('2021-11-29');
    },
  );

  it.each([
    ['11/29/2021', '2021-11-29'],
    ['29.11.2021', '2021-11-29'],
    ['11/11/2021', '2021-11-11'],
    ['29/11/2021 18:05', '2021-11-29T18:05'],
  ])('with slashes is read where one reading is possible: %s', (text, date) => {
    expect(isoDate(text)).toBe(date);
  });

  it.each([
    '4/5/2021',
    '2021-02-30',
    '2023-02-29',
    'April 31, 2021',
    '2021-13-01',
    '2021-11-29T25:00',
    '2021-11-29T18:61',
    '29/11/21',
    '2021',
    'November 2021',
    '163820910',
    '16382091090',
    'Marching 29, 2021',
    'November 29, 2021 6',
    'It was on 29 Nov 2021 that they met',
    'November 29, 20211',
    '13:05 PM, November 29, 2021',
    '2021-11-29T18:05+25:00',
    'yesterday',
    '',
    `${'9'.repeat(5000)}`,
  ])('is not made up: %s', (text) => {
    expect(isoDate(text)).toBeNull();
  });

  it('has a leap day in leap years alone', () => {
    expect(isoDate('29 February 2024')).toBe('2024-02-29');
    expect(isoDate('29 February 1900')).toBeNull();
  });

  it('is one that the library accepts, whatever was written', () => {
    const piece = fc.constantFrom(
      ...[
        '29',
        '11',
        '2021',
        '30',
        '2',
        '-',
        '/',
        '.',
        ' ',
        ', ',
        ':',
        'T',
        'Z',
        '+',
        '0500',
        'Nov',
        'May',
        'PM',
      ],
      ...['18', '05', 'EST', 'at', 'Mon', '(', ')'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const date = isoDate(pieces.join(''));
        expect(date === null || Stated.safeParse(date).success).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('comes back as it was when it is already one', () => {
    const dates = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const text = date.toISOString();
        expect(isoDate(text)).toBe(text.replace('.000Z', 'Z'));
        expect(isoDate(text.slice(0, 10))).toBe(text.slice(0, 10));
      }),
    );
  });
});
