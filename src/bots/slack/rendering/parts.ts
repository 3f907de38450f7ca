import type { KnownBlock, RichTextBlockElement, RichTextSection } from '@slack/types';
import type { Quote } from '../../../knowledge/index.ts';
import { SUGGESTIONS_HEADING, TOO_LONG_TO_SHOW } from '../../reply.ts';
import { sourceLine } from '../../source-line.ts';
import { oneLine, wellFormed } from '../../text.ts';
import { LIMITS, SHOWN } from '../limits.ts';
import { emphasised, textElement } from './emphasis.ts';
import { sourceContext, sourceText, webAddress } from './source-context.ts';
import { escaped } from './text.ts';

/** A part of a message, which is shown whole or not at all. In both texts `&`, `<` and `>` are escaped. */
export interface Part {
  /** Block Kit. */
  readonly blocks: readonly KnownBlock[];
  /** Goes beside the blocks, for notifications and screen readers. */
  readonly text: string;
  /** Goes instead of them where Slack refuses them, with `mrkdwn: false`. It has the links too. */
  readonly plain: string;
}

/** The quote that answers, in the fullest form that fits; without it, at least where it can be read. */
export function answerPart(quote: Quote, room: number, withContext: boolean): Part {
  const unlinked = { ...quote, citation: { ...quote.citation, link: null } };
  const forms = [quote, unlinked, { ...unlinked, emphasis: [] }];
  const sources = [quote, unlinked].map((form) =>
    withSource([section(TOO_LONG_TO_SHOW)], TOO_LONG_TO_SHOW, form),
  );
  const parts = [
    ...(withContext ? [inContext(quote)] : []),
    ...forms.map((form) => quotePart(form, null)),
    ...sources,
  ];
  return parts.find((part) => fitsAlone(part, room)) ?? said(TOO_LONG_TO_SHOW);
}

/** Quotes under a heading, which belongs to the first of them. */
export function headed(heading: string, quotes: readonly Quote[]): Part[] {
  return quotes.map((quote, index) => quotePart(quote, index === 0 ? heading : null));
}

/** Only where sources stand, without what they say. */
export function sourcesOnly(heading: string, quotes: readonly Quote[]): Part[] {
  return quotes.flatMap((quote, index) => {
    const line = sourceLine(quote);
    const context = sourceContext(line, index === 0 ? heading : null);
    const words = [index === 0 ? heading : '', sourceText(line)].filter((piece) => piece !== '').join(' ');
    return context === null ? [] : [partOf([context], words, line.link)];
  });
}

/** Words that an article no longer says, as many of them as fit. */
export function struckPart(texts: readonly string[], sentence: string): Part {
  const said = texts.filter((text) => text !== '');
  const parts = [...said, ''].map((_, left) => struck(said.slice(0, said.length - left), sentence));
  return parts.find((part) => fitsAlone(part, LIMITS.blocks)) ?? struck([], sentence);
}

function struck(texts: readonly string[], sentence: string): Part {
  const quotes = texts.map(
    (text): RichTextBlockElement => ({
      type: 'rich_text_quote',
      elements: [{ type: 'text', text: wellFormed(text), style: { strike: true } }],
    }),
  );
  const blocks = [...(quotes.length > 0 ? [richText(quotes)] : []), ...said(sentence).blocks];
  // The sentence first: who only hears it shall not take the words for true.
  return partOf(blocks, [sentence, ...texts.map(unbroken)].join('\n'), null);
}

/** @returns a quote over its source */
export function quotePart(quote: Quote, heading: string | null): Part {
  const elements: RichTextBlockElement[] = heading === null ? [] : [section(heading)];
  const pieces = emphasised(quote);
  if (pieces.length > 0) elements.push({ type: 'rich_text_quote', elements: pieces });
  const words = unbroken(quote.text);
  const text = heading === null ? words : `${heading}\n${words}`;
  return withSource(elements, text, quote);
}

/** The sentence with the one before and the one after, each on a line of its own. */
function inContext(quote: Quote): Part {
  const { before, after, text } = quote;
  const elements = [
    ...(before === '' ? [] : [textElement(`${wellFormed(before)}\n`, false)]),
    ...emphasised(quote),
    ...(after === '' ? [] : [textElement(`\n${wellFormed(after)}`, false)]),
  ];
  const words = [before, text, after].map(unbroken).filter((sentence) => sentence !== '');
  // What stands around a sentence is one article's own: copies of the sentence elsewhere have other neighbours.
  return withSource([{ type: 'rich_text_quote', elements }], words.join('\n'), { ...quote, also: [] });
}

/** Without blocks the line after a quotation is its source: what is quoted has no line that could pass for one. */
function unbroken(words: string): string {
  return words.replace(/[\n\v\f\r\u0085\u2028\u2029]/g, ' ');
}

/** @returns the same sentence as each of the other articles has it */
export function copiesOf(quote: Quote): readonly Quote[] {
  return quote.also.map((citation) => ({ ...quote, citation, also: [], newest: false }));
}

function withSource(elements: RichTextBlockElement[], words: string, quote: Quote): Part {
  const line = sourceLine(quote);
  const context = sourceContext(line, null);
  const from = sourceText(line);
  const blocks = [richText(elements), ...(context === null ? [] : [context])];
  return partOf(blocks, from === '' ? words : `${words}\n— ${from}`, line.link);
}

function partOf(blocks: readonly KnownBlock[], words: string, link: string | null): Part {
  const text = escaped(wellFormed(words));
  const address = link === null ? null : webAddress(link);
  return { blocks, text, plain: address === null ? text : `${text}\n${escaped(address)}` };
}

/** A sentence of ours. */
export function said(sentence: string): Part {
  return partOf([richText([section(sentence)])], sentence, null);
}

/** In small letters, as the source under a quote; plain text, so that a story's title stays as it is. */
export function noted(notes: readonly string[]): Part[] {
  return notes.flatMap((note) => {
    const words = oneLine(note, SHOWN.note);
    const elements = [{ type: 'plain_text', text: words, emoji: false } as const];
    return words === '' ? [] : [partOf([{ type: 'context', elements }], words, null)];
  });
}

/** Questions that could be asked instead, as a list. */
export function suggested(questions: readonly string[]): Part[] {
  const sound = questions
    .map((question) => oneLine(question, SHOWN.suggestion))
    .filter((question) => question !== '');
  if (sound.length === 0) return [];
  const list: RichTextBlockElement = {
    type: 'rich_text_list',
    style: 'bullet',
    elements: sound.map(section),
  };
  const words = [SUGGESTIONS_HEADING, ...sound.map((question) => `• ${question}`)].join('\n');
  return [partOf([richText([section(SUGGESTIONS_HEADING), list])], words, null)];
}

/** @returns a heading in bold, above what stands in a part */
export function under(heading: string, { blocks, text, plain }: Part): Part {
  const title = richText([{ type: 'rich_text_section', elements: [textElement(heading, true)] }]);
  const below = (words: string) => `${escaped(heading)}\n${words}`;
  return { blocks: [title, ...blocks], text: below(text), plain: below(plain) };
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

/** @returns whether Slack takes these blocks together, without what is kept for others, as JSON */
export function fits(blocks: readonly KnownBlock[], kept: readonly KnownBlock[] = []): boolean {
  const all = [...blocks, ...kept];
  return all.length <= LIMITS.blockCount && JSON.stringify(all).length <= LIMITS.blocks;
}
