import type { LeftOut, LeftOutReason } from '../draft.ts';
import { type Block, blocksOf } from './blocks.ts';
import { around, type Page, type PageElement } from './dom.ts';
import { isLead, reasonOfForm } from './forms.ts';
import { leftOutOf } from './left-out.ts';
import { lineOf, visibleHeadline } from './markup.ts';
import { partsOf } from './parts.ts';
import { pullQuotes, repeated } from './pull-quotes.ts';
import { keptBlocks } from './readability.ts';
import { homesOf, wholeArticles, withRescued } from './rescue.ts';

/** The story of a page. */
export interface PageStory {
  readonly blocks: readonly Block[];
  readonly leftOut: readonly LeftOut[];
  /** How many lines of what Readability took for the article only lead to other pages. */
  readonly leads: number;
}

/** What is already known as a detail, so that its line is no paragraph. */
export interface KnownLines {
  readonly headline: string | null;
  readonly byline: string | null;
  readonly url: string | null;
}

/**
 * @param page taken apart: nothing of it can be used afterwards
 * @returns the blocks that are the story, and what stood between and beside them
 */
export function readStory(page: Page, known: KnownLines): PageStory {
  const heading = visibleHeadline(page);
  const marked = [...page.body.querySelectorAll('[itemprop~="articleBody"]')];
  const parts = partsOf(page.body, heading === null ? marked : [heading, ...marked]);
  const blocks = blocksOf(page.body, parts, known.url === null ? null : new URL(known.url).hostname);
  const headlines = [heading && lineOf(heading), known.headline].filter((line) => line !== null);
  const articles = wholeArticles(page.body);
  const own = heading && ([...around(heading)].find((outer) => articles.has(outer)) ?? null);
  const others = new Set(
    [...articles].filter((article) => own !== null && article !== own && !holds(own, article)),
  );
  // All of this looks at the page, which is gone once Readability has been at it.
  const reasons = blocks.map((block) => reasonOf(block, headlines, known.byline, others));
  const homes = homesOf(blocks, articles);
  const leads = blocks.map((block) => isLead(block));
  const quoted = pullQuotes(blocks);
  const certain = within(blocks, marked);
  const kept = keptBlocks(page, blocks, parts);
  const chosen = withRescued(blocks, homes, reasons, certain, kept);
  for (const at of [...repeated(blocks, quoted, chosen), ...linkedEnds(blocks, chosen)]) chosen.delete(at);
  return {
    blocks: blocks.filter((_, at) => chosen.has(at)),
    leftOut: leftOutOf(blocks, reasons, chosen, headlines[0] ?? null),
    leads: leads.filter((lead, at) => lead && kept.has(at)).length,
  };
}

/** A story begins and ends with words of its own: links above and below it are the page's. */
function linkedEnds(blocks: readonly Block[], chosen: ReadonlySet<number>): number[] {
  const order = [...chosen].sort((one, other) => one - other);
  const isLink = (at: number) => {
    const block = blocks[at];
    return block !== undefined && block.linked - block.outside > block.text.length * 0.9;
  };
  const first = order.findIndex((at) => !isLink(at));
  const last = order.findLastIndex((at) => !isLink(at));
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

function reasonOf(
  block: Block,
  headlines: readonly string[],
  byline: string | null,
  others: ReadonlySet<PageElement>,
): LeftOutReason | null {
  if (block.reason !== null) return block.reason;
  const outer = [...around(block.element)];
  if (outer.some((element) => others.has(element))) return 'promotion';
  if (headlines.includes(block.text)) return 'details';
  if (byline !== null && block.text.length <= byline.length + 12 && block.text.includes(byline))
    return 'details';
  if (isDateLine(block)) return 'details';
  if (block.inFigure && !/^(?:BLOCKQUOTE|PRE|T[DHR]|LI)$/.test(block.element.tagName)) {
    return outer.some(({ tagName }) => tagName === 'BLOCKQUOTE') ? null : 'caption';
  }
  return reasonOfForm(block);
}

/** "Published 29 November 2021", "Updated 2 hours ago": no sentence, and it holds the page's time. */
function isDateLine(block: Block): boolean {
  return (
    block.text.length < 120 &&
    /^(?:\W*(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?\b[^a-z]{0,3}(?:\w+day|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|a few|an? )|by .{2,60}\b(?:19|20)\d\d$)/i.test(
      block.text,
    ) &&
    !/[.!?]$/.test(block.text)
  );
}
