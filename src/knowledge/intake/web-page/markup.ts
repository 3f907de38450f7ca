import { onOneLine } from '../white-space.ts';
import { around, type Page, type PageElement } from './dom.ts';
import { wordsOf } from './names.ts';

/**
 * The headline as the reader sees it. An `h1` may be the site's name or the section's: where the page's
 * title shares too few words with it, it is not what the page is about.
 */
export function visibleHeadline(page: Page): PageElement | null {
  const { body, root } = page;
  const titles = [
    ...[...root.querySelectorAll('meta[property="og:title"]')].map(
      (tag) => tag.getAttribute('content') ?? '',
    ),
    ...[...root.querySelectorAll('title')].map((title) => title.textContent),
  ]
    .filter((title) => title.trim() !== '')
    .slice(0, MOST_TITLES)
    .map((title) => title.slice(0, LONGEST_TITLE));
  const headings = [...body.querySelectorAll('[itemprop~="headline"],h1')].slice(0, MOST_HEADINGS);
  const found = headings.filter((one) => {
    const line = lineOf(one);
    return line !== '' && line.length < 400 && !isElsewhere(one, /^(?:comments?|replies|related)$/);
  });
  const scored = found.map((element) => ({
    element,
    score: titles.length === 0 ? 1 : Math.max(...titles.map((title) => sharedPart(lineOf(element), title))),
  }));
  const best = scored.reduce<(typeof scored)[number] | null>(
    (top, one) => (top === null || one.score > top.score ? one : top),
    null,
  );
  return best !== null && best.score >= LEAST_SHARED ? best.element : null;
}

/** Each heading is compared with each title. Pages of lists have headings by the hundred, and a title or two. */
const MOST_HEADINGS = 500;
const MOST_TITLES = 10;
/** In UTF-16 code units. */
const LONGEST_TITLE = 1_000;

/** Headlines are reworded for search engines; less than this in common is chance. */
const LEAST_SHARED = 0.3;

/** How much of a line's words a title has, from 0 to 1; more than its share counts where it is all there. */
export function sharedPart(line: string, title: string): number {
  // "and" and "the" are shared by any two lines.
  const words = (text: string) =>
    text.toLowerCase().match(/[\p{L}\p{N}]{4,}|[^\p{ASCII}\P{L}]+|\p{N}+/gu) ?? [];
  const own = words(line);
  const others = new Set(words(title));
  if (own.length === 0) return 0;
  const shared = own.filter((word) => others.has(word)).length;
  // Of "The Ferry" and "Ferry runs again at night", both whole in the title, the second is the headline.
  return shared / own.length + Math.min(shared, 20) / 100;
}

/** @returns the text of an element on one line */
export function lineOf(element: PageElement): string {
  return onOneLine(element.textContent);
}

/** What names a part that is about other articles, or by readers. */
const ELSEWHERE =
  /^(?:comments?|replies|related|recommended|recirculation|promo|teaser|sidebar|mostpopular|trending)$/;

/** @returns whether an element stands in a part that is not of this article */
export function isElsewhere(element: PageElement, names = ELSEWHERE): boolean {
  return [...around(element)].some(
    (outer) => outer.tagName !== 'BODY' && wordsOf(outer).some((word) => names.test(word)),
  );
}
