import { onOneLine } from '../white-space.ts';

/** What divides an outlet's name from that of one of its feeds: " - ", " | ", " > ", ": ". */
const DIVIDER = /(?:(?<!\s)\s+)?[|>»›·•]\s*|(?<!\s)\s+[–—-]\s+|:\s+/;
/** Says that it is a feed, at the end of a name. */
const FEED_WORD =
  /(?<!\s)\s*(?:\((?:rss|atom|feed)[^()]*\)|\b(?:rss|atom|json|xml|news)? ?feeds?|\brss(?: 2\.0)?|\batom)$/i;
/** Names of sections, and what feeds are said to hold. A part that consists of these names no outlet. */
const SECTION_WORDS = new Set(
  'a about all and the of for from in on to your our news new latest top breaking recent current live main stories story headlines articles article posts items updates rss atom xml feed feeds channel home homepage front page world international global europe asia africa americas america us u.s uk national nation local regional region city state states politics political policy government election elections business economy economics finance money markets sport sports technology tech science health environment climate culture arts art entertainment lifestyle life travel food style opinion opinions comment comments editorial editorials columns blog blogs podcast podcasts video videos photos pictures weather crime courts education society community features feature analysis investigations magazine weekend full text press releases release'.split(
    ' ',
  ),
);

/**
 * @param title a feed's title
 * @param home the address of the feed or of its site, by which the outlet's part is told from others
 * @returns the outlet's name in it; `null` where it names none: "Top stories" is nobody's name
 */
export function outletOf(title: string | null, home: string): string | null {
  const line = onOneLine(title ?? '').replace(
    /^(?:latest|recent) (?:news|posts|articles|stories) (?:from|by|on) /i,
    '',
  );
  const parts = line
    .split(DIVIDER)
    .map((part) => withoutFeedWord(part))
    .filter((part) => /\p{L}/u.test(part));
  const names = parts.filter((part) => !isSection(part) || isHostItself(part, home));
  return names.find((name) => isOf(name, home)) ?? names[0] ?? null;
}

function withoutFeedWord(part: string): string {
  const name = part.trim();
  return name.replace(FEED_WORD, '').trim();
}

function isSection(part: string): boolean {
  const words = part.toLowerCase().match(/[\p{L}\p{N}.'’]+/gu) ?? [];
  return words.every((word) => SECTION_WORDS.has(word.replace(/\.$/, '')));
}

/** "The Harbour Post" is of harbourpost.example, and "Daily Ferry News" of dfn.example. */
function isOf(name: string, home: string): boolean {
  const named = wordsOf(name);
  const initials = named.map((word) => word.charAt(0)).join('');
  return hostOf(home).includes(named.join('')) || (initials.length > 2 && labelsOf(home).includes(initials));
}

/** "World News" of worldnews.example is an outlet all the same. */
function isHostItself(name: string, home: string): boolean {
  const named = wordsOf(name);
  return named.length > 1 && labelsOf(home).includes(named.join(''));
}

function wordsOf(name: string): string[] {
  return (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word !== 'the');
}

function labelsOf(home: string): string[] {
  return hostOf(home).split('.');
}

function hostOf(home: string): string {
  return URL.canParse(home) ? new URL(home).hostname.replaceAll('-', '') : '';
}
