import { onOneLine } from '../white-space.ts';
import { plainOf } from './entities.ts';
import type { Node } from './json-ld.ts';

/** An `articleBody` below this is a summary, and above twice the page's text the page shows a part only. */
const SHORTEST = 200;
const RATIO = 2;
/** Each piece is parsed for itself. No article has a tenth of these. */
const MOST_PIECES = 5_000;

/**
 * @param node the page's JSON-LD article
 * @param found the paragraphs found on the page
 * @returns the paragraphs of its `articleBody`, where the page shows less than half of it, else `null`
 */
export function articleBodyOf(node: Node | null, found: readonly string[]): string[] | null {
  const body = node?.articleBody;
  if (typeof body !== 'string') return null;
  const pieces = body.split(/\n|<\/(?:p|h\d|li|div)>|<br *\/?>\s*<br *\/?>/i);
  if (pieces.length > MOST_PIECES) return null;
  const paragraphs = pieces
    .map((paragraph) => onOneLine(plainOf(paragraph)))
    .filter((paragraph) => paragraph !== '');
  const length = total(paragraphs);
  return length >= SHORTEST && length > total(found) * RATIO ? paragraphs : null;
}

function total(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
}
