import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withTextFragment } from '../../src/knowledge/text-fragment.ts';

const LONG = `It ${'was a very long day '.repeat(10)}indeed, they said at last.`;

describe('a link with a text fragment', () => {
  it('names a short text whole', () => {
    expect(withTextFragment('https://a.example/b', 'It passed.')).toBe(
      'https://a.example/b#:~:text=It%20passed.',
    );
  });

  it('escapes what has a meaning in a directive, and what chat programs end an address at', () => {
    expect(withTextFragment('https://a.example/', "a-b, c&d (e) 'f' *g*!")).toBe(
      'https://a.example/#:~:text=a%2Db%2C%20c%26d%20%28e%29%20%27f%27%20%2Ag%2A%21',
    );
  });

  it('names a long text by its first and last words', () => {
    expect(withTextFragment('https://a.example/', LONG)).toBe(
      'https://a.example/#:~:text=It%20was%20a%20very%20long%20day,day%20indeed%2C%20they%20said%20at%20last.',
    );
  });

  it('names a text whole up to 120 letters, and a longer one while it has no more than twelve words', () => {
    const fragment = (text: string) => withTextFragment('https://a.example/', text).split('text=')[1];
    const thirteen = (letters: number) => `${'a '.repeat(12)}${'b'.repeat(letters - 24)}`;
    expect(fragment(thirteen(120))).not.toContain(',');
    expect(fragment(thirteen(121))).toBe(`a%20a%20a%20a%20a%20a,a%20a%20a%20a%20a%20${'b'.repeat(97)}`);
    expect(fragment(`${'a '.repeat(11)}${'b'.repeat(200)}`)).not.toContain(',');
  });

  it('names a long text without blanks by whole words of its ends, and makes no address that nobody takes', () => {
    const fragment = (text: string) => withTextFragment('https://a.example/', text).split('text=')[1] ?? '';
    const japanese = '市議会は新しい橋の建設を賛成多数で可決した。'.repeat(20);
    const [first = '', last = ''] = fragment(japanese).split(',').map(decodeURIComponent);
    expect([japanese.startsWith(first), japanese.endsWith(last)]).toEqual([true, true]);
    const words = [...new Intl.Segmenter('und', { granularity: 'word' }).segment(japanese)];
    expect(words.some(({ index }) => index === first.length)).toBe(true);
    expect(words.some(({ index }) => index === japanese.length - last.length)).toBe(true);
    for (const text of [
      japanese,
      'x'.repeat(5_000),
      '👩‍👩‍👧'.repeat(900),
      `${'é'.repeat(2_000)} `.repeat(20),
    ]) {
      expect(fragment(text).length).toBeLessThan(1_000);
      expect(fragment(text)).toContain(',');
    }
  });

  it('names words with one space between them, as a browser sees them', () => {
    expect(withTextFragment('https://a.example/', ' It\n  passed. ')).toBe(
      'https://a.example/#:~:text=It%20passed.',
    );
  });

  it('keeps the fragment that the address has, and replaces an older text fragment', () => {
    expect(withTextFragment('https://a.example/#part', 'x')).toBe('https://a.example/#part:~:text=x');
    expect(withTextFragment('https://a.example/#part:~:text=old', 'x')).toBe(
      'https://a.example/#part:~:text=x',
    );
  });

  it('makes an address of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const link = withTextFragment('https://a.example/b?c=d', text);
        expect(link).toMatch(/^https:\/\/a\.example\/b\?c=d#:~:text=[\w.~%,]*$/);
        expect(new URL(link).href).toBe(link);
      }),
    );
  });
});
