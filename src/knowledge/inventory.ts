import type { Article, FeedSource, Story } from './article.ts';
import { countedOf } from './corpus.ts';
import type { Library } from './library.ts';
import { feedStateOf } from './stale.ts';

/** An article as those who keep the library want to see it listed. */
export interface ArticleInventory extends Omit<Article, 'story' | 'body'> {
  /** Sentences that can be quoted. */
  readonly sentences: number;
  /** When its file was last changed, ISO 8601. */
  readonly modified: string;
  /** When its file was read, ISO 8601. */
  readonly read: string;
}

/** A feed, and how it fares. */
export interface FeedInventory extends FeedSource {
  /** When it was last read, ISO 8601; `null` when it never was. */
  readonly checked: string | null;
  /** Why it cannot be read, in a sentence; `null` while it can. */
  readonly failure: string | null;
}

/** A story with its articles. */
export interface StoryInventory extends Omit<Story, 'articles' | 'feeds'> {
  readonly articles: readonly ArticleInventory[];
  readonly feeds: readonly FeedInventory[];
}

/**
 * @param library a library
 * @returns what it holds, in order
 */
export function inventoryOf(library: Library): StoryInventory[] {
  const { stories, files } = library;
  const fileOf = new Map([...files.values()].map((file) => [file.article, file]));
  return stories.map((story) => ({
    ...story,
    feeds: story.feeds.map((feed) => {
      const state = feedStateOf(library, story.slug, feed.url);
      return { ...feed, checked: state?.checkedAt ?? null, failure: state?.failure ?? null };
    }),
    articles: story.articles.map((article) => {
      const { body: _, story: __, ...rest } = article;
      const file = fileOf.get(article);
      return {
        ...rest,
        sentences: countedOf(article).sentences.length,
        modified: iso(file?.found.modified),
        read: iso(file?.readAt),
      };
    }),
  }));
}

function iso(time = 0): string {
  return new Date(time).toISOString();
}
