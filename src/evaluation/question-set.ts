import type { Quote, Span, Story } from '../knowledge/index.ts';

/** Where the answer to a question stands, or what a quotation that answers it looks like. */
export type Gold =
  | {
      readonly kind: 'sentences';
      /** Slug of the article's story. */
      readonly story: string;
      readonly article: string;
      /** UTF-16 code units into the article's body. */
      readonly paragraph: Span;
      /** Sentences that answer, as whoever marked them divided them. */
      readonly sentences: readonly Span[];
    }
  | {
      readonly kind: 'pattern';
      readonly expect: RegExp;
      /** What the article's id must match; `null` for any. */
      readonly article: RegExp | null;
    };

/** A question whose answer is known. */
export interface SetQuestion {
  readonly id: string;
  readonly text: string;
  /** Slug of the one story that it is asked about; `null` for all. */
  readonly story: string | null;
  /** `null` for a question that the articles do not answer. */
  readonly gold: Gold | null;
}

/** Articles, and questions about them. */
export interface QuestionSet {
  readonly name: string;
  readonly stories: readonly Story[];
  readonly questions: readonly SetQuestion[];
}

/** A question set that cannot be read. The message is one sentence: what is wrong and what to do. */
export class QuestionSetError extends Error {
  override readonly name = 'QuestionSetError';
  readonly code = 'bad-set';
}

/** Sentences may be divided differently: this much of the shorter of two has to be common. */
const COMMON = 0.5;

/**
 * Whether a quotation answers: it lies in the paragraph that does and overlaps a sentence that does by at
 * least half of the shorter of the two, or looks as it should.
 *
 * @param quote what was found
 * @param gold what should have been
 */
export function isRight(quote: Quote, gold: Gold): boolean {
  if (gold.kind === 'pattern') {
    return gold.expect.test(quote.text) && (gold.article?.test(quote.citation.article) ?? true);
  }
  return (
    isInParagraph(quote, gold) === true &&
    gold.sentences.some((sentence) => common(quote, sentence) >= COMMON)
  );
}

/** Whether a quotation lies in the paragraph that answers; `null` where that is not known. */
export function isInParagraph({ start, end, citation }: Quote, gold: Gold): boolean | null {
  if (gold.kind === 'pattern') return null;
  const same = citation.story === gold.story && citation.article === gold.article;
  return same && start >= gold.paragraph.start && end <= gold.paragraph.end;
}

/** The common part of two stretches, as a share of the shorter one. */
function common(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return Math.max(0, shared) / Math.max(1, Math.min(a.end - a.start, b.end - b.start));
}
