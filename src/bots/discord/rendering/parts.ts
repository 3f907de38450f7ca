import type { Quote } from '../../../knowledge/index.ts';
import { besidesOf } from '../../besides.ts';
import type { Opened } from '../../buttons.ts';
import {
  ALSO_HEADING,
  NEAREST_HEADING,
  type SingleReply,
  SUGGESTIONS_HEADING,
  TOO_LONG_TO_SHOW,
} from '../../reply.ts';
import { type SourceLine, sourceLine } from '../../source-line.ts';
import { isolated, oneLine, wellFormed } from '../../text.ts';
import { LIMITS, SHOWN } from '../limits.ts';
import { blockQuote, LINE_ENDS } from './emphasis.ts';
import { escaped, linked, webAddress } from './markdown.ts';
import { SAID } from './messages.ts';
import { ago } from './timestamp.ts';

/** What is shown for one question: parts of Markdown, each of which is shown whole or not at all. */
export interface Parts {
  /** What is always shown, in forms of which the fullest that fits is taken. The last one always fits. */
  readonly first: readonly [string, ...string[]];
  /** What follows, as far as it fits. */
  readonly more: readonly string[];
  /** Questions under a heading of their own, as many as fit. */
  readonly suggestions: readonly string[];
  /** What stands at the end, as far as it fits. */
  readonly last: readonly string[];
}

/** Stands in the place of a quotation that does not fit. */
export const tooLong = TOO_LONG_TO_SHOW;
/** Carries the link of a headline that cannot. */
const LINK_TEXT = 'read it at the source';

/**
 * @param reply what to show for one question
 * @param part its index in the message
 * @param opened what is opened in the message; left out for a message without buttons, which shows all
 * @returns its parts
 */
export function partsOf(reply: SingleReply, part: number, opened?: Opened): Parts {
  switch (reply.kind) {
    case 'answer': {
      const { differing, same } = besidesOf(reply.answer);
      const differs = differing === null ? [] : [escaped(differing.sentence), shownQuote(differing.quote)];
      const [quote] = reply.answer.quotes;
      const inContext = opened?.has(`context${part}`) === true;
      // What stands around a sentence is one article's own: copies of it elsewhere have other neighbours.
      const copies = inContext ? copiesOf(quote).map(sourceOnly) : [];
      const isOpen = opened === undefined || opened.has(`sources${part}`);
      const also = isOpen ? headed(ALSO_HEADING, same) : same.map(sourceOnly);
      return {
        first: formsOf(quote, inContext),
        more: [...copies, ...noted(reply.notes), ...differs, ...also],
        suggestions: [],
        last: [],
      };
    }
    case 'unanswered':
      return {
        first: [escaped(reply.sentence)],
        more: [...noted(reply.notes), ...headed(NEAREST_HEADING, reply.nearest)],
        suggestions: listed(reply.suggestions),
        last: noted(opened?.has('told') ? [SAID.told] : []),
      };
    case 'gone':
      return {
        first: [[...reply.texts.map(struck), escaped(reply.sentence)].join('\n'), escaped(reply.sentence)],
        more: [],
        suggestions: [],
        last: [],
      };
    case 'notice':
      return { first: [escaped(reply.sentence)], more: [], suggestions: listed(reply.suggestions), last: [] };
  }
}

/** @returns questions under their heading: all of them, all but the last, …; of which the first that fits is shown */
export function withSuggestions(questions: readonly string[]): readonly string[] {
  return questions.map((_, left) =>
    [SUGGESTIONS_HEADING, ...questions.slice(0, questions.length - left)].join('\n'),
  );
}

/** The quote that answers, from its fullest form to at least where it can be read. */
function formsOf(quote: Quote, withContext: boolean): readonly [string, ...string[]] {
  const unlinked = { ...quote, citation: { ...quote.citation, link: null } };
  const plain = shownQuote(quote);
  return [
    withContext ? inContext(quote) : plain,
    plain,
    shownQuote(unlinked),
    shownQuote({ ...unlinked, emphasis: [] }),
    withSource(TOO_LONG_TO_SHOW, quote),
    withSource(TOO_LONG_TO_SHOW, unlinked),
  ];
}

/** The sentence with the one before and the one after, each on a line of its own. */
function inContext(quote: Quote): string {
  const beside = (text: string) => (text === '' ? [] : [blockQuote({ text, emphasis: [] })]);
  const lines = [...beside(quote.before), blockQuote(quote), ...beside(quote.after)];
  return withSource(lines.join('\n'), { ...quote, also: [] });
}

/** The same sentence as each of the other articles has it. */
function copiesOf(quote: Quote): readonly Quote[] {
  return quote.also.map((citation) => ({ ...quote, citation, also: [], newest: false }));
}

/** Words that an article no longer says, each line by itself: a stroke does not reach over its end. */
function struck(text: string): string {
  const lines = wellFormed(text).split(LINE_ENDS);
  return lines.map((line) => (line.trim() === '' ? '> ' : `> ~~${escaped(line.trim())}~~`)).join('\n');
}

/** Quotes under a heading, which belongs to the first of them. */
function headed(heading: string, quotes: readonly Quote[]): string[] {
  return quotes.map(shownQuote).map((text, index) => (index === 0 ? `${heading}\n${text}` : text));
}

/** Only where a source stands, without what it says. */
function sourceOnly(quote: Quote, index: number): string {
  const source = sourceText(sourceLine(quote));
  return `-# ${[index === 0 ? ALSO_HEADING : '', source].filter((piece) => piece !== '').join(' ')}`;
}

/** In small letters, as the source under a quote. */
function noted(notes: readonly string[]): string[] {
  return notes
    .map((note) => oneLine(note, SHOWN.note))
    .filter((note) => note !== '')
    .map((note) => `-# ${escaped(note)}`);
}

function listed(questions: readonly string[]): string[] {
  return questions
    .map((question) => oneLine(question, LIMITS.content))
    .filter((question) => question !== '')
    .map((question) => `- ${escaped(question)}`);
}

function shownQuote(quote: Quote): string {
  return withSource(blockQuote(quote), quote);
}

function withSource(text: string, quote: Quote): string {
  const { updated, published } = quote.citation;
  const source = sourceText(sourceLine(quote));
  const age = ago(updated ?? published);
  return source === '' ? text : `${text}\n-# ${source}${age === null ? '' : ` · ${age}`}`;
}

function sourceText({ speaker, outlet, headline, link, published, updated }: SourceLine): string {
  const name = (text: string | null) => escaped(isolated(oneLine(text ?? '', SHOWN.name)));
  return [name(speaker), name(outlet), headlineText(headline, link), name(published), name(updated)]
    .filter((part) => part !== '')
    .join(' · ');
}

function headlineText(headline: string, link: string | null): string {
  const text = oneLine(headline, SHOWN.headline);
  const address = link === null ? null : webAddress(link, SHOWN.link);
  return address === null ? escaped(isolated(text)) : linked(text, address, LINK_TEXT);
}
