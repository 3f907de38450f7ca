import type { Answer, StaleStory } from './answer.ts';
import type { Story } from './article.ts';
import { type FeedState, feedStateFile, staleness } from './feed-state.ts';
import type { Library } from './library.ts';

/**
 * Tells with an answer which of its stories may be out of date.
 *
 * @param answer an answer
 * @param asked the stories that were asked
 * @param library where their feeds' states are
 * @param now in ms since the epoch
 * @returns the answer, with the stories whose feeds have failed for long: those that it quotes, or, where it
 *   quotes none, all that were asked
 */
export function withStale(answer: Answer, asked: readonly Story[], library: Library, now: number): Answer {
  const quoted = new Set(answer.quotes.map(({ citation }) => citation.story));
  const concerned = quoted.size === 0 ? asked : asked.filter(({ slug }) => quoted.has(slug));
  return { ...answer, stale: concerned.flatMap((story) => staleOf(story, library, now) ?? []) };
}

function staleOf({ slug, title, feeds }: Story, library: Library, now: number): StaleStory | null {
  const stale = feeds.flatMap(
    ({ url, every }) => staleness(feedStateOf(library, slug, url), every, now) ?? [],
  );
  const [oldest] = stale.sort((a, b) => (a.since ?? '').localeCompare(b.since ?? ''));
  return oldest ? { story: slug, title, since: oldest.since } : null;
}

/** What is remembered of a story's feed; `undefined` when nothing is. */
export function feedStateOf({ files }: Library, slug: string, url: string): FeedState | undefined {
  return files.get(`${slug}/${feedStateFile(url)}`)?.feeds?.get(url);
}
