import type { Article, Story } from '../../../knowledge/index.ts';
import { wellFormed } from '../../text.ts';

/** @returns the path of a story's page */
export function storyPath({ slug }: Pick<Story, 'slug'>): string {
  return `/story/${escaped(slug)}`;
}

/** @returns the path of an article in the reader; its id is a file's name, which may hold anything */
export function articlePath({ story, id }: Pick<Article, 'story' | 'id'>): string {
  return `/story/${escaped(story)}/${escaped(id)}`;
}

/** Half a surrogate pair cannot be escaped: a page would fail for one name of a file in it. */
function escaped(name: string): string {
  return encodeURIComponent(wellFormed(name));
}
