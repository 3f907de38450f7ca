import { describe, expect, it } from 'vitest';
import { goldIn, type MarkedArticle, storyOf } from '../../src/evaluation/marked-articles.ts';
import type { QuestionSet } from '../../src/evaluation/question-set.ts';
import { emptied, HELD_OUT, isHeldOut, numberOf } from '../../src/training/settings.ts';
import { exampleOf } from './examples.ts';

const ARTICLES: MarkedArticle[] = Array.from({ length: 36 }, (_, at) => ({
  id: `${at}`,
  title: `Town ${at}`,
  paragraphs: Array.from({ length: 6 }, (_, part) => `Part ${part} of town ${at}. It rained.`),
}));

/** A question about each paragraph of each article. */
const SET: QuestionSet = {
  name: 'towns',
  stories: ARTICLES.map(storyOf),
  questions: ARTICLES.flatMap((article, at) =>
    article.paragraphs.map((_, part) => ({
      id: `${at}-${part}`,
      text: `What is part ${part} of town ${at}?`,
      story: null,
      gold: goldIn(article, at, part, [{ start: 0, end: 12 }]),
    })),
  ),
};

describe('an article', () => {
  it.each([
    ['article-0', 0, true],
    ['article-7', 7, true],
    ['article-8', 8, false],
    ['article-70', 70, true],
    ['article-7-3', 7, true],
    ['article-3-7', 3, false],
  ])('is held out by its number: %s', (story, number, isHeld) => {
    expect(numberOf(story)).toBe(number);
    expect(isHeldOut(exampleOf([[1]], [true], { story }))).toBe(isHeld);
  });
});

describe('questions without an answer', () => {
  const settings = emptied(SET);
  const byName = (part: string) => {
    const found = settings.find(({ name }) => name.includes(part));
    if (!found) throw new Error(`There is no setting "${part}".`);
    return found;
  };
  const answered = ({ set }: (typeof settings)[number]) => set.questions.filter(({ gold }) => gold !== null);

  it('are about held-out articles alone', () => {
    for (const { set, held } of settings) {
      expect(held).toBe(true);
      expect(set.questions.length).toBeGreaterThan(0);
    }
    for (const name of ['without articles', 'without paragraphs']) {
      for (const { id } of byName(name).set.questions) expect(Number.parseInt(id, 10) % HELD_OUT).toBe(0);
    }
  });

  it('have names of their own', () => {
    expect(new Set(settings.map(({ name }) => name)).size).toBe(settings.length);
  });

  it.each(['without articles', 'without paragraphs'])('stand among others that have one: %s', (name) => {
    const setting = byName(name);
    const [some, all] = [answered(setting).length, setting.set.questions.length];
    expect(some).toBeGreaterThan(all / 3);
    expect(some).toBeLessThan(all);
  });

  it.each(['of another article', 'next paragraph', 'other paragraph'])('have none at all: %s', (name) => {
    expect(answered(byName(name))).toEqual([]);
  });

  it('are asked of another article that there is', () => {
    const { set } = byName('of another article');
    const slugs = new Set(set.stories.map(({ slug }) => slug));
    for (const { id, story } of set.questions) {
      expect(slugs).toContain(story);
      expect(numberOf(story ?? '')).not.toBe(Number.parseInt(id, 10));
    }
  });

  it('have beside them those of a story of a few sentences that do', () => {
    const own = byName('own paragraph');
    expect(answered(own)).toHaveLength(own.set.questions.length);
    expect(own.among).toBe('one');
  });
});
