import type { LeftOut, LeftOutReason } from '../draft.ts';
import { type Block, blocksOf } from '../web-page/blocks.ts';
import { parsePage } from '../web-page/dom.ts';
import { reasonOfForm } from '../web-page/forms.ts';
import { partsOf } from '../web-page/parts.ts';
import { sift } from '../wire-copy/sift.ts';
import type { FeedItem } from './item.ts';

/** What a feed holds of an article, read. */
export interface Fragment {
  /** In order, each on one line. */
  readonly paragraphs: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** Whether its end says that the article goes on elsewhere. */
  readonly isCutOff: boolean;
}

/** What WordPress, Medium and others write under every item. */
const SIGNED =
  /^(?=.*$)(?:.{1,300} was originally published in .{1,100} on medium\b.*|the (?:post|article|story) .* (?:appeared first|first appeared|was first published) (?:on|at|in) .*|(?:this (?:post|article|story) )?(?:originally |first )?(?:appeared|published) (?:first )?(?:on|at|in) .{2,80}|(?:der beitrag|l['’]article|la entrada|o post|l['’]articolo|het bericht) .* (?:erschien zuerst|est apparu en premier|se public[oó] primero|apareceu primeiro|proviene da|verscheen eerst) .*)$/i;
/**
 * Where a feed sends its readers to the page for the rest, after a sentence or what was cut of one: within
 * a sentence the same words are the story's.
 */
const POINTER =
  /(?=\S)(?<=^|[.…!?)\]"”»]\s*)(?:\[more\]|\(more\)|[([]?(?:read (?:more|on|(?:the )?(?:full|whole|rest|entire)\b.{0,40})|continue reading\b.{0,120}|keep reading|full (?:story|article)|weiterlesen.{0,80}|lire la suite.{0,80}|leer m[aá]s|leggi tutto|lees (?:meer|verder)|leia mais)[)\]]?)\s*[.…»›→>]*$/i;
/** With a capital it is no word of the sentence that was cut before it. */
const BARE_POINTER =
  /(?<=\s)(?:Read (?:more|on|the (?:full|whole|rest)\b.{0,40})|Continue reading\b.{0,120})\s*[.…»›→>]*$/;
const ELLIPSIS = /(?:…|\.\.\.|\[(?:…|\.{2,3})\]|\((?:…|\.{3})\))\s*$/;

/**
 * Reads the HTML that a feed holds. Pages have a frame that shows where the story is; this has none, so
 * what is left out goes by the elements' names and by the form of each paragraph alone.
 *
 * @param html content or summary of an item
 * @param item whose it is: some repeat its title above the text, and links to its site lead to other articles
 * @returns its paragraphs; none where there are only pictures, links or promotion
 * @throws {IntakeError} `too-large`
 */
export function readFragment(html: string, { title, url }: Pick<FeedItem, 'title' | 'url'>): Fragment {
  const { body } = parsePage(html);
  const blocks = blocksOf(body, partsOf(body, []), url === null ? null : new URL(url).hostname);
  const labelled = blocks.map((block) => ({ text: block.text, reason: reasonOf(block, title) }));
  const story = labelled.flatMap(({ text, reason }) => (reason === null ? [text] : []));
  const sifted = sift(story);
  const last = blocks.findLast(({ text }) => !SIGNED.test(text))?.text ?? '';
  return {
    paragraphs: sifted.story,
    leftOut: [
      ...labelled.flatMap(({ text, reason }) => (reason === null ? [] : [{ text, reason }])),
      ...sifted.leftOut,
    ],
    isCutOff: [ELLIPSIS, POINTER, BARE_POINTER].some((form) => form.test(last)),
  };
}

function reasonOf(block: Block, title: string | null): LeftOutReason | null {
  if (block.reason !== null) return block.reason;
  if (block.text === title) return 'details';
  if (block.inFigure) return 'caption';
  return SIGNED.test(block.text) || POINTER.exec(block.text)?.index === 0 ? 'promotion' : reasonOfForm(block);
}

/**
 * @param paragraph the last of a text that goes on elsewhere
 * @returns it without what says so ("…", "Read more"), and whether it is cut within a sentence
 */
export function withoutPointer(paragraph: string): { readonly text: string; readonly isCut: boolean } {
  const pointed = paragraph.replace(POINTER, '').replace(BARE_POINTER, '').trim();
  const text = pointed.replace(ELLIPSIS, '').trim();
  return { text, isCut: text !== pointed || !/[.!?。！？।؟]["'”’»)\]]*$/.test(text) };
}
