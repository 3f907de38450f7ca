/** Whether two sentences may be about one event: what they say of where and when. */
import { namesIn } from '../evidence/names.ts';
import { SAYS } from '../evidence/roles.ts';

const DAYS = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g;
const DAY_OF_MONTH =
  /\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b/g;
const YEARS = /\b(?:1[5-9]|20)\d\d\b(?![,.]\d)/g;
const WHERE = /\b(?:in|at|near|from|of|for|on|outside) (?:the )?$/;

/** What a sentence says of when and where: days, days of a month, years, places, in this order. */
export type Circumstances = readonly ReadonlySet<string>[];

/**
 * @param text a sentence
 * @returns what it says of when and where
 */
export function circumstancesOf(text: string): Circumstances {
  return [match(text, DAYS), match(text, DAY_OF_MONTH), match(text, YEARS), placesOf(text)];
}

/**
 * @param a of one sentence
 * @param b of another
 * @returns whether both say where or when it was, and they agree in nothing of it
 */
export function areApart(a: Circumstances, b: Circumstances): boolean {
  return a.some((ours, index) => disjoint(ours, b[index] ?? new Set()));
}

function match(text: string, pattern: RegExp): Set<string> {
  return new Set([...text.matchAll(pattern)].map(([found]) => found.replace('.', '').toLowerCase()));
}

function disjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((each) => b.has(each));
}

/** Names after "in", "of" and their like, and names that begin the sentence and do not say it. */
function placesOf(text: string): Set<string> {
  return new Set(
    namesIn(text)
      .filter(({ start, end }) => {
        if (start === 0) return isSubject(text.slice(0, end), text.slice(end));
        return (
          WHERE.test(text.slice(0, start)) &&
          !/\b(?:said|says|according)\b/.test(text.slice(Math.max(0, start - 30), start))
        );
      })
      .map(({ start, end }) => text.slice(start, end).toLowerCase()),
  );
}

/** "Ellery counted 12 deaths": not "Rescuers found", "Twelve people", "Mayor Hale said". */
function isSubject(name: string, behind: string): boolean {
  const verb = /^ (\w+)/.exec(behind)?.[1] ?? '';
  if (SAYS.test(verb) || /^(?:Police|Officials?)$/.test(name)) return false;
  return / /.test(name) || (!/s$/.test(name) && /^(?:has|had|was|is|will|\w+ed|saw)$/.test(verb));
}
