import type { KnownBlock, RichTextBlockElement, RichTextSection } from '@slack/types';
import type { Quote } from '../../knowledge/index.ts';
import { besidesOf } from '../besides.ts';
import {
  ALSO_HEADING,
  NEAREST_HEADING,
  type Reply,
  type ReplyPart,
  type SingleReply,
  SUGGESTIONS_HEADING,
  TOO_LONG_TO_SHOW,
} from '../reply.ts';
import { sourceLine } from '../source-line.ts';
import { oneLine, wellFormed } from '../text.ts';
import { emphasised, textElement } from './emphasis.ts';
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
  const sections = reply.kind === 'several' ? sectionsOf(reply.parts) : [partsOf(reply, LIMITS.blocks)];
  const shown = sections.map(([first]) => [first]);
  for (const [index, [, ...groups]] of sections.entries()) {
    for (const group of groups) {
      for (const part of group) {
        if (!fits([...shown.flat(), part].flatMap(({ blocks }) => blocks))) break;
        shown[index]?.push(part);
      }
    }
  }
  return {
    blocks: shown.flat().flatMap(({ blocks }) => blocks),
    text: asMuchAsAdvised(shown.flat().map(({ text }) => text)),
    plain: asMuchAsAdvised(shown.flat().map(({ plain }) => plain)),
  };
}

/** What is kept for the heading of a question, as JSON. */
const HEADING_ROOM = 1_000;

/** Each question of a message with as much room as the others, its heading with what is always shown. */
function sectionsOf(parts: readonly ReplyPart[]): readonly Section[] {
  const room = Math.floor(LIMITS.blocks / parts.length) - HEADING_ROOM;
  return parts.map(({ question, reply }) => {
    const [first, ...groups] = partsOf(reply, room);
    const words = oneLine(question ?? '', SHOWN.question);
    if (words === '') return [first, ...groups];
    const heading = richText([{ type: 'rich_text_section', elements: [textElement(words, true)] }]);
    const under = (text: string) => `${escaped(words)}\n${text}`;
    const { blocks, text, plain } = first;
    return [{ blocks: [heading, ...blocks], text: under(text), plain: under(plain) }, ...groups];
  });
}

/** The first text, and those after it as long as Slack advises to send so much. */
function asMuchAsAdvised(texts: readonly string[]): string {
  return texts.reduce((text, next) => {
    const longer = `${text}\n\n${next}`;
    return longer.length <= LIMITS.advisedText ? longer : text;
  });
}

/** What is always shown, then groups: where one of a group does not fit, none after it in the group is shown. */
type Section = readonly [Part, ...(readonly Part[])[]];

/** `room`: for what is always shown, as JSON. */
function partsOf(reply: SingleReply, room: number): Section {
  switch (reply.kind) {
    case 'answer': {
      const { differing, same } = besidesOf(reply.answer);
      return [
        answerPart(reply.answer.quotes[0], room),
        noted(reply.notes),
        differing === null ? [] : [said(differing.sentence), quotePart(differing.quote, null)],
        headed(ALSO_HEADING, same),
      ];
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
function answerPart(quote: Quote, room: number): Part {
  const unlinked = { ...quote, citation: { ...quote.citation, link: null } };
  const forms = [quote, unlinked, { ...unlinked, emphasis: [] }];
  const sources = [quote, unlinked].map((form) =>
    withSource(section(TOO_LONG_TO_SHOW), TOO_LONG_TO_SHOW, form),
  );
  const parts = [...forms.map((form) => quotePart(form, null)), ...sources];
  return parts.find((part) => fitsAlone(part, room)) ?? said(TOO_LONG_TO_SHOW);
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
  const line = sourceLine(quote);
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

function section(text: string): RichTextSection {
  return { type: 'rich_text_section', elements: [textElement(text, false)] };
}

function richText(elements: RichTextBlockElement[]): KnownBlock {
  return { type: 'rich_text', elements };
}

function fitsAlone({ blocks, plain }: Part, room: number): boolean {
  return fits(blocks) && JSON.stringify(blocks).length <= room && plain.length <= LIMITS.text;
}

function fits(blocks: readonly KnownBlock[]): boolean {
  return blocks.length <= LIMITS.blockCount && JSON.stringify(blocks).length <= LIMITS.blocks;
}
