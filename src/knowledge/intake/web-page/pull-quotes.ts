import type { Block } from './blocks.ts';
import { around } from './dom.ts';
import { wordsOf } from './names.ts';

/** @returns the numbers of the blocks that are set apart, as quotations of the page's own words are */
export function pullQuotes(blocks: readonly Block[]): number[] {
  return blocks.flatMap((block, at) => {
    const near = [...around(block.element)].slice(0, 3);
    const named = near.some((outer) => wordsOf(outer).some((word) => /^pull(?:ed)?quotes?$/.test(word)));
    return named || near.some(({ tagName }) => tagName === 'BLOCKQUOTE' || tagName === 'ASIDE') ? [at] : [];
  });
}

/**
 * @returns those of the blocks set apart whose words the story has in their place as well: there they are
 * said, here they are shown
 */
export function repeated(
  blocks: readonly Block[],
  quoted: readonly number[],
  chosen: ReadonlySet<number>,
): number[] {
  const letters = (at: number) =>
    blocks[at]?.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim() ?? '';
  const apart = new Set(quoted);
  const told = [...chosen]
    .filter((at) => !apart.has(at))
    .map((at) => letters(at))
    .join('\n');
  return quoted.filter((at) => chosen.has(at) && letters(at).length > 20 && told.includes(letters(at)));
}
