/** Dates as a reader would mark them: weekday, day, month and year together, without "in" and "on". */
import type { Span } from '../answer.ts';
import { datesIn } from './numbers.ts';

/** Between the parts of one date: "Monday, Nov. 29", "Nov. 29, 2021, a Monday", "6 p.m. on Monday". */
const WITHIN = /^(?:,? (?:a |on |at |the |of |in )?|,)$/;
/** From one date to another: "1914–1918", "March 3 to March 5". */
const RANGE = /^(?: ?[–-] ?| (?:to|until|through) )$/;
const LEADING = /^(?:in|on|of|from|during|at)-? (?=\S)/i;
const CLOCK = /\d ?(?:[ap]\.m\.|[ap]m\b)|\b(?:noon|midnight)\b/i;
const YEAR = /\b(?:1[0-9]|20)\d\d\b/;

/**
 * @param text a sentence
 * @returns its dates, each whole, in order
 */
export function momentsIn(text: string): Span[] {
  const whole: Span[] = [];
  for (const span of datesIn(text)) {
    const last = whole.at(-1);
    if (last && joins(text, last, span)) whole[whole.length - 1] = { start: last.start, end: span.end };
    else whole.push(span);
  }
  return whole.map(({ start, end }) => ({
    start: start + (LEADING.exec(text.slice(start, end))?.[0].length ?? 0),
    end,
  }));
}

/** "2014, 2016" are two. */
function joins(text: string, last: Span, next: Span): boolean {
  const between = text.slice(last.end, next.start);
  if (RANGE.test(between)) return true;
  if (!WITHIN.test(between)) return false;
  const [before, after] = [text.slice(last.start, last.end), text.slice(next.start, next.end)];
  return !(YEAR.test(before) && YEAR.test(after));
}

/**
 * Keeps what a question asks of a date: "what year" asks for a year, "what time" for the time of day.
 *
 * @param question the question, in any case
 * @param text the sentence
 * @param moments its dates
 * @returns spans within those
 */
export function asAsked(question: string, text: string, moments: readonly Span[]): Span[] {
  if (/\b(?:what|which) year\b/i.test(question)) {
    return moments.flatMap(({ start, end }) => {
      const year = YEAR.exec(text.slice(start, end));
      return year ? [{ start: start + year.index, end: start + year.index + 4 }] : [];
    });
  }
  if (/\bwhat time\b|\bwhat hour\b/i.test(question)) {
    const timed = moments.filter(({ start, end }) => CLOCK.test(text.slice(start, end)));
    return timed.length > 0 ? timed : [];
  }
  return [...moments];
}
