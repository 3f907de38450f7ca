import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/knowledge/intake/markdown.ts';

describe('an article in Markdown', () => {
  it('states in its front matter what is known of it', () => {
    const source =
      '---\noutlet: The Post\nheadline: Council votes\npublished: 2024-03-03\nkind: digest\n---\n\nIt *passed*.\n\n- First.\n- Second.\n';
    expect(readMarkdown(source)).toMatchObject({
      details: {
        outlet: 'The Post',
        headline: 'Council votes',
        published: '2024-03-03',
        kind: 'digest',
        url: null,
      },
      stated: { outlet: 'the front matter' },
      paragraphs: ['It passed.', 'First.', 'Second.'],
      leftOut: [],
    });
  });

  it('is understood by the names that other programs give their fields, and in the forms of their dates', () => {
    const source =
      '---\ntitle: "Council votes"\ndate: 2024-03-03T10:00:00Z\nauthor: Ada Berg\nsource: The Post\ncanonical_url: https://a.example/x\nlang: en-GB\ntags: [a, b]\ndraft: false\n---\nIt passed.\n';
    expect(readMarkdown(source).details).toMatchObject({
      headline: 'Council votes',
      published: '2024-03-03T10:00:00Z',
      byline: 'Ada Berg',
      outlet: 'The Post',
      url: 'https://a.example/x',
      language: 'en-GB',
    });
    expect(
      readMarkdown('---\ndate: March 3, 2024\nauthors: [Ada Berg, Nils Quimby]\n---\nIt passed.').details,
    ).toMatchObject({
      published: '2024-03-03',
      byline: 'Ada Berg, Nils Quimby',
    });
  });

  it('has its headline in the first heading where no field states one', () => {
    expect(
      readMarkdown('# Council *votes* #\n\nIt passed.\n\n## After the vote\n\nAll went home.'),
    ).toMatchObject({
      details: { headline: 'Council votes' },
      paragraphs: ['It passed.', 'After the vote', 'All went home.'],
    });
    expect(readMarkdown('---\nheadline: Kept\n---\n# A heading\n\nIt passed.')).toMatchObject({
      details: { headline: 'Kept' },
      paragraphs: ['A heading', 'It passed.'],
    });
  });

  it('has its headline once, where it stands above the text as well', () => {
    expect(readMarkdown('---\ntitle: Council votes\n---\n# Council votes\n\nIt passed.').paragraphs).toEqual([
      'It passed.',
    ]);
  });

  it('leaves pictures out as captions', () => {
    const { paragraphs, leftOut } = readMarkdown(
      'It passed.\n\n![The ferry at the pier](ferry.jpg)\n*The ferry on Monday. Photo: Nils Quimby*\n\nAll *went* home.',
    );
    expect(paragraphs).toEqual(['It passed.', 'All went home.']);
    expect(leftOut.map(({ text, reason }) => [reason, text])).toEqual([
      ['caption', 'The ferry at the pier'],
      ['caption', 'The ferry on Monday. Photo: Nils Quimby'],
    ]);
  });

  it('is sifted where nobody has written front matter for it', () => {
    const { paragraphs, leftOut } = readMarkdown(
      'The council voted on Sunday.\n\nREAD MORE: [The ferry](https://a.example)\n\nIt passed.',
    );
    expect(paragraphs).toEqual(['The council voted on Sunday.', 'It passed.']);
    expect(leftOut).toMatchObject([{ reason: 'promotion' }]);
  });

  it.each([
    ['front matter that is not closed', '---\nheadline: x\n\nIt passed.', 'bad-front-matter'],
    ['front matter that is no YAML', '---\nheadline: "x\n---\nIt passed.', 'bad-front-matter'],
    ['a date that is none', '---\ndate: 2024-02-30\n---\nIt passed.', 'bad-front-matter'],
    ['an address that is none', '---\nurl: ferry\n---\nIt passed.', 'bad-front-matter'],
    ['a kind that there is not', '---\nkind: poem\n---\nIt passed.', 'bad-front-matter'],
    ['front matter alone', '---\nheadline: x\n---\n', 'no-article'],
    ['a heading alone', '# Council votes\n', 'empty'],
    ['nothing', ' \n', 'empty'],
  ])('cannot be %s', (_name, source, code) => {
    expect(() => readMarkdown(source)).toThrow(expect.objectContaining({ name: 'IntakeError', code }));
  });
});
