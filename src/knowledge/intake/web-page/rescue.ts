import type { LeftOutReason } from '../draft.ts';
import type { Block } from './blocks.ts';
import { around, type PageElement } from './dom.ts';
import { isProse } from './forms.ts';

/** How far up two blocks may meet to be of one build. */
const LEVELS = 4;

/** In UTF-16 code units. Each block has four ways of up to four classes: a class of some MB would take all memory. */
const LONGEST_CLASS = 200;

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
      way = `${element.tagName}.${(element.getAttribute('class') ?? '').slice(0, LONGEST_CLASS)}>${way}`;
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
  const parents = new Set([...prose].flatMap((at) => (isStory(at) ? placesOf(homes[at]).slice(0, 1) : [])));
  // What somebody wrote elsewhere stands in a box of its own build, in the midst of the story.
  const isQuoted = (at: number) =>
    reasons[at] === null &&
    (homes[at]?.at(-1) ?? '').includes('BLOCKQUOTE.') &&
    placesOf(homes[at]).some((place) => parents.has(place));
  const isBack = (at: number) =>
    isQuoted(at) ||
    (prose.has(at) && ((lost && certain.has(at)) || (homes[at] ?? []).some((home) => shared.has(home))));
  const chosen = new Set(blocks.flatMap((_, at) => (isStory(at) || isBack(at) ? [at] : [])));
  for (const at of begun(homes, prose, chosen)) chosen.add(at);
  const lengthOf = (numbers: Iterable<number>) =>
    [...numbers].reduce((sum, at) => sum + (prose.has(at) ? (blocks[at]?.text.length ?? 0) : 0), 0);
  const run = longestRun(blocks, prose, homes);
  return lengthOf(chosen) < lengthOf(run) / 2 && run.length >= LEAST_RUN ? new Set(run) : chosen;
}

/**
 * Templates cut a story into boxes for what stands between them, and the first box may hold little. Only
 * above the story: below it the next article has paragraphs built like these.
 */
function begun(homes: Homes, prose: ReadonlySet<number>, chosen: ReadonlySet<number>): number[] {
  const builds = new Set([...chosen].flatMap((at) => (prose.has(at) ? buildOf(homes[at]) : [])));
  const [first = 0] = chosen;
  return [...prose].filter(
    (at) => at < first && first - at <= FURTHEST && buildOf(homes[at]).some((build) => builds.has(build)),
  );
}

/** Blocks between a first paragraph and the next: a picture, advertising, a box of links. */
const FURTHEST = 40;

/** How a paragraph and the box around it are made, where both bear a name. */
function buildOf(homes: readonly string[] = []): string[] {
  const way = homes[1]?.slice((homes[1]?.indexOf('>') ?? 0) + 1) ?? '';
  return /^[A-Z0-9]+\.[^>]+>[A-Z0-9]+\.[^>]+>$/.test(way) ? [way] : [];
}

/** Which elements a block stands in, from its homes. */
function placesOf(homes: readonly string[] = []): string[] {
  return homes.map((home) => home.slice(0, home.indexOf('>')));
}

/** Fewer paragraphs side by side may be anything: a reader's comment, a box. */
const LEAST_RUN = 3;

/** The paragraphs that stand side by side, built alike, and say the most: they are the story where a caption was taken for it. */
function longestRun(blocks: readonly Block[], prose: ReadonlySet<number>, homes: Homes): readonly number[] {
  const runs = new Map<string, { numbers: number[]; length: number }>();
  for (const at of prose) {
    const home = homes[at]?.[0];
    if (home === undefined) continue;
    const run = runs.get(home) ?? { numbers: [], length: 0 };
    run.numbers.push(at);
    run.length += blocks[at]?.text.length ?? 0;
    runs.set(home, run);
  }
  const best = [...runs.values()].reduce((top, run) => (run.length > top.length ? run : top), {
    numbers: [],
    length: 0,
  });
  return best.numbers;
}
