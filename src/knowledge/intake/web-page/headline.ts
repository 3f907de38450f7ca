import type { Page } from './dom.ts';
import { plainOf } from './entities.ts';
import { type Found, JSON_LD, told } from './found.ts';
import { type Node, textOf } from './json-ld.ts';
import { lineOf, sharedPart, visibleHeadline } from './markup.ts';
import { META_NAMES, type Meta, metaFound } from './meta.ts';

/** @returns the text of the page's `title`, with whatever a site adds to it */
export function titleOf({ root }: Page): string | null {
  const title = [...root.querySelectorAll('title')][0];
  return title === undefined ? null : plainOf(title.textContent) || null;
}

const ON_PAGE = 'the headline on the page';

/**
 * A line of one or two words may be a section's name, one that holds the whole stated title has a label
 * before it, and one that shares little with it may be about anything.
 */
function isHeadline(seen: string, stated: string): boolean {
  if (seen.length <= 15 || stated === '') return false;
  if (bare(seen).includes(bare(stated))) return bare(seen) === bare(stated);
  return sharedPart(seen, stated) >= LEAST_SHARED;
}

const LEAST_SHARED = 0.4;

/** Letters and figures alone: marks are written in many ways. */
export function bare(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** " | The Daily Ferry", " - Ferry". */
const SEPARATOR = /^(?:\s+[|–—:»·•-]+\s|\s*[|»])/;

/**
 * @param outlet the outlet's name, which systems add to headlines
 * @returns the article's headline, alone
 */
export function headlineOf(
  page: Page,
  meta: Meta,
  node: Node | null,
  outlet: string | null,
): Found<string> | null {
  const heading = visibleHeadline(page);
  const seen = heading && lineOf(heading);
  const ofMeta = metaFound(meta, META_NAMES.headline);
  const stated =
    told(node && titleIn(node, [seen, ...(meta.get('og:title') ?? []), titleOf(page)]), JSON_LD) ??
    // Titles in meta tags are often worded for search and for social media.
    told(seen && isHeadline(seen, ofMeta?.value ?? '') ? seen : null, ON_PAGE) ??
    ofMeta ??
    told(seen || null, ON_PAGE) ??
    told(titleOf(page), "the page's title");
  if (stated === null) return null;
  const whole = withoutSuffix(stated.value, outlet, seen);
  const cut = cutHeadline(whole);
  // Systems cut headlines for search engines; the page has the whole.
  if (seen && cut !== null && seen.startsWith(cut)) return { value: seen, where: ON_PAGE };
  return { ...stated, value: whole };
}

/** Fewer UTF-16 code units than this are not what is left of a headline. */
const SHORTEST_CUT = 20;

/** What stands before the dots that show that a headline is cut; `null` where it shows none. */
function cutHeadline(whole: string): string | null {
  const dots = /(?:…|\.\.\.)$/.exec(whole)?.index ?? -1;
  if (dots < SHORTEST_CUT) return null;
  return whole.slice(0, Math.max(SHORTEST_CUT, whole.slice(0, dots).trimEnd().length));
}

/** Where `headline` and `name` differ, one of them is often a description: the page's own title decides. */
function titleIn(node: Node, titles: readonly (string | null | undefined)[]): string | null {
  const [headline, name] = [textOf(node.headline), textOf(node.name)];
  const onPage = (title: string) =>
    titles.some((other) => other?.toLowerCase().includes(title.toLowerCase()));
  if (headline !== null && name !== null && !onPage(headline) && onPage(name)) return name;
  return headline ?? name;
}

/** "(Published 2016)" is said to those who search. */
const YEAR = /(?<!\s)\s*\((?:published|updated|posted) (?:19|20)\d\d\)$/i;
/** What stands between a headline and the names of section and site. */
const MARKS = [' | ', '｜', ' - ', ' – ', ' — ', ' · ', ' » ', '：', ': '];

function withoutSuffix(title: string, outlet: string | null, seen: string | null): string {
  const dated = title.replace(YEAR, '');
  if (seen && seen.length > 15 && dated.startsWith(seen) && SEPARATOR.test(dated.slice(seen.length)))
    return seen;
  return outlet === null ? dated : withoutOutlet(dated, outlet);
}

/** "… | CNN Politics" and "… | India News - Times of India": the last part names the outlet, or the outlet it. */
function withoutOutlet(title: string, outlet: string): string {
  const ends = MARKS.map((mark) => ({ at: title.lastIndexOf(mark), mark })).filter(({ at }) => at > 0);
  const { at, mark } = ends.reduce((last, one) => (one.at > last.at ? one : last), { at: -1, mark: '' });
  if (at === -1) return title;
  const [tail, name] = [bare(title.slice(at + mark.length)), bare(outlet)];
  const isName = tail === name || (mark.trim() !== ':' && tail.length <= 40 && startsLike(tail, name));
  return isName ? title.slice(0, at).trim() : title;
}

/** Of two names one begins with the other: a site's name, and that of one of its sections. */
function startsLike(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 3 && long.startsWith(short);
}
