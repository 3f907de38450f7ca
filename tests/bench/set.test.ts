import { describe, expect, it } from 'vitest';
import { answers, evenly, sentencesIn } from '../../bench/run/set.ts';
import { goldIn, storyOf } from '../../src/evaluation/marked-articles.ts';

const article = {
  id: 'quay',
  title: 'Quay',
  paragraphs: ['The quay is shut. Crews are angry.', 'Repairs cost four million crowns. They take a year.'],
};
const sentences = sentencesIn([storyOf(article, 0)]);
const question = {
  id: '1',
  text: 'what do the repairs cost?',
  story: null,
  gold: goldIn(article, 0, 1, [{ start: 0, end: 33 }]),
};

describe('the sentences that are to be found', () => {
  it('are all sentences of all articles, with their place', () => {
    expect(sentences.map(({ text }) => text)).toEqual([
      'The quay is shut.',
      'Crews are angry.',
      'Repairs cost four million crowns.',
      'They take a year.',
    ]);
    expect(sentences[2]).toMatchObject({ story: 'article-0', start: 36, end: 69 });
  });

  it('answer when they are marked, and not when they are another, or none, or nothing does', () => {
    expect(sentences.map((sentence) => answers(sentence, question))).toEqual([false, false, true, false]);
    expect(answers(undefined, question)).toBe(false);
    expect(answers(sentences[2], { ...question, gold: null })).toBe(false);
  });
});

describe('a sample', () => {
  const all = Array.from({ length: 1000 }, (_, index) => index);

  it('has as many as were asked for, spread from the first on', () => {
    for (const most of [1, 3, 333, 999]) {
      const sample = evenly(all, most);
      expect(sample).toHaveLength(most);
      expect(sample[0]).toBe(0);
      const gaps = sample.slice(1).map((value, index) => value - (sample[index] ?? 0));
      expect(Math.max(0, ...gaps) - Math.min(...gaps, Math.max(0, ...gaps))).toBeLessThanOrEqual(1);
    }
  });

  it('is everything when there is no more, or no limit', () => {
    expect(evenly(all, 1000)).toEqual(all);
    expect(evenly(all, null)).toEqual(all);
  });
});
