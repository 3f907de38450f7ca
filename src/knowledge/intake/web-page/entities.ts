import { parseHTML } from 'linkedom';
import { onOneLine } from '../white-space.ts';
import { checkMarkup } from './bounds.ts';

/**
 * Reads a string of a page's data, which sites escape once too often: `Smith &amp;amp; Sons`.
 *
 * @param text as it stands in an attribute or in JSON
 * @returns its words on one line, entities decoded and tags dropped
 * @throws IntakeError `too-large` for one that was made to break readers
 */
export function plainOf(text: string): string {
  let plain = text;
  // Twice is the most that was seen.
  for (let round = 0; round < 2 && /&#?\w{2,31};|<\/?[a-z][^<>]*>/i.test(plain); round += 1) {
    plain = textOfMarkup(plain);
  }
  return onOneLine(plain);
}

function textOfMarkup(markup: string): string {
  // Lone "<" are words of the text ("a < b"): only what is a tag may be taken for one.
  const safe = markup
    .replace(/<(?!\/?[a-z][^<>]*>)/gi, '&lt;')
    .replace(/<\/?(?:p|div|br|li)\b[^<>]*>/gi, ' ');
  checkMarkup(safe);
  const { document } = parseHTML(`<!doctype html><html><body><p>${safe}</p></body></html>`) as unknown as {
    document: { documentElement: { textContent: string } };
  };
  return document.documentElement.textContent;
}
