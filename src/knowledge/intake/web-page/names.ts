import type { PageElement } from './dom.ts';

/** The attributes in which sites say what a part is. */
const NAMING = ['class', 'id', 'data-component', 'data-testid', 'data-qa', 'data-block-type', 'data-type'];
/** "has-newsletter" and "comments-open" are said of what stands around one, "no-comments" of what has none. */
const NOT_ITSELF =
  /^(?:no|has|with|without|not|is|isnt|show|hide|js|can|allow|hidden)[-_]|[-_](?:open|closed|enabled|disabled|allowed|on|off)$/i;

/**
 * The words that an element is named by, lower case: `ArticleBody__promo-box` is `article`, `body`,
 * `promo`, `box`, and each two neighbours together (`promobox`), since sites divide words at will.
 */
export function wordsOf(element: PageElement): string[] {
  const names = NAMING.flatMap((name) => (element.getAttribute(name) ?? '').slice(0, 1000).split(/\s+/));
  // WordPress writes an article's own topics onto it: "tag-cookies", "category-shopping".
  if (names.some((name) => /^(?:hentry|post-\d+)$/.test(name))) return [];
  // Machines name by two letters each, "ab ac ad ae": there "ad" means nothing.
  const byMachine = names.filter((name) => /^[a-z]{1,2}$/.test(name)).length > 2;
  return names
    .filter((name) => name !== '' && !NOT_ITSELF.test(name) && !(byMachine && name.length < 4))
    .flatMap((name) => {
      const words = name
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .map((word) => word.replace(/^([a-z]*)\d+$/, '$1'))
        .filter((word) => word !== '');
      return [...words, ...words.slice(1).map((word, at) => `${words[at]}${word}`)];
    });
}
