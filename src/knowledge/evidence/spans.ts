import type { Span } from '../answer.ts';

/**
 * Every place where a pattern matches.
 *
 * @param text any text
 * @param pattern with the flag `g`
 * @returns spans in order; offsets are UTF-16 code units
 */
export function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The spans that share nothing with any of the others. */
export function apartFrom(spans: readonly Span[], others: readonly Span[]): Span[] {
  return spans.filter((span) => !others.some((other) => span.start < other.end && other.start < span.end));
}
