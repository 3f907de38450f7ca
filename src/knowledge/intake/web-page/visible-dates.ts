import { isoDate } from '../dates.ts';
import { around, childrenOf, descendants, isElement, type Page, type PageElement } from './dom.ts';
import { isElsewhere, lineOf } from './markup.ts';
import { wordsOf } from './names.ts';

/** What a page shows of its dates. */
export interface VisibleDates {
  readonly published: string | null;
  readonly updated: string | null;
}

/**
 * @param headline where it stands on the page, if it is known
 * @returns the dates that the markup or a line beside the headline states
 */
export function visibleDates({ body }: Page, headline: PageElement | null): VisibleDates {
  const marked = (name: string) => firstDate([...body.querySelectorAll(`[itemprop~="${name}"]`)]);
  const times = headline === null ? onlyTime(body) : timesNear(headline);
  const published = times.filter((time) => !isUpdate(time));
  return {
    published: marked('datePublished') ?? firstDate(published),
    updated: marked('dateModified') ?? firstDate(times.filter((time) => isUpdate(time))),
  };
}

function firstDate(elements: readonly PageElement[]): string | null {
  return elements.map((element) => dateIn(element)).find((date) => date !== null) ?? null;
}

function isUpdate(time: PageElement): boolean {
  const near = [time, ...(time.parentNode === null ? [] : [time.parentNode])];
  return (
    near.some((one) => wordsOf(one).some((word) => /^(?:updated?|modified|lastmod)$/.test(word))) ||
    /^\W*(?:last )?(?:updated?|modified)\b/i.test(lineOf(time.parentNode ?? time).slice(0, LONGEST_DATE))
  );
}

/**
 * Dates of teasers stand elsewhere: only what shares a small part of the page with the headline counts. What
 * is stated for machines is the most exact, and what is not even named must stand close by.
 */
function timesNear(headline: PageElement): PageElement[] {
  const beside = [...around(headline)].filter(({ tagName }) => !/^(?:BODY|HTML)$/.test(tagName)).slice(0, 5);
  return (
    firstOf(beside, (outer) => timesIn(outer, EXACT)) ??
    firstOf(beside, (outer) => timesIn(outer, NAMED).filter((one) => isNamed(one))) ??
    firstOf(beside, (outer) => linesNear(headline, outer)) ??
    []
  );
}

function firstOf(
  outer: readonly PageElement[],
  find: (element: PageElement) => PageElement[],
): PageElement[] | null {
  for (const element of outer) {
    const found = find(element);
    if (found.length > 0) return found.slice(0, 2);
  }
  return null;
}

/** Where nothing tells the headline's place, a date counts that is the page's only one. */
function onlyTime(body: PageElement): PageElement[] {
  const named = timesIn(body, NAMED).filter((one) => isNamed(one));
  const times = [...timesIn(body, EXACT), ...named];
  return new Set(times.map((time) => dateIn(time)?.slice(0, 10))).size === 1 ? times.slice(0, 1) : [];
}

const EXACT = '[datetime]';
const NAMED =
  'time,[class*="date" i],[class*="time" i],[class*="publish" i],[id*="date" i],[id*="time" i],[id*="publish" i]';
const DATE_NAMES =
  /^(?:date|datetime|pubdate|publishdate|publisheddate|datepublished|publishedat|published|postdate|posteddate|dateposted|articledate|storydate|timestamp|metadate)$/;
/** Pages of lists have dates by the thousand. */
const MOST_TIMES = 50;

function timesIn(outer: PageElement, selector: string): PageElement[] {
  const times: PageElement[] = [];
  let seen = 0;
  for (const one of outer.querySelectorAll(selector)) {
    if (dateIn(one) === null) continue;
    if (!isElsewhere(one)) times.push(one);
    seen += 1;
    if (seen === MOST_TIMES) break;
  }
  return times;
}

function isNamed(element: PageElement): boolean {
  return element.tagName === 'TIME' || wordsOf(element).some((word) => DATE_NAMES.test(word));
}

/** How many elements may stand between a headline and a line that is a date: a byline, a row of buttons. */
const NEAR = 40;

function linesNear(headline: PageElement, outer: PageElement): PageElement[] {
  const elements = descendants(outer);
  const at = elements.indexOf(headline);
  const near = at === -1 ? [] : elements.slice(Math.max(0, at - NEAR), at + NEAR);
  return near.filter(
    (one) =>
      /^(?:P|SPAN|DIV|LI|H[2-6]|SMALL|EM|I)$/.test(one.tagName) &&
      !childrenOf(one).some((child) => isElement(child)) &&
      dateIn(one) !== null &&
      !isElsewhere(one),
  );
}

const LONGEST_DATE = 120;

function dateIn(element: PageElement): string | null {
  const stated = ['datetime', 'content'].map((name) => element.getAttribute(name)?.trim() ?? '');
  const value = stated.find((text) => text !== '');
  if (value !== undefined) return isoDate(value);
  const text = element.textContent;
  if (text.length > LONGEST_DATE * 4 || !/\d/.test(text)) return null;
  const line = lineOf(element);
  // "7 May 2024 | Updated 8 May 2024", "7 May 2024 - The Courier".
  return line.length > LONGEST_DATE
    ? null
    : (isoDate(line) ?? isoDate(line.split(/ ?[|·•] ?| [–—-] (?=\D)/)[0] ?? ''));
}
