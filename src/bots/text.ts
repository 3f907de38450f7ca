const HALF_PAIR = /\p{Surrogate}/gu;

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
 * Puts a name or a headline on one line and shortens it. Never used on a quotation.
 *
 * @param text a name or a headline
 * @param most longest result, in UTF-16 code units
 * @returns the text, or its beginning and "…"
 */
export function oneLine(text: string, most: number): string {
  const line = wellFormed(text).replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  return `${line
    .slice(0, most - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
