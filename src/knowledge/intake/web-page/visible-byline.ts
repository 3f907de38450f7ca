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
    .filter(({ name }) => name !== '' && name.length <= 100);
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
    .map((one) => onOneLine(spaced(one)))
    .filter((line) => isNames(line.replace(/^by:? /i, '')));
  return (bylines.length > 0 ? bylines : linesUnder(headline)).slice(0, 1);
}

/** "By Ada Moss", on a line of its own beside the headline. */
function linesUnder(headline: PageElement | null): string[] {
  if (headline === null) return [];
  return [...around(headline)]
    .slice(1, 4)
    .filter(({ tagName }) => tagName !== 'BODY')
    .flatMap((outer) => [...outer.querySelectorAll('span,div,p,a,address')])
    .map((element) => lineOf(element))
    .filter((line) => /^by:? /i.test(line) && isNames(line.replace(/^by:? /i, '')));
}

/** Pages of lists and of comments name people by the thousand. */
const MOST_NAMES = 50;
const LONGEST_NAMES = 120;

/** Words in capitals, few and without figures: people, and no sentence about them. */
const NAMES =
  /^\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|d[aeiu]l?|van|von|der|den|bin|al|y)){1,4}(?:(?:, | and | & )\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}){0,5}$/u;

/** "Follow Author" and "View Profile" are no names. */
function isNames(line: string): boolean {
  return (
    line.length <= LONGEST_NAMES &&
    NAMES.test(line) &&
    !/^(?:follow|about|view|read|more|all|see|meet|contact|share|show)\b/i.test(line)
  );
}

function nameIn(element: PageElement): string {
  const named = [...element.querySelectorAll('[itemprop~="name"]')][0];
  const content = (named ?? element).getAttribute('content');
  return onOneLine(content ?? spaced(named ?? element));
}

/** "ByAda Moss" is what the elements' text says where each is a line of its own. */
function spaced(element: PageElement): string {
  return childrenOf(element)
    .map((child) => (isText(child) ? child.textContent : isElement(child) ? ` ${spaced(child)} ` : ''))
    .join('')
    .replace(/ +([,;])/g, '$1');
}
