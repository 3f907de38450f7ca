import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/knowledge/markdown.ts';

describe('the body of a library file', () => {
  it.each([
    ['emphasis', 'It **was** *very* _old_.', 'It was very old.'],
    ['links', 'See [the report](https://a.example "title") now.', 'See the report now.'],
    ['images', 'Before ![a boat](boat.png) after', 'Before  after'],
    ['code', 'Run `npm start` now.', 'Run npm start now.'],
    ['headings', '## What happened ##\n\nIt passed.', 'What happened\n\nIt passed.'],
    ['headings without a blank line', '# What happened\nIt passed.', 'What happened\n\nIt passed.'],
    [
      'lists',
      '- one thing\n- another\n  that goes on\n* a third',
      'one thing\n\nanother that goes on\n\na third',
    ],
    ['quotations', '> We won,\n> he said.', 'We won, he said.'],
    ['rules', 'One.\n\n---\n\nTwo.', 'One.\n\nTwo.'],
    ['escapes', 'It cost \\*5 and 2 \\_ 3.', 'It cost *5 and 2 _ 3.'],
    ['comments in a line', 'Shut <!-- who: *Eva* --> since May.', 'Shut  since May.'],
    ['comments on lines', 'One\n<!-- a\n\nb --> two.\n\n  <!-- c -->\nThree.', 'One two.\n\nThree.'],
    ['a comment without an end', 'One.\n\n<!-- two\n\nthree', 'One.'],
    ['comments that are escaped', 'Write \\<!-- a --> here.', 'Write <!-- a --> here.'],
    [
      'emphasis where no spaces are between words',
      '渡船以**十一票**通過，票價*三元*半',
      '渡船以十一票通過，票價三元半',
    ],
    ['lines that go on', 'One line\nand the next.  \nAnd a third.', 'One line and the next. And a third.'],
  ])('is read without its marks: %s', (_name, source, text) => {
    expect(plainText(source)).toBe(text);
  });

  it.each([
    'It cost 5 * 3 dollars.',
    'snake_case_name and 2_000',
    '2021. That was the year.',
    'AT&T said: "a < b" &amp; more',
    'An asterisk* and another one.',
    '#1 in the list',
    'What the f**k is this s**t?',
    'A tile of 3*4*5 and 2**3**4',
    'Of Пи**ы and "un*b*e" or a*b* c',
    'A sign that says <!-- and no more_of_it',
    'C:\\path',
    '¯\\_(ツ)_/¯'.replace('\\_', ''),
  ])('keeps what only looks like a mark: %s', (source) => {
    expect(plainText(source)).toBe(source);
  });

  it('reads no comment as text where a long paragraph is read in pieces', () => {
    const [before, note] = ['word '.repeat(800), `<!-- ${'note '.repeat(40)}-->`];
    expect(plainText(`*${before}*${note} end`)).not.toContain('note');
  });

  it('keeps every letter of text without marks', () => {
    const plain = fc.stringMatching(/^[A-Za-z0-9 ,.;:"'é世]*$/);
    fc.assert(
      fc.property(plain, (text) => {
        expect(plainText(text)).toBe(text.trim());
      }),
    );
  });
});
