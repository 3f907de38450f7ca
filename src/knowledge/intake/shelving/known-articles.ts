import type { Article } from '../../article.ts';
import type { Details } from '../draft.ts';
import { addressOf, isSameArticle, outletAndDay, sharedWith } from './same-article.ts';

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
  /** The one of a story that shares most with one that has come and is not the same, if any shares much. */
  likeOf(story: string, details: Details, paragraphs: readonly string[]): Known | null;
  has(story: string, id: string): boolean;
  put(known: Known): void;
}

/** Of the longer one's sentences: less is what any two reports of an agency may have in common. */
const MUCH = 0.25;

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

  function near(details: Details): Known[] {
    const keys = new Set([
      ...(details.url === null ? [] : (byAddress.get(addressOf(details.url)) ?? [])),
      ...(byOutletAndDay.get(outletAndDay(details)) ?? []),
    ]);
    return [...keys].flatMap((key) => all.get(key) ?? []);
  }

  for (const known of articles) put(known);
  return {
    put,
    has: (story, id) => all.has(keyOf({ story, id })),
    sameAs(details, paragraphs) {
      return near(details).filter(({ article }) => isSameArticle(article, details, paragraphs));
    },
    likeOf(story, details, paragraphs) {
      const [best] = near(details)
        .filter(({ article }) => article.story === story)
        .map((known) => ({ known, shared: sharedWith(known.article, paragraphs) }))
        .sort((a, b) => b.shared - a.shared);
      return best !== undefined && best.shared >= MUCH ? best.known : null;
    },
  };
}

function addTo(index: Map<string, Set<string>>, name: string, key: string): void {
  const keys = index.get(name);
  if (keys) keys.add(key);
  else index.set(name, new Set([key]));
}
