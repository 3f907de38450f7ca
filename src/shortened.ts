/** Made when it is first needed, as its tables are read then: some 10 ms. */
let segmenter: Intl.Segmenter | null = null;

/**
 * Shortens a text between two characters as readers see them: half a family is another picture, and a flag of which the
 * second letter is missing is none.
 *
 * @param text any text
 * @param most longest result, in UTF-16 code units
 * @returns the text, or its beginning and "…"; never half a surrogate pair, of a character too long for it the beginning
 */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  // Of a long text only what is near is looked at: where a character begins does not depend on what comes after it.
  const near = text.slice(0, most + 1);
  const { index = 0 } = segmenter.segment(near).containing(most - 1) ?? {};
  const end = index > 0 ? index : most - 1;
  return `${text
    .slice(0, end)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
