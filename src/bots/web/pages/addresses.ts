import type { Article, Story } from '../../../knowledge/index.ts';

/** @returns the path of a story's page */
export function storyPath({ slug }: Pick<Story, 'slug'>): string {
  return `/story/${encodeURIComponent(slug)}`;
}

/** @returns the path of an article in the reader; its id is a file's name, which may hold anything */
export function articlePath({ story, id }: Pick<Article, 'story' | 'id'>): string {
  return `/story/${encodeURIComponent(story)}/${encodeURIComponent(id)}`;
}
