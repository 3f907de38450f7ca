const HALF_PAIR = /\p{Surrogate}/gu;
/** These turn around the direction of everything behind them on their line, our own words too. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;
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
 * Puts a name or a headline on one line, in the direction that its letters have, and shortens it. Never used on a
 * quotation.
 *
 * @param text a name or a headline
 * @param most longest result, in UTF-16 code units
 * @returns the text, or its beginning and "…"; `''` where nothing of it is to be seen
 */
export function oneLine(text: string, most: number): string {
  const line = wellFormed(text).replace(TURNING, '').replace(/\s+/g, ' ').trim();
  if (!SEEN.test(line)) return '';
  if (line.length <= most) return line;
  return `${line
    .slice(0, most - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
