import { type AnyFeed, DetectError, MalformedError, parseFeed } from 'feedsmith';
import { IntakeError } from '../intake-error.ts';
import { withPlainSpaces } from '../white-space.ts';

/** What feedsmith makes of a feed. */
export type Parsed = AnyFeed<string>;

/**
 * Parses a feed, leniently: where its XML is broken, the items that are not.
 *
 * @param text the feed as it arrived
 * @returns the feed in its own format
 * @throws {IntakeError} `not-a-feed`
 */
export function parse(text: string): Parsed {
  const source = withFamiliarNames(withoutDeclarations(withPlainSpaces(text).trim()));
  try {
    return parseFeed(source);
  } catch (error) {
    const rest = error instanceof MalformedError ? withoutBroken(source) : null;
    if (rest !== null) return rest;
    throw new IntakeError('not-a-feed', sentence(error), error);
  }
}

function sentence(error: unknown): string {
  return error instanceof DetectError
    ? 'This is no feed: give the address of an RSS, Atom or JSON feed.'
    : 'The feed is damaged, and no item of it can be read: open its address in a browser to see what is there.';
}

/**
 * Entities are declared to say again and again what was said, or to be read from a file: no feed needs its own.
 * What is left of them is text. It costs the parser much to look for the end of a declaration that has none.
 */
function withoutDeclarations(source: string): string {
  const start = source.slice(0, FURTHEST_DECLARATION).search(/<!DOCTYPE\b/i);
  if (start === -1) return source;
  const [bracket, close] = [source.indexOf('[', start), source.indexOf('>', start)];
  if (close === -1) return source.slice(0, start);
  const end = bracket === -1 || close < bracket ? close : source.indexOf(']>', bracket) + 1;
  return source.slice(0, start) + (end === 0 ? '' : source.slice(end + 1));
}

/** In UTF-16 code units: before it stand the declaration of XML, comments and style sheets. */
const FURTHEST_DECLARATION = 4_000;

/**
 * FeedBurner and Pheedo put an address of their own in place of the article's, and the article's in an
 * element that feedsmith does not know. It is read under the name of one that it does.
 */
function withFamiliarNames(source: string): string {
  return source.replace(/<(\/?)(?:feedburner|pheedo):origLink\b/gi, '<$1dcterms:isVersionOf');
}

const CLOSING: readonly (readonly [RegExp, string])[] = [
  [/<rdf:RDF[\s>]/i, '</rdf:RDF>'],
  [/<rss[\s>]/i, '</channel></rss>'],
  [/<feed[\s>]/i, '</feed>'],
];

/** Parsing takes some 0.5 ms an item, and a feed of broken items alone is parsed twice for each. */
const MOST_ITEMS = 2_000;
/** In UTF-16 code units. It is parsed with every item; what is longer is no head of a feed. */
const LONGEST_HEAD = 50_000;

/** A tag that is not closed breaks a whole document. Here it costs the item that it stands in. */
function withoutBroken(source: string): Parsed | null {
  const { head, items } = dividedInItems(source);
  const closing = CLOSING.find(([opening]) => opening.test(head))?.[1];
  if (closing === undefined || items.length > MOST_ITEMS || head.length > LONGEST_HEAD) return null;
  const good = readable(items, (some) => tried(head + some.join('\n') + closing) !== null);
  return good.length === 0 ? null : tried(head + good.join('\n') + closing);
}

/** Halves what cannot be read as a whole, down to the items that cannot. */
function readable(
  items: readonly string[],
  canBeRead: (items: readonly string[]) => boolean,
): readonly string[] {
  if (items.length === 0 || canBeRead(items)) return items;
  const middle = Math.ceil(items.length / 2);
  if (items.length === 1) return [];
  return [...readable(items.slice(0, middle), canBeRead), ...readable(items.slice(middle), canBeRead)];
}

/** An item that is never closed ends where the next begins, and is left out. */
function dividedInItems(source: string): { readonly head: string; readonly items: readonly string[] } {
  const items: string[] = [];
  let [first, open] = [-1, -1];
  for (const tag of source.matchAll(/<(\/?)(?:item|entry)(?=[\s>])/gi)) {
    if (tag[1] === '') {
      open = tag.index;
      if (first === -1) first = open;
    } else if (open !== -1) {
      const end = source.indexOf('>', tag.index);
      if (end === -1) break;
      items.push(source.slice(open, end + 1));
      open = -1;
    }
  }
  return { head: source.slice(0, Math.max(first, 0)), items };
}

function tried(source: string): Parsed | null {
  try {
    return parseFeed(source);
  } catch {
    // What cannot be read alone is what is left out.
    return null;
  }
}
