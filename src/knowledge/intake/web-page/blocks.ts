import type { LeftOutReason } from '../draft.ts';
import { onOneLine } from '../white-space.ts';
import { childrenOf, isElement, isText, type PageElement, type PageNode } from './dom.ts';
import { isHidden } from './hidden.ts';
import type { Parts } from './parts.ts';

/** A run of text that a reader sees as one: a paragraph, a heading, an item, a row. */
export interface Block {
  readonly text: string;
  /** The innermost element that makes it a block. */
  readonly element: PageElement;
  /** The text nodes that it is made of. */
  readonly nodes: readonly PageNode[];
  /** Characters of it that are links. */
  readonly linked: number;
  /** Characters of it that are links to other sites. */
  readonly outside: number;
  /** Why it is no part of the story, where the elements around it say so. */
  readonly reason: LeftOutReason | null;
  /** Whether it stands in a `figure`. */
  readonly inFigure: boolean;
}

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL OPTION P PRE SEARCH SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
/** Controls and media: what they say is about themselves. */
const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE BUTTON INPUT SELECT TEXTAREA DATALIST VIDEO AUDIO METER PROGRESS MAP HEAD TITLE META LINK'.split(
    ' ',
  ),
);
const DISPLAYED_AS_BLOCK = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table)/i;

type Link = 'none' | 'own' | 'outside';

interface Run {
  readonly node: PageNode | null;
  readonly text: string;
  readonly link: Link;
  readonly reason: LeftOutReason | null;
}

interface Place {
  readonly block: PageElement;
  readonly link: Link;
  readonly reason: LeftOutReason | null;
  readonly inFigure: boolean;
}

/**
 * Reads a page as its readers see it, top to bottom. Inline elements neither divide words nor join
 * them; two line breaks divide, one does not; the cells of a row are one block where they hold no more
 * than a line each.
 *
 * @param body the page's body
 * @param parts tells which elements are no part of the story
 * @param site the host that the page is of, if that is known
 */
export function blocksOf(body: PageElement, parts: Parts, site: string | null): Block[] {
  const found: Block[] = [];
  let runs: Run[] = [];
  let breaks = 0;

  const flush = (place: Place) => {
    for (const block of divided(runs, place)) found.push(block);
    runs = [];
    breaks = 0;
  };

  const walk = (element: PageElement, place: Place) => {
    for (const child of childrenOf(element)) {
      if (isText(child)) {
        const text = child.textContent;
        if (breaks > 1 && text.trim() !== '') flush(place);
        if (text.trim() !== '') breaks = 0;
        runs.push({ node: child, text, link: place.link, reason: place.reason });
      } else if (isElement(child)) {
        visit(child, place);
      }
    }
  };

  const visit = (element: PageElement, place: Place) => {
    const { tagName } = element;
    if (tagName === 'BR') {
      breaks += 1;
      runs.push({ node: null, text: '\n', link: 'none', reason: place.reason });
      return;
    }
    if (SKIPPED.has(tagName) || isHidden(element)) return;
    const reason = place.reason ?? parts.reason(element);
    const inner = { ...place, reason, link: linkOf(element, site) ?? place.link };
    if (!BLOCKS.has(tagName) && !DISPLAYED_AS_BLOCK.test(element.getAttribute('style') ?? '')) {
      walk(element, inner);
      return;
    }
    flush(place);
    const own = { ...inner, block: element, inFigure: place.inFigure || tagName === 'FIGURE' };
    const first = found.length;
    walk(element, own);
    flush(own);
    if (tagName === 'TR') joinCells(found, first, element);
  };

  const whole: Place = { block: body, link: 'none', reason: null, inFigure: false };
  walk(body, whole);
  flush(whole);
  return found;
}

/** Links to a place in the same page are marks of headings and notes; those that run a script lead nowhere. */
function linkOf(element: PageElement, site: string | null): Link | null {
  const address = element.tagName === 'A' ? (element.getAttribute('href')?.trim() ?? '') : '';
  if (!/^(?!javascript:)[^#]/i.test(address)) return null;
  const host = /^(?:https?:)?\/\/([^/?#]+)/i.exec(address)?.[1];
  return host === undefined || site === null || siteOf(host) === siteOf(site) ? 'own' : 'outside';
}

/** "edition.ferry.example" and "www.ferry.example" are one site. */
function siteOf(host: string): string {
  return host.toLowerCase().split('.').slice(-2).join('.');
}

/** What stands in no line of its own cannot be told from the sentence around it, but for captions. */
function divided(runs: readonly Run[], place: Place): Block[] {
  const written = runs.filter((run) => run.text.trim() !== '');
  const reasons = new Set(written.map((run) => run.reason));
  if (reasons.size <= 1) return blockOf(runs, place, written[0]?.reason ?? null);
  const [first, last] = [written[0], written.at(-1)];
  const apart = (run: Run | undefined) =>
    run !== undefined && run.reason !== place.reason && (run.reason === 'caption' || run.reason === 'credit');
  if (!apart(first) && !apart(last)) return blockOf(runs, place, place.reason);
  return groupedByReason(runs).flatMap((group) =>
    blockOf(group, place, group.find((run) => run.text.trim() !== '')?.reason ?? null),
  );
}

function groupedByReason(runs: readonly Run[]): Run[][] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    if (group === undefined || group.at(-1)?.reason !== run.reason) groups.push([run]);
    else group.push(run);
  }
  return groups;
}

function blockOf(runs: readonly Run[], place: Place, reason: LeftOutReason | null): Block[] {
  const text = onOneLine(runs.map((run) => run.text).join(''));
  if (text === '') return [];
  const lengthOf = (...links: Link[]) =>
    runs.filter((run) => links.includes(run.link)).reduce((sum, run) => sum + onOneLine(run.text).length, 0);
  return [
    {
      text,
      element: place.block,
      nodes: runs.flatMap((run) => (run.node === null || run.text.trim() === '' ? [] : [run.node])),
      linked: lengthOf('own', 'outside'),
      outside: lengthOf('outside'),
      reason,
      inFigure: place.inFigure,
    },
  ];
}

/** Cells with more than this are columns of a layout, not data. */
const LONGEST_CELL = 240;

function joinCells(found: Block[], first: number, row: PageElement): void {
  const cells = found.slice(first);
  const of = new Set(cells.map((cell) => cellOf(cell.element, row)));
  const isData = cells.every((cell) => cell.text.length <= LONGEST_CELL && cell.reason === cells[0]?.reason);
  const [one] = cells;
  if (one === undefined || cells.length < 2 || of.size < cells.length || !isData) return;
  found.splice(first, cells.length, {
    ...one,
    element: row,
    text: cells.map((cell) => cell.text).join(' '),
    nodes: cells.flatMap((cell) => cell.nodes),
    linked: cells.reduce((sum, cell) => sum + cell.linked, 0),
    outside: cells.reduce((sum, cell) => sum + cell.outside, 0),
  });
}

function cellOf(element: PageElement, row: PageElement): PageElement {
  let at = element;
  while (at.parentNode !== null && at.parentNode !== row) at = at.parentNode;
  return at;
}
