import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/knowledge/article-file.ts';
import { articleText } from '../../../src/knowledge/intake/shelving/article-text.ts';
import { isSlug, slugOf } from '../../../src/knowledge/intake/slug.ts';
import { onOneLine } from '../../../src/knowledge/intake/white-space.ts';
import { holds } from '../support/holds.ts';
import { hostileText, TRICKS } from '../support/hostile.ts';

const line = fc
  .oneof(
    hostileText(6),
    fc.constantFrom(...TRICKS),
    fc.constantFrom(
      '---',
      '...',
      ': ',
      '# x',
      '- x',
      '? x',
      '| x',
      '> x',
      '%YAML 1.2',
      '&a x',
      '*a',
      '!!str x',
      '"',
      "'",
      '{a: b}',
      '[x]',
      '~',
      'null',
      'yes',
      '1984',
      '0x1F',
      '1e3',
      '2021-11-29',
      '<<',
      '=',
      '@x',
      '`x`',
    ),
  )
  .map((text) => onOneLine(text));
const detail = line.map((text) => (text === '' ? null : text));

describe('an article of any words', () => {
  it('is read back from its file letter for letter', () => {
    holds(
      fc.tuple(
        detail,
        detail,
        detail,
        fc.array(
          line.filter((text) => /[\p{L}\p{N}]/u.test(text)),
          { minLength: 1, maxLength: 5 },
        ),
      ),
      ([outlet, headline, byline, paragraphs]) => {
        const content = {
          outlet,
          headline,
          byline,
          published: '2021-11-29',
          updated: null,
          url: 'https://a.example/',
          kind: 'report',
          language: 'en',
        } as const;
        const { value } = readArticle(articleText(content, paragraphs), 'id', 'story');
        expect(value).toMatchObject({ outlet, headline, byline, body: paragraphs.join('\n\n') });
      },
    );
  });
});

describe('a name for a file', () => {
  it('is a name within its folder, on every system, whatever it is made of', () => {
    holds(
      fc.oneof(
        hostileText(),
        fc.constantFrom(
          'CON',
          'nul',
          'Aux.',
          '../../x',
          '..',
          '~',
          'a/b',
          'a∕b',
          'a／b',
          '%2e%2e%2f',
          'com1',
          'LPT9',
          'COM¹',
        ),
      ),
      (text) => {
        const slug = slugOf(text);
        if (slug !== '') expect(isSlug(slug)).toBe(true);
      },
    );
  });

  it('is refused as a story where it could lead elsewhere', () => {
    const names = [
      '..',
      '.',
      '~',
      'a/b',
      'a\\b',
      '/a',
      'a\0b',
      'a∕b',
      'a／b',
      '%2e%2e',
      'con',
      'a ',
      ' a',
      'A',
      'a--b',
      '-a',
      'a\n',
      'a.md',
    ];
    expect(names.filter(isSlug)).toEqual([]);
  });
});
