import { Readability } from '@mozilla/readability';
import type { Block } from './blocks.ts';
import { descendants, type Page, type PageElement } from './dom.ts';
import { isProse } from './forms.ts';
import type { Parts } from './parts.ts';

/**
 * Asks Readability which blocks are the article. It takes the document apart, joins and renames
 * elements, and may parse the page anew; so each block's text is marked with one character of a private
 * plane, and what comes back is read for the marks. The words themselves are taken from the untouched
 * page. One character more changes no score that matters.
 *
 * @param page taken apart: nothing of it can be used afterwards
 * @returns the numbers of the blocks that Readability keeps
 */
export function keptBlocks(page: Page, blocks: readonly Block[], parts: Parts): ReadonlySet<number> {
  for (const element of descendants(page.body)) {
    if (isBlockElement(element) && PRUNED.has(parts.reason(element) ?? '')) element.remove();
  }
  hideBylines(page);
  blocks.forEach((block, number) => {
    for (const node of block.nodes) {
      if (block.reason === null) node.textContent = markOf(number) + node.textContent.replace(MARKS, '');
    }
  });
  const article = new Readability<PageElement>(page.document as never, {
    charThreshold: leastOf(blocks),
    disableJSONLD: true,
    keepClasses: true,
    serializer: (element) => element as unknown as PageElement,
  }).parse();
  const text = article?.content?.textContent ?? '';
  return new Set([...text.matchAll(MARKS)].map(([mark]) => (mark.codePointAt(0) ?? 0) - FIRST_MARK));
}

/** Without a known author it takes the first block that is named like a byline, a dateline's paragraph too. */
function hideBylines({ document, root }: Page): void {
  const author = document.createElement('meta');
  author.setAttribute('name', 'author');
  author.setAttribute('content', 'known');
  for (const head of root.querySelectorAll('head')) head.appendChild(author);
}

/**
 * Below this Readability tries again with looser rules. Of a page of prose it must find a fair part, and of
 * a notice of three lines it must not gather up the whole page. Its own fixed number is 500.
 */
function leastOf(blocks: readonly Block[]): number {
  const prose = blocks.filter((block) => block.reason === null && isProse(block));
  const length = prose.reduce((sum, block) => sum + block.text.length, 0);
  return Math.max(140, Math.min(length * PART, 20_000));
}

const PART = 0.3;

/** What is large enough to be taken for the story. Captions stay: without them a picture weighs against its part. */
const PRUNED: ReadonlySet<string> = new Set(['navigation', 'comments', 'legal', 'promotion']);

/** Planes 15 and 16 are for private use: no page's text has them. */
const FIRST_MARK = 0xf0000;
const MARKS = /[\u{F0000}-\u{10FFFD}]/gu;

function markOf(number: number): string {
  // There are 131,068 marks and never as many blocks: the page's elements are bounded.
  return String.fromCodePoint(FIRST_MARK + number);
}

function isBlockElement({ tagName }: PageElement): boolean {
  return !/^(?:A|B|EM|FONT|I|LABEL|SMALL|SPAN|STRONG|TIME|U)$/.test(tagName);
}
