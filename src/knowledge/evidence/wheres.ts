/** Which places and bodies of a sentence a question asks for. */
import type { Span } from '../answer.ts';
import { contentWords } from '../corpus.ts';

const ASKS_WHERE =
  /^(?:(?:and|so|but|from|in|near) )*(?:where|(?:what|which) (?:city|town|county|village|province|region))\b/;
/** Right before the name of a place where something is. */
const THERE = /\b(?:in|near|at|outside|into|to|from) $/i;
/** How far before a place that may stand which the question asks about, in words that say something. */
const HAPPENED = 3;

/**
 * The place that "where" asks for: the only one, and what is asked about stands right before it.
 *
 * @param question the question, lower case
 * @param text the sentence
 * @param places names of places in it
 * @param isAsked whether a term is one that the question asks about
 * @returns one span, or none when unsure
 */
export function placeAsked(
  question: string,
  text: string,
  places: readonly Span[],
  isAsked: (term: string) => boolean,
): Span[] {
  if (!ASKS_WHERE.test(question)) return [];
  return lone(
    places.filter(({ start }) => {
      const before = text.slice(0, start);
      const words = contentWords(before).slice(-HAPPENED);
      return THERE.test(before) && words.some(({ term }) => isAsked(term));
    }),
  );
}

/** Words of a body's name, by what a question calls such a body. */
const SUCH: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:agency|department|ministry|office|body|board|commission|committee|council|authority)\b/,
    /\b(?:Agency|Board|Administration|Authority|Bureau|Department|Ministry|Commission|Committee|Council|Office|Service)\b/,
  ],
  [/\bunion\b/, /\b(?:Union|Federation|Brotherhood|Guild|Workers|Teamsters)\b/],
  [/\bcourt\b/, /\bCourt\b/],
  [/\b(?:university|college|school)\b/, /\b(?:University|College|School|Institute|Academy)\b/],
  [/\bparty\b/, /\bParty\b/],
  [/\bbank\b/, /\bBank\b/],
  [
    /\b(?:company|firm|corporation|employer|business|retailer)\b/,
    /\b(?:Company|Co|Corp|Corporation|Inc|Ltd|Group|Industries|Holdings|Partners|Airlines|Motors|Stores)\b/,
  ],
];

/**
 * The body that "which agency" asks for: the only one, and its name says that it is such a body.
 *
 * @param question the question, lower case
 * @param text the sentence
 * @param bodies names of bodies in it
 * @returns one span, or none when unsure
 */
export function bodyAsked(question: string, text: string, bodies: readonly Span[]): Span[] {
  return lone(bodies).filter(({ start, end }) =>
    SUCH.some(([asked, such]) => asked.test(question) && such.test(text.slice(start, end))),
  );
}

/** One that stands alone is likely meant; of several nothing tells which. */
export function lone(spans: readonly Span[]): Span[] {
  return spans.length === 1 ? [...spans] : [];
}
