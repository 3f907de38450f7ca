import type { Citation, Quote, Relation, Span } from './answer.ts';
import type { Sentence } from './article.ts';
import { type Corpus, textOf } from './corpus.ts';
import { withTextFragment } from './text-fragment.ts';

/** What a quote is besides its sentence, where it stands in an answer. */
interface Standing {
  /** The words that answer, relative to the sentence. */
  readonly spans?: readonly Span[];
  /** Indexes of nearly the same sentence in other articles. */
  readonly copies?: readonly number[];
  readonly relation?: Relation | null;
  readonly newest?: boolean;
}

/**
 * Makes the quote of a sentence.
 *
 * @param corpus the library that the sentence stands in
 * @param index the sentence's index there
 * @param standing how it stands in an answer; without it, as what is only near
 * @returns the quote; its text is the very slice of the article's body
 */
export function quoteOf(
  corpus: Corpus,
  index: number,
  { spans = [], copies = [], relation = null, newest = false }: Standing = {},
): Quote {
  const sentence = sentenceAt(corpus, index);
  const text = textOf(sentence);
  return {
    text,
    emphasis: tidy(spans, text),
    before: contextOf(corpus.sentences[index - 1], sentence),
    after: contextOf(corpus.sentences[index + 1], sentence),
    citation: citationOf(sentence),
    start: sentence.start,
    end: sentence.end,
    also: copies.map((copy) => citationOf(sentenceAt(corpus, copy))),
    relation,
    newest,
  };
}

function sentenceAt(corpus: Corpus, index: number): Sentence {
  const sentence = corpus.sentences[index];
  if (!sentence) throw new RangeError(`there is no sentence ${index}`);
  return sentence;
}

function citationOf(sentence: Sentence): Citation {
  const { article } = sentence;
  return {
    article: article.id,
    story: article.story,
    outlet: article.outlet,
    kind: article.kind,
    headline: article.headline,
    published: article.published,
    updated: article.updated,
    speaker: sentence.speaker,
    turn: sentence.turn,
    caption: sentence.caption,
    url: article.url,
    link: article.url === null ? null : withTextFragment(article.url, textOf(sentence)),
  };
}

function contextOf(neighbour: Sentence | undefined, sentence: Sentence): string {
  const together = neighbour?.article === sentence.article && neighbour.caption === sentence.caption;
  return together ? textOf(neighbour) : '';
}

/** Emphasis on more than this share of a sentence emphasises nothing. */
const MOST = 0.6;

/** What belongs to the letter or the figure before it: an accent of its own, a mark that shows a figure as a key. */
const OF_LETTER_BEFORE = /^[\p{M}\u200D]/u;

/** In order, within the text, whole letters, without overlap and without white space at the edges. */
function tidy(spans: readonly Span[], text: string): Span[] {
  const tidied: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const piece = text.slice(span.start, span.end);
    const start = span.start + piece.length - piece.trimStart().length;
    const end = span.end - (piece.length - piece.trimEnd().length);
    const isWhole = ![start, end].some((at) => OF_LETTER_BEFORE.test(text.slice(at, at + 2)));
    if (end > start && isWhole && start >= (tidied.at(-1)?.end ?? 0)) tidied.push({ start, end });
  }
  const emphasised = tidied.reduce((total, { start, end }) => total + end - start, 0);
  return emphasised > text.length * MOST ? [] : tidied;
}
