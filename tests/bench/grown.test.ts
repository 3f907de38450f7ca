import { describe, expect, it } from 'vitest';
import { grown } from '../../bench/grown.ts';
import { sentencesIn } from '../../bench/run/set.ts';
import { storyOf } from '../../src/evaluation/marked-articles.ts';

const paragraphs = [
  'The harbour council closed the eastern quay on Friday. Mayor Ilse Brandt said the planks were rotten.',
  'Fishing crews must land their catch elsewhere until spring. The repair will cost four million crowns.',
];
const stories = ['Quay', 'Lighthouse', 'Ferry'].map((title, index) =>
  storyOf({ id: title, title, paragraphs }, index),
);
const bodies = (made: ReturnType<typeof grown>) =>
  made.flatMap(({ articles }) => articles.map(({ body }) => body));

describe('a library grown for measuring', () => {
  it('has as many sentences as were asked for, up to a paragraph more', () => {
    for (const size of [1, 5, 12, 13, 100]) {
      const count = sentencesIn(grown(stories, size, 1)).length;
      expect(count).toBeGreaterThanOrEqual(size);
      expect(count).toBeLessThan(size + 3);
    }
  });

  it('is a part of the stories, letter for letter, when it is smaller than they are', () => {
    expect(bodies(grown(stories, 6, 1))).toEqual([paragraphs.join('\n\n'), paragraphs[0]]);
  });

  it('repeats the stories with other words and the same capitals, under slugs of their own', () => {
    const made = grown(stories, 60, 1);
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(made.length);
    expect(new Set(bodies(made.slice(3))).size).toBe(made.length - 3);
    for (const body of bodies(made)) expect(body).toMatch(/^The \p{Ll}+ /u);
    for (const { slug, articles } of made) expect(articles.every(({ story }) => story === slug)).toBe(true);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(grown(stories, 40, 7)).toEqual(grown(stories, 40, 7));
    expect(bodies(grown(stories, 40, 7))).not.toEqual(bodies(grown(stories, 40, 8)));
  });

  it('leaves the stories that it is given as they are', () => {
    const before = structuredClone(stories);
    grown(stories, 40, 1);
    expect(stories).toEqual(before);
  });

  it('does not go on for ever over stories without a sentence', () => {
    expect(() => grown([storyOf({ id: 'x', title: 'Empty', paragraphs: [] }, 0)], 10, 1)).toThrow(
      /without a sentence/,
    );
  });
});
