import type { LeftOutReason } from '../draft.ts';
import type { Block } from './blocks.ts';
import { around, type PageElement } from './dom.ts';
import { isProse } from './forms.ts';

/** How far up two blocks may meet to be of one build. */
const LEVELS = 4;

/** Where blocks stand: for each, its homes. */
export type Homes = readonly (readonly string[])[];

/**
 * For each element around a block, which one it is and how the way there is built. Paragraphs of one story
 * share such a home, whatever stands between them. An article with a headline of its own is not left.
 *
 * @param articles the page's articles with headlines of their own
 * @returns the homes of each block; they must be found before the page is taken apart
 */
export function homesOf(blocks: readonly Block[], articles: ReadonlySet<PageElement>): Homes {
  const identities = new Map<PageElement, number>();
  const identityOf = (element: PageElement): number => {
    const known = identities.get(element) ?? identities.size;
    identities.set(element, known);
    return known;
  };
  return blocks.map((block) => {
    const homes: string[] = [];
    let way = '';
    let level = 0;
    for (const element of around(block.element)) {
      if (level > 0) homes.push(`${identityOf(element)}>${way}`);
      if (level === LEVELS || element.tagName === 'BODY' || articles.has(element)) break;
      way = `${element.tagName}.${element.getAttribute('class') ?? ''}>${way}`;
      level += 1;
    }
    return homes;
  });
}

/** @returns the articles that hold a headline of their own: pages that scroll on hold the next ones too */
export function wholeArticles(body: PageElement): ReadonlySet<PageElement> {
  const headings = [...body.querySelectorAll('h1')].slice(0, MOST_HEADINGS);
  return new Set(
    headings.flatMap((heading) => [...around(heading)]).filter(({ tagName }) => tagName === 'ARTICLE'),
  );
}

const MOST_HEADINGS = 100;

/**
 * Readability drops paragraphs that look odd alone; those built like the story's others come back.
 *
 * @param certain the numbers of blocks that the markup itself calls the article's body
 * @param kept the numbers of the blocks that Readability keeps
 * @returns the numbers of the story's blocks
 */
export function withRescued(
  blocks: readonly Block[],
  homes: Homes,
  reasons: readonly (LeftOutReason | null)[],
  certain: ReadonlySet<number>,
  kept: ReadonlySet<number>,
): Set<number> {
  const isStory = (at: number) => kept.has(at) && reasons[at] === null;
  const prose = new Set(blocks.flatMap((block, at) => (reasons[at] === null && isProse(block) ? [at] : [])));
  const shared = new Set([...prose].flatMap((at) => (isStory(at) ? (homes[at] ?? []) : [])));
  const inBody = [...prose].filter((at) => certain.has(at));
  // Bodies hold boxes as well: only where Readability lost nearly all of it is the markup to be trusted more.
  const lost = inBody.filter((at) => isStory(at)).length < inBody.length / 10;
  const isBack = (at: number) =>
    prose.has(at) && ((lost && certain.has(at)) || (homes[at] ?? []).some((home) => shared.has(home)));
  return new Set(blocks.flatMap((_, at) => (isStory(at) || isBack(at) ? [at] : [])));
}
