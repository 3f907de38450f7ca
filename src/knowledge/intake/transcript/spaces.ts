import { asks } from './asking.ts';
import { eachSaid, type Item, said, textsOf } from './items.ts';

/** The spaces between two sentences. */
const BETWEEN_SENTENCES = /(?<=[.?!…]["”’)\]]{0,3})( +)(?=["“‘([]?[\p{Lu}\p{N}])/gu;
/** Spaces after something that can end a turn: also somebody who is interrupted. */
const AFTER_AN_END = /(?<=[.?!…"”’)\]]|[-–—]) {2,}/g;

/**
 * Divides at runs of spaces, where these divide turns: in text that runs together, and where they are wider
 * than the spaces between most sentences. In text typed with two spaces after every full stop, two spaces
 * divide nothing, but three may.
 */
export function dividedAtSpaces(items: readonly Item[]): Item[] {
  const texts = textsOf(items);
  const all = texts.reduce((sum, text) => sum + text.length, 0);
  const longest = texts.reduce((most, text) => Math.max(most, text.length), 0);
  // Where lines hold the turns, two spaces in a line are a slip.
  if (longest < all / 2) return [...items];
  const width = dividingWidth(texts.join('\n'));
  if (width === null) return [...items];
  return eachSaid(items, (text) => piecesOf(text, width));
}

/** As far back as a request reaches. UTF-16 code units. */
const LOOK_BACK = 240;

/** A gap between sentences: how wide it is, and whether a question or a request stands before it. */
interface Gap {
  readonly width: number;
  readonly asked: boolean;
}

/** The least width, from two spaces, that turns can be divided by. */
function dividingWidth(text: string): number | null {
  const gaps = [...text.matchAll(BETWEEN_SENTENCES)].map(({ 0: spaces, index }): Gap => {
    return { width: spaces.length, asked: asks(text.slice(Math.max(0, index - LOOK_BACK), index)) };
  });
  const wide = [...new Set(gaps.map(({ width }) => width))].filter((width) => width > 1);
  return wide.sort((one, other) => one - other).find((width) => divides(gaps, width)) ?? null;
}

/**
 * Turns end at gaps that fewer than half of the sentences end with. Where turns are short it may be more,
 * three quarters at most, if all questions have such a gap: an answer follows them.
 */
function divides(gaps: readonly Gap[], least: number): boolean {
  const share = gaps.filter(({ width }) => width >= least).length / gaps.length;
  if (share < 0.5) return true;
  const asked = gaps.filter((gap) => gap.asked);
  if (asked.length === 0 || asked.some(({ width }) => width < least)) return false;
  return share <= (asked.length > 1 ? 0.75 : 0.6);
}

function piecesOf(text: string, width: number): Item[] {
  const found: Item[] = [];
  let start = 0;
  for (const match of text.matchAll(AFTER_AN_END)) {
    if (match[0].length < width) continue;
    found.push(...said(text.slice(start, match.index), start > 0));
    start = match.index + match[0].length;
  }
  return [...found, ...said(text.slice(start), start > 0)];
}
