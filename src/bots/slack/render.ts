import type { KnownBlock, RichTextBlockElement, RichTextSection, RichTextText } from '@slack/types';
import type { Quote, Span } from '../../knowledge/index.ts';
import {
  ALSO_HEADING,
  NEAREST_HEADING,
  type Reply,
  SUGGESTIONS_HEADING,
  TOO_LONG_TO_SHOW,
} from '../reply.ts';
import { sourceLine } from '../source-line.ts';
import { oneLine, wellFormed } from '../text.ts';
import { LIMITS, SHOWN } from './limits.ts';
import { sourceContext, sourceText, webAddress } from './source-context.ts';
import { escaped } from './text.ts';

/** A reply, as a message of Slack's. In both texts `&`, `<` and `>` are escaped. */
export interface SlackMessage {
  /** Block Kit; never empty. */
  readonly blocks: readonly KnownBlock[];
  /** Goes beside the blocks, for notifications and screen readers. */
  readonly text: string;
  /** Goes instead of them where Slack refuses them, with `mrkdwn: false`. It has the links too. */
  readonly plain: string;
}

/** A part of a reply, which is shown whole or not at all. */
type Part = SlackMessage;

/**
 * Turns a reply into a message. Holds every limit of {@link LIMITS} for every reply: what matters least is
 * left out, whole, and a quotation that does not fit gives way to {@link TOO_LONG_TO_SHOW}. None is cut.
 *
 * @param reply what to show
 * @returns the message
 */
export function renderReply(reply: Reply): SlackMessage {
  const [first, ...groups] = partsOf(reply);
  const shown = [first];
  for (const group of groups) {
    for (const part of group) {
      if (!fits([...shown, part].flatMap(({ blocks }) => blocks))) break;
      shown.push(part);
    }
  }
  return {
    blocks: shown.flatMap(({ blocks }) => blocks),
    text: asMuchAsAdvised(shown.map(({ text }) => text)),
    plain: asMuchAsAdvised(shown.map(({ plain }) => plain)),
  };
}

/** The first text, and those after it as long as Slack advises to send so much. */
function asMuchAsAdvised(texts: readonly string[]): string {
  return texts.reduce((text, next) => {
    const longer = `${text}\n\n${next}`;
    return longer.length <= LIMITS.advisedText ? longer : text;
  });
}

/** What is always shown, then groups: where one of a group does not fit, none after it in the group is shown. */
function partsOf(reply: Reply): readonly [Part, ...(readonly Part[])[]] {
  switch (reply.kind) {
    case 'answer': {
      const [first, ...others] = reply.answer.quotes;
      return [answerPart(first), noted(reply.notes), headed(ALSO_HEADING, others)];
    }
    case 'unanswered':
      return [
        said(reply.sentence),
        noted(reply.notes),
        headed(NEAREST_HEADING, reply.nearest),
        suggested(reply.suggestions),
      ];
    case 'notice':
      return [said(reply.sentence), suggested(reply.suggestions)];
  }
}

/** The quote that answers, in the fullest form that fits; without it, at least where it can be read. */
function answerPart(quote: Quote): Part {
  const unlinked = { ...quote, citation: { ...quote.citation, link: null } };
  const forms = [quote, unlinked, { ...unlinked, emphasis: [] }];
  const part = forms.map((form) => quotePart(form, null)).find(fitsAlone);
  return part ?? withSource(section(TOO_LONG_TO_SHOW), TOO_LONG_TO_SHOW, quote);
}

/** Quotes under a heading, which belongs to the first of them. */
function headed(heading: string, quotes: readonly Quote[]): Part[] {
  return quotes.map((quote, index) => quotePart(quote, index === 0 ? heading : null));
}

function quotePart(quote: Quote, heading: string | null): Part {
  const elements: RichTextBlockElement[] = heading === null ? [] : [section(heading)];
  const pieces = emphasised(quote);
  if (pieces.length > 0) elements.push({ type: 'rich_text_quote', elements: pieces });
  const text = heading === null ? quote.text : `${heading}\n${quote.text}`;
  return withSource(elements, text, quote);
}

function withSource(
  elements: RichTextBlockElement | readonly RichTextBlockElement[],
  words: string,
  quote: Quote,
): Part {
  const line = sourceLine(quote.citation);
  const context = sourceContext(line);
  const from = sourceText(line);
  const text = escaped(wellFormed(from === '' ? words : `${words}\n— ${from}`));
  const address = line.link === null ? null : webAddress(line.link);
  return {
    blocks: [richText([elements].flat()), ...(context === null ? [] : [context])],
    text,
    plain: address === null ? text : `${text}\n${escaped(address)}`,
  };
}

/** A sentence of ours. */
function said(sentence: string): Part {
  const text = escaped(sentence);
  return { blocks: [richText([section(sentence)])], text, plain: text };
}

/** In small letters, as the source under a quote; plain text, so that a story's title stays as it is. */
function noted(notes: readonly string[]): Part[] {
  return notes.flatMap((note) => {
    const words = oneLine(note, SHOWN.note);
    if (words === '') return [];
    const text = escaped(words);
    const elements = [{ type: 'plain_text', text: words, emoji: false } as const];
    return { blocks: [{ type: 'context', elements }], text, plain: text };
  });
}

function suggested(questions: readonly string[]): Part[] {
  const sound = questions.map(wellFormed).filter((question) => question.trim() !== '');
  if (sound.length === 0) return [];
  const elements = sound.map(section);
  const list: RichTextBlockElement = { type: 'rich_text_list', style: 'bullet', elements };
  const text = escaped([SUGGESTIONS_HEADING, ...sound.map((question) => `• ${question}`)].join('\n'));
  return [{ blocks: [richText([section(SUGGESTIONS_HEADING), list])], text, plain: text }];
}

/** The words of a quote, which rich text shows letter for letter; the emphasised ones bold. */
function emphasised({ text, emphasis }: Quote): RichTextText[] {
  const sound = wellFormed(text);
  const pieces: RichTextText[] = [];
  let at = 0;
  const upTo = (end: number, bold: boolean) => {
    if (end > at) pieces.push(textElement(sound.slice(at, end), bold));
    at = Math.max(at, end);
  };
  for (const span of [...emphasis].sort((a, b) => a.start - b.start)) {
    const { start, end } = inside(span, sound);
    if (start < at || end <= start) continue;
    upTo(start, false);
    upTo(end, true);
  }
  upTo(sound.length, false);
  return pieces;
}

/** A span that lies within the text and parts no surrogate pair. */
function inside({ start, end }: Span, text: string): Span {
  const place = (offset: number) => {
    const within = Math.max(0, Math.min(Math.trunc(offset) || 0, text.length));
    return /[\uDC00-\uDFFF]/.test(text.charAt(within)) ? within - 1 : within;
  };
  return { start: place(start), end: place(end) };
}

function textElement(text: string, bold: boolean): RichTextText {
  return bold ? { type: 'text', text, style: { bold: true } } : { type: 'text', text };
}

function section(text: string): RichTextSection {
  return { type: 'rich_text_section', elements: [textElement(text, false)] };
}

function richText(elements: RichTextBlockElement[]): KnownBlock {
  return { type: 'rich_text', elements };
}

function fitsAlone({ blocks, plain }: Part): boolean {
  return fits(blocks) && plain.length <= LIMITS.text;
}

function fits(blocks: readonly KnownBlock[]): boolean {
  return blocks.length <= LIMITS.blockCount && JSON.stringify(blocks).length <= LIMITS.blocks;
}
