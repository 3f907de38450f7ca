import type { Article, Story } from '../knowledge/index.ts';

/** Parameters that say where a reader came from, and not what is read. */
const ORIGIN = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|smid|ref|ref_src|s|share)$/i;

/**
 * Finds the article that a link leads to.
 *
 * @param link an address as somebody pasted it
 * @param stories the stories that may be looked in
 * @returns the article, or `null` where none of them has that address
 */
export function articleAt(link: string, stories: readonly Story[]): Article | null {
  const wanted = plainAddress(link);
  if (wanted === null) return null;
  for (const { articles } of stories) {
    for (const article of articles) {
      if (addressOf(article) === wanted) return article;
    }
  }
  return null;
}

/** Articles that have not changed are the same objects: an address is read once, and not for each link that is posted. */
const KNOWN = new WeakMap<Article, string | null>();

function addressOf(article: Article): string | null {
  const known = KNOWN.get(article);
  if (known !== undefined) return known;
  const address = article.url === null ? null : plainAddress(article.url);
  KNOWN.set(article, address);
  return address;
}

/** An address without what does not change the page: scheme, `www.`, a slash at the end, fragment, origin. */
function plainAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host, pathname, searchParams } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  const kept = [...searchParams]
    .filter(([name]) => !ORIGIN.test(name))
    .sort(([a], [b]) => a.localeCompare(b));
  const query = kept.map(([name, value]) => `${name}=${value}`).join('&');
  return `${host.replace(/^www\./, '')}${pathname.replace(/(?<!\/)\/+$/, '')}?${query}`;
}
