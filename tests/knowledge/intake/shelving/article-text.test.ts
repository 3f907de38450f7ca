import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../../src/knowledge/article-file.ts';
import { type ArticleContent, articleText } from '../../../../src/knowledge/intake/shelving/article-text.ts';
import { onOneLine } from '../../../../src/knowledge/intake/white-space.ts';

const CONTENT: ArticleContent = {
  outlet: 'The Post',
  headline: 'Council votes',
  byline: null,
  published: '2024-03-03',
  updated: null,
  url: null,
  kind: 'report',
  language: 'en',
};

const bodyOf = (paragraphs: readonly string[]) =>
  readArticle(articleText(CONTENT, paragraphs), 'a', 's').value?.body;

describe('the file of an article', () => {
  it('states what is known, and nothing that is not', () => {
    expect(articleText(CONTENT, ['It passed.', 'It rained.'])).toBe(
      '---\noutlet: The Post\nheadline: Council votes\npublished: 2024-03-03\n---\n\nIt passed.\n\nIt rained.\n',
    );
  });

  it.each([
    '# is not a heading',
    '- is not a list',
    '+ nor this',
    '* nor this',
    '> is not a quotation',
    '---',
    '===',
    '***',
    '_ _ _',
    '1. is no list either',
    'a *b* _c_ `d` ~~e~~ [f](https://g.example) ![h](i) <j> &amp; &#42; \\* \\',
    'https://a.example/_b_*c* and <https://d.example>, e@f.example',
    '2 < 3 > 1 & so on',
    'snake_case_name, 5*4*3, [sic], Yahoo!, f(x) = ~y',
    '| a | b |',
    '    four spaces',
    '``` code',
  ])('is read as it was written: %s', (text) => {
    expect(bodyOf([text.trim(), 'Then.'])).toBe(`${text.trim()}\n\nThen.`);
  });

  it('is read as it was written, whatever it says', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...'#-*+>=_`~[]()<>&!\\|:;.0123456789 ',
        '**',
        '](',
        '&amp;',
        '&lt',
        'http://a.example',
        '---',
        '\\_',
        '  ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    const paragraph = fc
      .array(piece, { minLength: 1, maxLength: 12 })
      .map((pieces) => onOneLine(pieces.join('')))
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const all = ['It passed.', ...paragraphs];
        expect(bodyOf(all)).toBe(all.join('\n\n'));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    '1984',
    'yes',
    'null',
    "It's: a 'headline' # really",
    '- x',
    '"quoted"',
    '&a *b',
    '{c}',
    '2024-03-03',
  ])('keeps the headline %s', (headline) => {
    expect(readArticle(articleText({ ...CONTENT, headline }, ['It passed.']), 'a', 's')).toMatchObject({
      value: { headline },
      complaints: [],
    });
  });

  it('leaves a headline and an outlet unknown that are', () => {
    const text = articleText({ ...CONTENT, headline: null, outlet: null, published: null }, ['It passed.']);
    expect(readArticle(text, 'a', 's').value).toMatchObject({
      headline: null,
      outlet: null,
      body: 'It passed.',
    });
  });
});
