import { shortened } from '../shortened.ts';

const HALF_PAIR = /\p{Surrogate}/gu;
/** These turn around the direction of everything behind them on their line, our own words too. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;
/**
 * Marks on one letter, which reach over what stands above and below: of accents, which all scripts share
 * (Zinh), three are as many as a language piles up; syllables of Burmese and Tibetan have up to eight marks of their own.
 */
const PILED = /(\p{sc=Zinh}{3})\p{sc=Zinh}+|(\p{M}{8})\p{M}+/gu;
/** Letters and marks of scripts that are read from the right. */
const FROM_THE_RIGHT =
  /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
/** With the controls: some break a line, as the next line (U+0085) does on phones, and none has a use in a name. */
const BLANK = /[\s\p{Cc}]+/gu;
/** Characters that nobody sees. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;
/** Platforms refuse a label of which nothing is to be seen, or show an empty button. */
const SEEN = /[^\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Makes a text fit to be sent: half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD. Nothing else
 * is touched, and no offset changes.
 *
 * @param text any string
 * @returns the text, well-formed, of the same length
 */
export function wellFormed(text: string): string {
  return text.replace(HALF_PAIR, '\uFFFD');
}

/**
 * Puts a name or a headline on one line, in the direction that its letters have and no higher than a line, and shortens
 * it. Never used on a quotation.
 *
 * @param text a name or a headline
 * @param most longest result, in UTF-16 code units
 * @returns the text, or its beginning and "…"; `''` where nothing of it is to be seen
 */
export function oneLine(text: string, most: number): string {
  const line = wellFormed(text).replace(TURNING, '').replace(PILED, '$1$2').replace(BLANK, ' ').trim();
  return SEEN.test(line) ? shortened(line, most) : '';
}

/**
 * What is read from the right moves nothing of what stands beside it on its line: without this, a date behind it would
 * change its order.
 *
 * @param label a name or a headline, as {@link oneLine} gives it
 * @returns the label, between the marks that keep its direction to itself where it has another than ours
 */
export function isolated(label: string): string {
  return FROM_THE_RIGHT.test(label) ? `\u2068${label}\u2069` : label;
}

/**
 * Names that look alike are one name: a letter that nobody sees makes no second source of one.
 *
 * @param names any names
 * @returns those that differ to a reader, each as it came first
 */
export function distinctNames(names: readonly string[]): readonly string[] {
  const known = new Map<string, string>();
  for (const name of names) {
    const key = asSeen(name).replace(/\s/g, '').toLowerCase();
    if (!known.has(key)) known.set(key, name);
  }
  return [...known.values()];
}

/** What a reader takes a text for: without what nobody sees, wide and styled letters as the plain ones. */
function asSeen(text: string): string {
  return text.normalize('NFKC').replace(UNSEEN, '');
}

/** Whatever script they are in, and whatever dot is between them. */
const HOST = /[\p{L}\p{N}\p{M}_-]\.\p{L}{2}|[\w-]\u3002[a-z]{2}/iu;

/**
 * @param label what would be read as the words of a link, or a part of them
 * @returns whether it names a host, which would only seem to be where the link leads
 */
export function namesHost(label: string): boolean {
  const seen = asSeen(label);
  return seen.includes('//') || HOST.test(seen);
}
