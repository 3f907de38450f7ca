import type { LeftOut, LeftOutReason } from '../draft.ts';
import { type Block, blocksOf } from './blocks.ts';
import { isDateLine, isMoment } from './date-line.ts';
import { around, type Page, type PageElement } from './dom.ts';
import { isLead, proseIn, reasonOfForm } from './forms.ts';
import { bare } from './headline.ts';
import { leftOutOf } from './left-out.ts';
import { lineOf, visibleHeadline } from './markup.ts';
import { partsOf, type Trust } from './parts.ts';
import { pullQuotes, repeated } from './pull-quotes.ts';
import { keptBlocks } from './readability.ts';
import { homesOf, wholeArticles, withRescued } from './rescue.ts';

/** The story of a page. */
export interface PageStory {
  readonly blocks: readonly Block[];
  readonly leftOut: readonly LeftOut[];
  /** Whether the page holds nothing else but its headline, and no link. */
  readonly isWhole: boolean;
  /** Characters of prose that the page's names, and nothing else, spoke against. */
  readonly refused: number;
  /** How many lines of what Readability took for the article only lead to other pages. */
  readonly leads: number;
  /** How many of the story's blocks stand right under such a line. */
  readonly teasers: number;
}

/** What is already known as a detail, so that its line is no paragraph. */
export interface KnownLines {
  readonly headline: string | null;
  readonly byline: string | null;
  readonly url: string | null;
}

/**
 * @param page taken apart: nothing of it can be used afterwards
 * @param trust how far the names of the page's parts are believed
 * @returns the blocks that are the story, and what stood between and beside them
 */
export function readStory(page: Page, known: KnownLines, trust: Trust): PageStory {
  const heading = visibleHeadline(page);
  const marked = [...page.body.querySelectorAll('[itemprop~="articleBody"]')];
  const parts = partsOf(page.body, heading === null ? marked : [heading, ...marked], trust);
  const blocks = blocksOf(page.body, parts, known.url === null ? null : new URL(known.url).hostname);
  const headlines = [heading && lineOf(heading), known.headline].filter((line) => line !== null);
  const articles = wholeArticles(page.body);
  const own = heading && ([...around(heading)].find((outer) => articles.has(outer)) ?? null);
  const others = new Set(
    [...articles].filter((article) => own !== null && article !== own && !holds(own, article)),
  );
  const reasonOf = (block: Block) =>
    block.reason ??
    (trust === 'names' ? reasonOfPlace(block, others) : null) ??
    (isKnown(block, headlines, known.byline) ? 'details' : reasonOfForm(block));
  // All of this looks at the page, which is gone once Readability has been at it.
  const reasons = blocks.map((block) => reasonOf(block));
  const homes = homesOf(blocks, articles);
  const leads = blocks.map((block) => isLead(block));
  const quoted = pullQuotes(blocks);
  const certain = within(blocks, marked);
  const kept = keptBlocks(page, blocks, parts);
  const chosen = withRescued(blocks, homes, reasons, certain, kept);
  for (const at of [...repeated(blocks, quoted, chosen), ...ends(blocks, chosen)]) chosen.delete(at);
  return {
    blocks: blocks.filter((_, at) => chosen.has(at)),
    leftOut: leftOutOf(blocks, reasons, chosen, headlines[0] ?? null),
    isWhole:
      chosen.size > 0 &&
      blocks.every(({ linked }, at) => linked === 0 && (chosen.has(at) || reasons[at] === 'details')),
    refused: proseIn(blocks.filter(({ reason }) => reason !== null && !NOT_THE_OUTLETS.has(reason))),
    teasers: [...chosen].filter((at) => leads[at - 1] === true).length,
    leads: leads.filter((lead, at) => lead && kept.has(at)).length,
  };
}

/** Readers and lawyers may write more than the outlet does. */
const NOT_THE_OUTLETS: ReadonlySet<LeftOutReason> = new Set(['comments', 'legal']);

/** A story begins and ends with words of its own: links above and below it are the page's, and so is the time. */
function ends(blocks: readonly Block[], chosen: ReadonlySet<number>): number[] {
  const order = [...chosen].sort((one, other) => one - other);
  const isPages = (at: number) => {
    const block = blocks[at];
    return (
      block !== undefined && (block.linked - block.outside > block.text.length * 0.9 || isMoment(block.text))
    );
  };
  const first = order.findIndex((at) => !isPages(at));
  const last = order.findLastIndex((at) => !isPages(at));
  return first === -1 ? [] : [...order.slice(0, first), ...order.slice(last + 1)];
}

/** Whether one of two articles stands in the other. */
function holds(one: PageElement, other: PageElement): boolean {
  return [...around(one)].includes(other) || [...around(other)].includes(one);
}

/** Where the markup names more than one body, it names those of other articles too. */
function within(blocks: readonly Block[], bodies: readonly PageElement[]): ReadonlySet<number> {
  const [body, other] = bodies;
  if (body === undefined || other !== undefined) return new Set();
  return new Set(blocks.flatMap((block, at) => ([...around(block.element)].includes(body) ? [at] : [])));
}

function reasonOfPlace(block: Block, others: ReadonlySet<PageElement>): LeftOutReason | null {
  const outer = [...around(block.element)];
  if (outer.some((element) => others.has(element))) return 'promotion';
  const isCaption =
    block.inFigure &&
    !/^(?:BLOCKQUOTE|PRE|T[DHR]|LI)$/.test(block.element.tagName) &&
    !outer.some(({ tagName }) => tagName === 'BLOCKQUOTE');
  return isCaption ? 'caption' : null;
}

/** Whether a line states what is known as a detail. */
function isKnown({ text }: Block, headlines: readonly string[], byline: string | null): boolean {
  const isHeadline = headlines.some((line) => bare(line) === bare(text));
  const isByline = byline !== null && text.length <= byline.length + 12 && text.includes(byline);
  return isHeadline || isByline || isDateLine(text);
}
