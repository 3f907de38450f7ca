import type { Article, Story } from '../../src/knowledge/article.ts';
import { EVERYONE } from '../../src/knowledge/audience.ts';

/** An invented article; what a test is about is given, the rest is ordinary. */
export function articleOf(article: Partial<Article> = {}): Article {
  return {
    id: 'post-2024-03-03',
    story: 'ferry-vote',
    outlet: 'The Post',
    headline: 'Council votes',
    byline: null,
    published: '2024-03-03',
    updated: null,
    url: null,
    kind: 'report',
    language: 'en',
    body: 'The motion passed by 11 votes to 4.',
    ...article,
  };
}

/** An invented story that consists of these articles. */
export function storyOf(articles: readonly Article[], story: Partial<Story> = {}): Story {
  return {
    slug: 'ferry-vote',
    title: 'The ferry vote',
    aliases: [],
    questions: [],
    audience: EVERYONE,
    feeds: [],
    articles,
    ...story,
  };
}
