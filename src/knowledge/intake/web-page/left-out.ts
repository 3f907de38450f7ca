import type { LeftOut, LeftOutReason } from '../draft.ts';
import type { Block } from './blocks.ts';

/** Enough to see what was cut; the rest of the page is nobody's loss. */
const LONGEST_PIECE = 300;
const MOST_PIECES = 80;
const BEYOND = 12;

/**
 * @param reasons why each block is no part of the story, where that is known
 * @param chosen the numbers of the story's blocks
 * @param headline as it stands on the page: what is left out is told from there on
 * @returns the pieces left out between the story's blocks and close to them
 */
export function leftOutOf(
  blocks: readonly Block[],
  reasons: readonly (LeftOutReason | null)[],
  chosen: ReadonlySet<number>,
  headline: string | null,
): LeftOut[] {
  const first = Math.min(...chosen);
  const last = Math.max(...chosen);
  if (chosen.size === 0) return [];
  const title = blocks.findIndex((block, at) => at < first && block.text === headline);
  const from = title === -1 || first - title > 40 ? first : title;
  const pieces = new Map<string, LeftOut>();
  blocks.slice(from, last + 1 + BEYOND).forEach((block, offset) => {
    const at = from + offset;
    // "Advertisement" is told once.
    if (chosen.has(at) || pieces.has(block.text)) return;
    pieces.set(block.text, { text: cut(block.text), reason: reasons[at] ?? fallback(block, at < first) });
  });
  return [...pieces.values()].slice(0, MOST_PIECES);
}

function fallback(block: Block, isAbove: boolean): LeftOutReason {
  return isAbove || block.linked > block.text.length / 2 ? 'navigation' : 'promotion';
}

function cut(text: string): string {
  return text.length <= LONGEST_PIECE ? text : `${text.slice(0, LONGEST_PIECE).trimEnd()}…`;
}
