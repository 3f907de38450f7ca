import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/knowledge/article.ts';
import { corpusOf } from '../../src/knowledge/corpus.ts';
import { quoteOf } from '../../src/knowledge/quote.ts';
import { articleOf, storyOf } from '../support/articles.ts';

const BODY =
  'The ferry left at dawn. It carried ninety people. Nobody was hurt.\n\nCaption: The ferry in June.';

const corpus = (...articles: Partial<Article>[]) =>
  corpusOf([storyOf(articles.map((article) => articleOf({ body: BODY, ...article })))]);

/** Emphasised stretches of the second sentence: `It carried ninety people.` */
const emphasisOn = (...spans: { start: number; end: number }[]) => quoteOf(corpus({}), 1, { spans }).emphasis;

describe('a quote', () => {
  it('emphasises whole letters: nothing where a mark of its own belongs to the last one', () => {
    const body = 'It cost $5\u0336 in Ore\u0301.';
    const emphasised = (words: string) => {
      const start = body.indexOf(words);
      return quoteOf(corpus({ body }), 0, { spans: [{ start, end: start + words.length }] }).emphasis.length;
    };
    expect(['$5', '$5\u0336', 'Ore', 'Ore\u0301'].map(emphasised)).toEqual([0, 1, 0, 1]);
  });

  it('is the very slice of the body, and shows the sentence before and the one after', () => {
    const { text, before, after, start, end } = quoteOf(corpus({}), 1);
    expect({ text, before, after }).toEqual({
      text: 'It carried ninety people.',
      before: 'The ferry left at dawn.',
      after: 'Nobody was hurt.',
    });
    expect(BODY.slice(start, end)).toBe(text);
  });

  it('shows no context from another article, nor a caption beside the text', () => {
    const two = corpus({ id: 'one' }, { id: 'two' });
    const [first, last, caption, other] = [0, 2, 3, 4].map((index) => quoteOf(two, index));
    expect([first?.before, last?.after, caption?.before, caption?.after, other?.before]).toEqual([
      '',
      '',
      '',
      '',
      '',
    ]);
    expect([first?.after, last?.before]).toEqual(['It carried ninety people.', 'It carried ninety people.']);
  });

  it('stands by itself where nothing else is said: no copies, no relation, not the newest', () => {
    expect(quoteOf(corpus({}), 0)).toMatchObject({ emphasis: [], also: [], relation: null, newest: false });
  });

  it('says where it is from, and where each copy is', () => {
    const two = corpus({ id: 'one' }, { id: 'two', outlet: 'The Herald' });
    const { citation, also } = quoteOf(two, 0, { copies: [4] });
    expect([citation.article, ...also.map(({ article, outlet }) => [article, outlet])]).toEqual([
      'one',
      ['two', 'The Herald'],
    ]);
  });

  it('links to the sentence where the article has an address, and has no link where it has none', () => {
    const url = 'https://post.example/ferry';
    expect(quoteOf(corpus({ url }), 2).citation).toMatchObject({
      url,
      link: 'https://post.example/ferry#:~:text=Nobody%20was%20hurt.',
    });
    expect(quoteOf(corpus({}), 2).citation).toMatchObject({ url: null, link: null });
  });

  it('cannot be made of a sentence that is not there', () => {
    expect(() => quoteOf(corpus({}), 4)).toThrow(RangeError);
  });
});

describe('the emphasis of a quote', () => {
  it('is put in order, the longer of two that begin together first', () => {
    expect(emphasisOn({ start: 11, end: 17 }, { start: 0, end: 2 })).toEqual([
      { start: 0, end: 2 },
      { start: 11, end: 17 },
    ]);
    expect(emphasisOn({ start: 11, end: 14 }, { start: 11, end: 17 })).toEqual([{ start: 11, end: 17 }]);
  });

  it('does not overlap, and may touch', () => {
    expect(emphasisOn({ start: 3, end: 10 }, { start: 8, end: 17 })).toEqual([{ start: 3, end: 10 }]);
    expect(emphasisOn({ start: 3, end: 6 }, { start: 6, end: 10 })).toEqual([
      { start: 3, end: 6 },
      { start: 6, end: 10 },
    ]);
  });

  it('begins and ends with a letter, and is none on white space alone', () => {
    expect(emphasisOn({ start: 10, end: 18 })).toEqual([{ start: 11, end: 17 }]);
    expect(emphasisOn({ start: 10, end: 17 })).toEqual([{ start: 11, end: 17 }]);
    expect(emphasisOn({ start: 11, end: 18 })).toEqual([{ start: 11, end: 17 }]);
    expect(emphasisOn({ start: 2, end: 3 }, { start: 5, end: 5 })).toEqual([]);
  });

  it('is none at all on more than three fifths of the sentence, where everything would be bold', () => {
    expect(emphasisOn({ start: 0, end: 15 })).toEqual([{ start: 0, end: 15 }]);
    expect(emphasisOn({ start: 0, end: 16 })).toEqual([]);
    expect(emphasisOn({ start: 0, end: 10 }, { start: 11, end: 17 })).toEqual([]);
  });
});
