import { describe, expect, it } from 'vitest';
import { isSlug, slugOf } from '../../../src/knowledge/intake/slug.ts';

describe('a name for files and folders', () => {
  it.each([
    ['The Ferry: 12 to 3!', 'the-ferry-12-to-3'],
    ['  Ferry — harbour  ', 'ferry-harbour'],
    ['Mayor’s plan isn\'t "new"', 'mayors-plan-isnt-new'],
    ['Łódź, Århus & Straße', 'lodz-arhus-strasse'],
    ['Œuvre þæð ıđø', 'oeuvre-thaed-ido'],
    ['../../etc/passwd', 'etc-passwd'],
    ['ﬁsh ½', 'fish-1-2'],
    ['東京', ''],
    ['', ''],
    ['CON', 'con-1'],
    ['com1', 'com1-1'],
    ['com10 contract', 'com10-contract'],
  ])('is made of %j', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  it('ends at a word, after at most 60 letters', () => {
    const sixty = `${'abcd-'.repeat(11)}abcde`;
    expect(slugOf(sixty)).toBe(sixty);
    expect(slugOf(`${sixty}f`)).toBe('abcd-'.repeat(11).slice(0, -1));
    expect(slugOf('x'.repeat(80))).toBe('x'.repeat(60));
  });

  it('names a folder and nothing outside the library', () => {
    for (const slug of ['a', 'ferry-vote', '2024-03-03', 'x'.repeat(100)]) expect(isSlug(slug)).toBe(true);
    const others = [
      '',
      '.',
      '..',
      'a/b',
      'a\\b',
      'A',
      'a--b',
      '-a',
      'a-',
      'a\n',
      '.a',
      'nul',
      'lpt1',
      'x'.repeat(101),
    ];
    for (const other of others) expect([other, isSlug(other)]).toEqual([other, false]);
  });
});
