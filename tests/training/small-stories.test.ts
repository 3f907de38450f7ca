import { describe, expect, it } from 'vitest';
import { goldIn, type MarkedArticle, storyOf } from '../../src/evaluation/marked-articles.ts';
import type { QuestionSet } from '../../src/evaluation/question-set.ts';
import { type Asked, smallStories } from '../../src/training/small-stories.ts';

const TOWNS = ['Ellery', 'Tarn', 'Brask', 'Lisk', 'Drayton', 'Lowry', 'Penrose', 'Hale', 'Odell'];
const BUILT = (town: string) => `Its people fish. The bridge of ${town} was built in stone.`;
const ARTICLES: MarkedArticle[] = TOWNS.map((town) => ({
  id: town,
  title: town,
  paragraphs: [`${town} lies by the sea.`, BUILT(town), `The mill of ${town} burned.`],
}));
const FROM = BUILT('').indexOf('The bridge');

/** A question about the second paragraph of each, and one that nothing answers. */
const SET: QuestionSet = {
  name: 'towns',
  stories: ARTICLES.map(storyOf),
  questions: [
    ...ARTICLES.map((article, at) => ({
      id: article.id,
      text: `How was the bridge of ${article.id} built?`,
      story: null,
      gold: goldIn(article, at, 1, [{ start: FROM, end: BUILT(article.id).length }]),
    })),
    { id: 'none', text: 'Who won the marathon?', story: null, gold: null },
  ],
};

const bodyOf = ({ stories }: QuestionSet, slug: string | null | undefined) =>
  stories.find((story) => story.slug === slug)?.articles.map(({ body }) => body);

describe('small stories', () => {
  it('have the paragraph that answers, with its marks where they are now', () => {
    const small = smallStories(SET, 'own');
    for (const [at, town] of TOWNS.entries()) {
      const { gold, story } = small.questions[at] ?? {};
      if (gold?.kind !== 'sentences') throw new Error('There is no answer.');
      const [body = ''] = bodyOf(small, story) ?? [];
      expect(body).toBe(BUILT(town));
      expect(gold.story).toBe(story);
      expect(body.slice(gold.paragraph.start, gold.paragraph.end)).toBe(body);
      const marked = gold.sentences.map(({ start, end }) => body.slice(start, end));
      expect(marked).toEqual([`The bridge of ${town} was built in stone.`]);
    }
  });

  it('have the one after it, which does not answer', () => {
    const small = smallStories(SET, 'next');
    for (const [at, town] of TOWNS.entries()) {
      expect(bodyOf(small, small.questions[at]?.story)).toEqual([`The mill of ${town} burned.`]);
    }
  });

  it('have one of another article, which does not answer either', () => {
    const small = smallStories(SET, 'other');
    for (const [at, town] of TOWNS.entries()) {
      const [body = ''] = bodyOf(small, small.questions[at]?.story) ?? [];
      expect(TOWNS.some((other) => other !== town && body.includes(other))).toBe(true);
      expect(body).not.toContain(town);
      expect(body).not.toContain('\n');
    }
  });

  it.each<[asked: Asked, answers: boolean]>([
    ['own', true],
    ['next', false],
    ['other', false],
  ])('of %s paragraphs: each question has a story of its own, and of one paragraph', (asked, answers) => {
    const { questions, stories } = smallStories(SET, asked);
    expect(questions.map(({ id }) => id)).toEqual(TOWNS);
    expect(stories.map(({ slug }) => slug)).toEqual(questions.map(({ story }) => story));
    expect(new Set(stories.map(({ slug }) => slug)).size).toBe(TOWNS.length);
    expect(questions.every(({ gold }) => (gold !== null) === answers)).toBe(true);
    for (const { slug, articles } of stories) {
      expect(articles.map(({ story }) => story)).toEqual([slug]);
    }
  });

  it('keep the number of the article that a question is about', () => {
    const { questions } = smallStories(SET, 'other');
    for (const [at, { story }] of questions.entries()) expect(story).toMatch(new RegExp(`^article-${at}-`));
  });

  it('leave out a question whose paragraph is the last, where the next is asked', () => {
    const short = ARTICLES.map(({ paragraphs, ...rest }) => ({
      ...rest,
      paragraphs: paragraphs.slice(0, 2),
    }));
    expect(smallStories({ ...SET, stories: short.map(storyOf) }, 'next').questions).toEqual([]);
  });
});
