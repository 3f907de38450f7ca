import type { Article, Story } from '../../../knowledge/index.ts';
import { WEB, type WebAround, type WebContext } from '../around.ts';
import { articlePath } from '../pages/addresses.ts';
import { sendTagged, type Tagged, tagged } from './tagged.ts';

/** An article without its text. */
export interface ListedArticle extends Omit<Article, 'story' | 'language' | 'body'> {
  /** Path of our page on which it can be read. */
  readonly page: string;
}

export interface ListedStory extends Pick<Story, 'slug' | 'title' | 'questions'> {
  readonly articles: readonly ListedArticle[];
}

export interface ListedStories {
  readonly stories: readonly ListedStory[];
}

/**
 * `/api/stories`: what can be asked about on the page.
 *
 * @param around what holds the stories
 * @returns what is done for the path
 */
export function listStories({ knowledge }: Pick<WebAround, 'knowledge'>): (c: WebContext) => Response {
  // A library of thousands of articles takes tens of ms to write. Stories that have not changed are the same objects.
  let last: { readonly stories: readonly Story[]; readonly sent: Tagged } | null = null;
  return (c) => {
    const stories = knowledge.storiesOpenTo(WEB);
    if (last === null || !isSame(last.stories, stories)) {
      last = { stories, sent: tagged(JSON.stringify(listed(stories))) };
    }
    return sendTagged(c, last.sent, 'application/json');
  };
}

function isSame(some: readonly Story[], others: readonly Story[]): boolean {
  return some.length === others.length && some.every((story, at) => story === others[at]);
}

function listed(stories: readonly Story[]): ListedStories {
  return {
    stories: stories.map(({ slug, title, questions, articles }) => ({
      slug,
      title,
      questions,
      articles: articles.map(({ id, headline, outlet, byline, kind, published, updated, url }) => ({
        id,
        headline,
        outlet,
        byline,
        kind,
        published,
        updated,
        url,
        page: articlePath({ story: slug, id }),
      })),
    })),
  };
}
