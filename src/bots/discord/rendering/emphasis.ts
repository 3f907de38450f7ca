import type { Quote, Span } from '../../../knowledge/index.ts';
import { wellFormed } from '../../text.ts';
import { escaped } from './markdown.ts';

/**
 * Discord ends a line at each of these (simple-markdown makes a line feed of a carriage return before it reads), and
 * with it a block quote: what follows would stand there as words of ours.
 */
export const LINE_ENDS = /\r\n?|[\n\u2028\u2029]/g;

/**
 * Writes a quotation as Markdown in a block quote, the emphasised words bold.
 *
 * @param quote what is quoted
 * @returns lines that each begin with `> `; a reader sees the text, letter for letter
 */
export function blockQuote(quote: Pick<Quote, 'text' | 'emphasis'>): string {
  return `> ${emphasised(quote).replace(LINE_ENDS, '\n> ')}`;
}

function emphasised({ text, emphasis }: Pick<Quote, 'text' | 'emphasis'>): string {
  const sound = wellFormed(text);
  const spans = joined(emphasis, sound);
  let at = 0;
  let written = '';
  for (const { start, end } of spans) {
    written += escaped(sound.slice(at, start)) + bold(sound.slice(start, end));
    at = end;
  }
  return written + escaped(sound.slice(at));
}

/** Bold does not reach over the end of a line, and white space at its edges is left out of it. */
function bold(text: string): string {
  return text.replace(/\S(?:.*\S)?/g, (words) => `**${escaped(words)}**`);
}

/** The spans in order, inside the text, those that touch joined: between two bold stretches `****` is no mark. */
function joined(spans: readonly Span[], text: string): Span[] {
  const found: Span[] = [];
  for (const span of spans.map((each) => inside(each, text)).sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (span.end <= span.start) continue;
    if (last && span.start <= last.end) {
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else found.push(span);
  }
  return found;
}

/** A span that lies within the text and parts no surrogate pair. */
function inside({ start, end }: Span, text: string): Span {
  const place = (offset: number) => {
    const within = Math.max(0, Math.min(Math.trunc(offset) || 0, text.length));
    return /[\uDC00-\uDFFF]/.test(text.charAt(within)) ? within - 1 : within;
  };
  return { start: place(start), end: place(end) };
}
