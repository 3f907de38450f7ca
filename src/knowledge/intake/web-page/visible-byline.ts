import { onOneLine } from '../white-space.ts';
import { around, childrenOf, isElement, isText, type Page, type PageElement } from './dom.ts';
import { isElsewhere, lineOf } from './markup.ts';

/** Names that the markup gives as the writers': `rel=author`, microdata, a byline's own class. */
export function visibleByline({ body }: Page, headline: PageElement | null): string[] {
  const marked = [
    ...body.querySelectorAll('[itemprop~="author"]'),
    ...body.querySelectorAll('[rel~="author"]'),
  ]
    .slice(0, MOST_NAMES)
    .filter((one) => !isElsewhere(one))
    .map((element) => ({ element, name: nameIn(element) }))
    .filter(({ name }) => name !== '' && name.length <= 100 && !LINK_TO_MORE.test(name));
  const [first] = marked;
  if (first !== undefined) {
    // Writers of one article stand together; those of other articles stand elsewhere.
    const near = [...around(first.element)].slice(1, 4).filter(({ tagName }) => tagName !== 'BODY');
    const together = marked.filter(({ element }) =>
      [...around(element)].some((outer) => near.includes(outer)),
    );
    const names = together.map(({ name }) => name);
    return [
      ...new Set(names.filter((name) => !names.some((other) => other !== name && name.includes(other)))),
    ];
  }
  const bylines = [...body.querySelectorAll('[class*="byline" i],[id*="byline" i],[class*="author" i]')]
    .slice(0, MOST_NAMES)
    .filter((one) => !isElsewhere(one))
    .map((element) => ({ element, name: namesIn(element) }))
    .filter(({ name }) => name !== '');
  const beside = headline === null ? [] : [...around(headline)].slice(1, 6).filter(isInBody);
  const near = bylines.find(({ element }) => [...around(element)].some((outer) => beside.includes(outer)));
  // Far from the headline stand the bylines of other articles: one that is the page's only one is this article's.
  const all = new Set(bylines.map(({ name }) => name));
  const found = near ?? (all.size === 1 ? bylines[0] : undefined);
  return found === undefined ? linesUnder(headline).slice(0, 1) : [found.name];
}

function isInBody({ tagName }: PageElement): boolean {
  return tagName !== 'BODY' && tagName !== 'HTML';
}

const BY = /^(?:(?:written|posted|reported) )?by:? /i;

/** The names that a byline is, or that the one link in it which is a name has. */
function namesIn(element: PageElement): string {
  const line = onOneLine(spaced(element)).replace(BY, '');
  if (isNames(line)) return line;
  return line.length <= LONGEST_BYLINE ? nameOfLinks(element) : '';
}

/** "By Ada Moss", on a line of its own beside the headline. */
function linesUnder(headline: PageElement | null): string[] {
  if (headline === null) return [];
  return [...around(headline)]
    .slice(1, 4)
    .filter(isInBody)
    .flatMap((outer) => [...outer.querySelectorAll('span,div,p,a,address')])
    .map((element) => lineOf(element))
    .filter((line) => /^by:? /i.test(line) && isNames(line.replace(/^by:? /i, '')));
}

/** Pages of lists and of comments name people by the thousand. */
const MOST_NAMES = 50;
const LONGEST_NAMES = 120;
/** With posts, dates and buttons. */
const LONGEST_BYLINE = 240;

/** Words in capitals, few and without figures: people, and no sentence about them. */
const NAMES =
  /^\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|d[aeiu]l?|van|von|der|den|bin|al|y)){1,4}(?:(?:, | and | & )\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}){0,5}$/u;

/** "Follow Author" and "View Profile" are no names. */
const LINK_TO_MORE = /^(?:follow|about|view|read|more|all|see|meet|contact|share|show)\b/i;

function isNames(line: string): boolean {
  return line.length <= LONGEST_NAMES && NAMES.test(line) && !LINK_TO_MORE.test(line);
}

function nameIn(element: PageElement): string {
  const named = [...element.querySelectorAll('[itemprop~="name"]')][0];
  const content = (named ?? element).getAttribute('content');
  if (content !== null) return onOneLine(content);
  return nameOfLinks(named ?? element) || onOneLine(spaced(named ?? element));
}

/** Beside the name stand a post, a picture's text, an account elsewhere: the name is what leads to the writer. */
function nameOfLinks(element: PageElement): string {
  const links = [...element.querySelectorAll('a')].map((link) => onOneLine(spaced(link)));
  const names = [...new Set(links)].filter((line) => isNames(line));
  return names.length === 1 ? (names[0] ?? '') : '';
}

/** "ByAda Moss" is what the elements' text says where each is a line of its own. */
function spaced(element: PageElement): string {
  return childrenOf(element)
    .map((child) => (isText(child) ? child.textContent : isElement(child) ? ` ${spaced(child)} ` : ''))
    .join('')
    .replace(/(?<! ) +([,;])/g, '$1');
}
