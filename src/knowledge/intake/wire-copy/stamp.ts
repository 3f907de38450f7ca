import { isoDate } from '../dates.ts';

/** "Thursday, March 4, 2021 at 10:15 a.m. EST" has nine words. */
const MOST_WORDS = 10;
const LABEL = /^(?:date|published|posted|updated|(?:first|last) (?:published|updated))\b(?: on| at)?:?\s+/i;

/**
 * Parts a date stamp from the text behind it on the same line: "date 2021-03-04 A ferry docks". Without a
 * label only a date in digits is a stamp.
 *
 * @param text a paragraph from the top
 * @returns the stamp and the rest, or the paragraph alone when it has none
 */
export function withoutStamp(text: string): readonly string[] {
  const label = LABEL.exec(text)?.[0] ?? '';
  if (label === '' && !/^\d{4}-\d\d-\d\d[T ]/.test(text)) return [text];
  const words = text.slice(label.length, label.length + 120).split(' ');
  for (let count = Math.min(MOST_WORDS, words.length - 1); count > 0; count--) {
    const stamp = words.slice(0, count).join(' ');
    const last = words[count - 1] ?? '';
    if (!/\d|^(?:[ap]\.?m\.?|[A-Z]{1,5})$/i.test(last) || /^an?$/i.test(last) || isoDate(stamp) === null)
      continue;
    const rest = text.slice(label.length + stamp.length).trim();
    if (!/^[\p{Lu}“"‘'(\p{N}]/u.test(rest) || rest.split(' ').length < 3 || /^updated\b/i.test(rest))
      return [text];
    return [text.slice(0, label.length + stamp.length), rest];
  }
  return [text];
}
