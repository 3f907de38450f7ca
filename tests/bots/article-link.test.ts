import { describe, expect, it, vi } from 'vitest';
import { articleAt } from '../../src/bots/article-link.ts';
import { articleOf, storyOf } from '../support/articles.ts';

const ARTICLE = articleOf({ url: 'https://www.courier.example/news/ferry-vote?id=7' });
const stories = [storyOf([articleOf({ id: 'other', url: null }), ARTICLE])];

describe('a link leads to an article', () => {
  it.each([
    'https://www.courier.example/news/ferry-vote?id=7',
    'http://courier.example/news/ferry-vote/?id=7',
    'https://courier.example/news/ferry-vote?utm_source=mail&id=7&fbclid=x#comments',
    'https://COURIER.example/news/ferry-vote?id=7#:~:text=The%20motion',
  ])('as somebody pastes it: %s', (link) => expect(articleAt(link, stories)).toBe(ARTICLE));

  it.each([
    'https://courier.example/news/ferry-vote?id=8',
    'https://courier.example/news/ferry',
    'https://courier.example.evil.example/news/ferry-vote?id=7',
    'ftp://www.courier.example/news/ferry-vote?id=7',
    'javascript:alert(1)',
    'no link',
    '',
  ])('or to none: %s', (link) => expect(articleAt(link, stories)).toBeNull());
});

it('the addresses of a library are read once, and not again for each link that somebody posts', () => {
  const articles = Array.from({ length: 100 }, (_, nth) =>
    articleOf({ id: `a${nth}`, url: `https://courier.example/news/${nth}` }),
  );
  const many = [storyOf(articles)];
  articleAt('https://courier.example/none', many);
  const parsed = vi.spyOn(URL, 'canParse');
  for (let nth = 0; nth < 10; nth += 1) articleAt(`https://courier.example/news/${nth}`, many);
  expect(parsed.mock.calls.length).toBeLessThanOrEqual(10);
  parsed.mockRestore();
});
