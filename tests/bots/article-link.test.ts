import { describe, expect, it } from 'vitest';
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
