import type { APIContainerComponent } from 'discord.js';
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
import { type SourceLine, sourceLine } from '../source-line.ts';
import { blockQuote } from './emphasis.ts';
import { LIMITS, SHOWN } from './limits.ts';
import { escaped, linked, sourceName, webAddress } from './markdown.ts';

/** A reply, as a message of Discord's, in two forms. */
export interface DiscordMessage {
  /** Components V2 (https://discord.com/developers/docs/components/reference). */
  readonly components: readonly [APIContainerComponent];
  /** The same as `content`, for where Discord refuses the components. It holds less. */
  readonly content: string;
}

/** A message in the making: parts of Markdown, each of which is shown whole or not at all. */
interface Parts {
  /** What is always shown, in forms of which the fullest that fits is taken. The last one always fits. */
  readonly first: readonly [string, ...string[]];
  /** What follows, as far as it fits. */
  readonly more: readonly string[];
  /** Questions under a heading of their own, as many as fit. */
  readonly suggestions: readonly string[];
}

/** `ComponentType.Container` and `ComponentType.TextDisplay`: this file needs no SDK to run. */
const CONTAINER = 17;
const TEXT_DISPLAY = 10;

/** Stands between the parts of `content`. */
const GAP = '\n\n';

/** Carries the link of a headline that cannot. */
const LINK_TEXT = 'read it at the source';

/**
 * Turns a reply into a message. Holds every limit of {@link LIMITS} for every reply: what matters least is
 * left out, whole, and a quotation that does not fit gives way to {@link TOO_LONG_TO_SHOW}. None is cut.
 *
 * @param reply what to show
 * @returns the message
 */
export function renderReply(reply: Reply): DiscordMessage {
  const parts = reply.kind === 'several' ? sectionsOf(reply.parts) : [partsOf(reply)];
  // One of the components is the container.
  const texts = fitted(parts, LIMITS.componentText, 0, LIMITS.components - 1);
  const components = texts.map((content) => ({ type: TEXT_DISPLAY, content }) as const);
  return {
    components: [{ type: CONTAINER, components }],
    content: fitted(parts, LIMITS.content, GAP.length, Number.POSITIVE_INFINITY).join(GAP),
  };
}

/** As many parts as fit, the most important first. */
function fitted(sections: readonly Parts[], most: number, gap: number, pieces: number): string[] {
  const shown: string[][] = sections.map(() => []);
  // What is always shown of one question leaves as much room for the others.
  const share = (most + gap) / sections.length;
  let left = most + gap;
  const show = (section: number, text: string, room: number): boolean => {
    if (text.length + gap > Math.min(left, room) || shown.flat().length >= pieces) return false;
    left -= text.length + gap;
    shown[section]?.push(text);
    return true;
  };
  for (const [at, { first }] of sections.entries()) first.some((text) => show(at, text, share));
  for (const [at, { more }] of sections.entries()) more.every((text) => show(at, text, left));
  for (const [at, { suggestions }] of sections.entries()) {
    for (let count = suggestions.length; count > 0; count -= 1) {
      if (show(at, [SUGGESTIONS_HEADING, ...suggestions.slice(0, count)].join('\n'), left)) break;
    }
  }
  return shown.flat();
}

/** Each question of a message, its heading with what is always shown of its answer. */
function sectionsOf(parts: readonly ReplyPart[]): readonly Parts[] {
  return parts.map(({ question, reply }) => {
    const { first, ...rest } = partsOf(reply);
    const words = sourceName(question ?? '', SHOWN.question);
    const headed = (text: string) => (words === '' ? text : `**${escaped(words)}**\n${text}`);
    const [fullest, ...others] = first;
    const shortest = reply.kind === 'answer' ? [headed(TOO_LONG_TO_SHOW)] : [];
    return { ...rest, first: [headed(fullest), ...others.map(headed), ...shortest] };
  });
}

function partsOf(reply: SingleReply): Parts {
  switch (reply.kind) {
    case 'answer': {
      const { differing, same } = besidesOf(reply.answer);
      const differs = differing === null ? [] : [escaped(differing.sentence), shownQuote(differing.quote)];
      const more = [...noted(reply.notes), ...differs, ...headed(ALSO_HEADING, same)];
      return { first: formsOf(reply.answer.quotes[0]), more, suggestions: [] };
    }
    case 'unanswered':
      return {
        first: [escaped(reply.sentence)],
        more: [...noted(reply.notes), ...headed(NEAREST_HEADING, reply.nearest)],
        suggestions: listed(reply.suggestions),
      };
    case 'notice':
      return { first: [escaped(reply.sentence)], more: [], suggestions: listed(reply.suggestions) };
  }
}

/** The quote that answers, from its fullest form to at least where it can be read. */
function formsOf(quote: Quote): readonly [string, ...string[]] {
  const unlinked = { ...quote, citation: { ...quote.citation, link: null } };
  return [
    shownQuote(quote),
    shownQuote(unlinked),
    shownQuote({ ...unlinked, emphasis: [] }),
    withSource(TOO_LONG_TO_SHOW, quote),
    withSource(TOO_LONG_TO_SHOW, unlinked),
  ];
}

/** Quotes under a heading, which belongs to the first of them. */
function headed(heading: string, quotes: readonly Quote[]): string[] {
  return quotes.map(shownQuote).map((text, index) => (index === 0 ? `${heading}\n${text}` : text));
}

/** In small letters, as the source under a quote. */
function noted(notes: readonly string[]): string[] {
  return notes
    .map((note) => sourceName(note, SHOWN.note))
    .filter((note) => note !== '')
    .map((note) => `-# ${escaped(note)}`);
}

function listed(questions: readonly string[]): string[] {
  return questions
    .map((question) => sourceName(question, Number.POSITIVE_INFINITY))
    .filter((question) => question !== '')
    .map((question) => `- ${escaped(question)}`);
}

function shownQuote(quote: Quote): string {
  return withSource(blockQuote(quote), quote);
}

function withSource(text: string, quote: Quote): string {
  const source = sourceText(sourceLine(quote));
  return source === '' ? text : `${text}\n-# ${source}`;
}

function sourceText({ speaker, outlet, headline, link, published, updated }: SourceLine): string {
  const name = (text: string | null) => escaped(sourceName(text ?? '', SHOWN.name));
  return [name(speaker), name(outlet), headlineText(headline, link), name(published), name(updated)]
    .filter((part) => part !== '')
    .join(' · ');
}

function headlineText(headline: string, link: string | null): string {
  const text = sourceName(headline, SHOWN.headline);
  const address = link === null ? null : webAddress(link, SHOWN.link);
  return address === null ? escaped(text) : linked(text, address, LINK_TEXT);
}
