import type { Article } from '../../article.ts';
import type { Details } from '../draft.ts';
import { addressOf, isSameArticle, outletAndDay } from './same-article.ts';

/** An article of the library, and the file that it stands in. */
export interface Known {
  readonly article: Article;
  /** Path relative to the library's folder. */
  readonly file: string;
}

/** The articles of a library, to be found by what makes two of them the same. */
export interface KnownArticles {
  /** Those that are the same as one that has come. */
  sameAs(details: Details, paragraphs: readonly string[]): readonly Known[];
  has(story: string, id: string): boolean;
  put(known: Known): void;
}

/**
 * By address, and by outlet and day: comparing each that comes with all there are would take a minute for a
 * folder of some thousands.
 *
 * @param articles what the library holds
 * @returns the articles
 */
export function knownArticles(articles: Iterable<Known>): KnownArticles {
  const all = new Map<string, Known>();
  const byAddress = new Map<string, Set<string>>();
  const byOutletAndDay = new Map<string, Set<string>>();
  const keyOf = ({ story, id }: Pick<Article, 'story' | 'id'>) => `${story}/${id}`;

  function put(known: Known): void {
    const { article } = known;
    const key = keyOf(article);
    all.set(key, known);
    if (article.url !== null) addTo(byAddress, addressOf(article.url), key);
    addTo(byOutletAndDay, outletAndDay(article), key);
  }

  for (const known of articles) put(known);
  return {
    put,
    has: (story, id) => all.has(keyOf({ story, id })),
    sameAs(details, paragraphs) {
      const keys = new Set([
        ...(details.url === null ? [] : (byAddress.get(addressOf(details.url)) ?? [])),
        ...(byOutletAndDay.get(outletAndDay(details)) ?? []),
      ]);
      return [...keys]
        .flatMap((key) => all.get(key) ?? [])
        .filter(({ article }) => isSameArticle(article, details, paragraphs));
    },
  };
}

function addTo(index: Map<string, Set<string>>, name: string, key: string): void {
  const keys = index.get(name);
  if (keys) keys.add(key);
  else index.set(name, new Set([key]));
}
