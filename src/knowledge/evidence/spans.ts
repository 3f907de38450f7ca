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

/** The spans, in order, that share nothing with any of the others, in any order. Linear, but for sorting. */
export function apartFrom(spans: readonly Span[], others: readonly Span[]): Span[] {
  const sorted = [...others].sort((a, b) => a.start - b.start);
  const reach: number[] = [];
  for (const { end } of sorted) reach.push(Math.max(end, reach.at(-1) ?? 0));
  let before = 0;
  return spans.filter((span) => {
    while (before < sorted.length && (sorted[before]?.start ?? 0) < span.end) before += 1;
    return (reach[before - 1] ?? 0) <= span.start;
  });
}
