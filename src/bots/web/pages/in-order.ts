import type { Article } from '../../../knowledge/index.ts';
import { dayText } from '../../source-line.ts';

/** An article beside another of its story, and where dates tell it, whether it came before or after. */
export interface Neighbour {
  readonly article: Article;
  readonly when: 'earlier' | 'later' | 'also';
}

/**
 * @param articles those of a story
 * @returns the newest first; those without a date after all others, as they stand
 */
export function newestFirst(articles: readonly Article[]): readonly Article[] {
  return articles
    .map((article) => ({ article, time: timeOf(article) }))
    .sort((one, other) => (one.time === other.time ? 0 : other.time - one.time))
    .map(({ article }) => article);
}

/**
 * @param articles those of a story
 * @param article one of them
 * @returns the one before it and the one after it in the order of {@link newestFirst}, as far as there are any
 */
export function neighboursOf(articles: readonly Article[], article: Article): readonly Neighbour[] {
  const ordered = newestFirst(articles);
  const at = ordered.indexOf(article);
  return [ordered[at + 1], ordered[at - 1]]
    .filter((other) => other !== undefined)
    .map((other) => ({ article: other, when: whenOf(other, article) }));
}

/** An order is claimed only where the dates tell it: two dates of one day tell none. */
function whenOf(other: Article, article: Article): Neighbour['when'] {
  const [its, own] = [dayText(other.published), dayText(article.published)];
  if (its === null || own === null || its === own) return 'also';
  return timeOf(other) < timeOf(article) ? 'earlier' : 'later';
}

/** In ms since the epoch; what has no date is older than all that have. */
function timeOf({ published }: Article): number {
  const time = published === null ? Number.NaN : Date.parse(published);
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}
