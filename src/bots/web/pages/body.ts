import { type Html, html } from '../../../html.ts';
import type { Article, Span } from '../../../knowledge/index.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';

/** Longest passage that is marked, in UTF-16 code units: a sentence has some 120, a long quotation a few hundred. */
const LONGEST = 5_000;

/**
 * Reads which passage of a body an address names.
 *
 * @param at `START-END` in UTF-16 code units, end exclusive, or nothing
 * @param body what it is a slice of
 * @returns the passage; `null` for what is none, such as one that would cut a character in two
 */
export function readPassage(at: string | undefined, body: string): Span | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '');
  const [start, end] = [Number(match?.[1]), Number(match?.[2])];
  const isWithin = match !== null && start < end && end <= body.length && end - start <= LONGEST;
  return isWithin && !cutsCharacter(body, start) && !cutsCharacter(body, end) ? { start, end } : null;
}

/** Half a surrogate pair is no text, and would be shown as a replacement character. */
function cutsCharacter(body: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(body.slice(at - 1, at + 1));
}

/**
 * An article's body, letter for letter, with a passage marked. The first mark is what `#quote` scrolls to.
 *
 * @param article the article
 * @param passage what is marked; it may run over paragraphs
 * @returns a `<p>` for each paragraph
 */
export function bodyHtml({ body, kind }: Pick<Article, 'body' | 'kind'>, passage: Span | null): Html {
  const paragraphs = paragraphsOf({ body, kind });
  const first = paragraphs
    .flatMap(partsOf)
    .map((part) => markedIn(body, part, passage))
    .find((marked) => marked !== null);
  const textHtml = (part: Span): Html => {
    const marked = markedIn(body, part, passage);
    if (marked === null) return html`${body.slice(part.start, part.end)}`;
    const { start, end } = marked;
    const inside = body.slice(start, end);
    const mark =
      start === first?.start ? html`<mark id="quote">${inside}</mark>` : html`<mark>${inside}</mark>`;
    return html`${body.slice(part.start, start)}${mark}${body.slice(end, part.end)}`;
  };
  return html`${paragraphs.map((paragraph) => paragraphHtml(paragraph, textHtml))}`;
}

function paragraphHtml(paragraph: Paragraph, textHtml: (part: Span) => Html): Html {
  const [label, words] = partsOf(paragraph);
  const { isCaption, turn } = paragraph;
  const text = html`${label.start < label.end ? html`<b>${textHtml(label)}</b>` : ''}${textHtml(words)}`;
  if (isCaption) return html`<p dir="auto" class="caption">${text}</p>\n`;
  return turn === null
    ? html`<p dir="auto">${text}</p>\n`
    : html`<p dir="auto" data-turn="${turn}">${text}</p>\n`;
}

function partsOf({ start, labelEnd, end }: Paragraph): readonly [Span, Span] {
  return [
    { start, end: labelEnd },
    { start: labelEnd, end },
  ];
}

/** Which of a part's words belong to the passage; blanks alone are not worth a mark. */
function markedIn(body: string, part: Span, passage: Span | null): Span | null {
  if (passage === null) return null;
  const start = Math.max(part.start, passage.start);
  const end = Math.min(part.end, passage.end);
  return start < end && /\S/.test(body.slice(start, end)) ? { start, end } : null;
}
