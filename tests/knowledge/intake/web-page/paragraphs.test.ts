import { describe, expect, it } from 'vitest';
import { readWebPage } from '../../../../src/knowledge/intake/web-page.ts';
import { around, STORY } from './pages.ts';

const read = (html: string) => readWebPage(html, 'https://courier.example/news/east-ferry');
const between = (piece: string) => {
  const draft = read(around(piece));
  expect(draft.paragraphs.slice(0, 3)).toEqual(STORY.slice(0, 3));
  expect(draft.paragraphs.slice(-3)).toEqual(STORY.slice(3));
  return draft.paragraphs.slice(3, -3);
};

describe('a paragraph', () => {
  it.each([
    ['a heading', '<h2>What comes next</h2>', ['What comes next']],
    [
      'items of a list',
      '<ul><li>A new pier</li><li>A new <b>bridge</b></li></ul>',
      ['A new pier', 'A new bridge'],
    ],
    [
      'rows of a table',
      '<table><tr><th>Year</th><th>Riders</th></tr><tr><td>2014</td><td>340,000</td></tr></table>',
      ['Year Riders', '2014 340,000'],
    ],
    [
      'questions and answers',
      '<p><strong>And the boat?</strong></p><p>It floats.</p>',
      ['And the boat?', 'It floats.'],
    ],
    ['one line break', '<p>The first line<br>and the second.</p>', ['The first line and the second.']],
    [
      'a quotation set apart',
      '<blockquote><p>We ask that the boat be kept.</p></blockquote>',
      ['We ask that the boat be kept.'],
    ],
    [
      'entities and odd spaces',
      '<p>No&shy;body&nbsp;knew &ldquo;why&rdquo; &ndash; or&#8239;when.</p>',
      ['Nobody knew “why” – or when.'],
    ],
    [
      'inline elements',
      '<p>Th<b>er</b><i>e</i> is a <a href="/q">quay</a>, or a<span> pier</span>.</p>',
      ['There is a quay, or a pier.'],
    ],
    ['a drop cap', '<p><span class="cap">T</span>hen it ended.</p>', ['Then it ended.']],
    [
      'a drop cap kept from screen readers',
      '<p><span aria-hidden="true">T</span>hen it ended.</p>',
      ['Then it ended.'],
    ],
    [
      'a drop cap said twice',
      '<p><span aria-hidden="true">T</span><span class="sr-only">T</span>hen it ended.</p>',
      ['Then it ended.'],
    ],
    [
      'a link whose class says more than it is',
      '<p>They met on <a class="related-link" href="/q">the quay</a> at night.</p>',
      ['They met on the quay at night.'],
    ],
    [
      'what only screen readers say',
      '<p>They met on <a href="/q">the quay<span class="visually-hidden"> (opens in a new window)</span></a>.</p>',
      ['They met on the quay.'],
    ],
    [
      'a dateline',
      '<p class="dateline"><span class="dateline">VESSBY —</span> They met on the quay, and parted there at nine.</p>',
      ['VESSBY — They met on the quay, and parted there at nine.'],
    ],
  ])('is read letter for letter: %s', (_name, piece, texts) => {
    expect(between(piece)).toEqual(texts);
  });
});
