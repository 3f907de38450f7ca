/** Numbers as a reader would mark them: whole, with the words that belong to them, and none that only names. */
import type { Span } from '../answer.ts';
import { datesIn, durationsIn, moneyIn, numbersIn, scoresIn, sharesIn } from './numbers.ts';
import { apartFrom, spansOf } from './spans.ts';

const NONE = /\b(?:none|no[ -]one|nobody|zero)\b/gi;
const ONE =
  /\b(?:one|a single|only one|just one)\b(?= (?:of|person|man|woman|child|worker|vote|member|other)\b)/gi;
/** What a number after it names, and does not count: "Section 11", "No. 4". */
const LABEL =
  /\b(?:Sections?|Articles?|Routes?|Flights?|Numbers?|Nos?\.|Chapters?|Titles?|Highways?|Interstate|Rooms?|Gates?|Channels?|Locals?|Districts?|Wards?|Phase|Propositions?|Measures?|Resolutions?|Ordinances?|Apartment|Pier|Platform|Terminal|Unit|Line|Bus|Page|Group of) $/;
const LENGTH =
  'miles?|kilomet(?:er|re)s?|met(?:er|re)s?|feet|foot|inches|inch|yards?|acres?|hectares?|square (?:miles|feet|met(?:er|re)s|kilomet(?:er|re)s)|tons?|tonnes?|pounds?|kilograms?|degrees?|mph|km2?|m2?|ft|mi|sq (?:mi|km|ft)|kg|lbs?|gallons?|lit(?:er|re)s?|megawatts?|knots';
const MEASURED = new RegExp(String.raw`^[ -](?:${LENGTH})\b(?: (?:per|an) hour\b)?`, 'i');
const ORDINAL =
  /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|\d+(?:st|nd|rd|th))\b/gi;

/**
 * Counts of a sentence: figures and words, "two thirds", "a dozen", "no one". Sums of money, dates, times
 * and numbers that name something are none.
 *
 * @param text a sentence
 * @returns spans in order, not overlapping; with a unit of measure where there is one
 */
export function countsIn(text: string): Span[] {
  const found = [
    ...numbersIn(text),
    ...scoresIn(text),
    ...fractionsIn(text),
    ...spansOf(text, NONE),
    ...spansOf(text, ONE),
  ];
  const apart = apartFrom(joined(found), [...moneyIn(text), ...datesIn(text)]);
  return apart
    .filter((span) => !names(text, span) && !converts(text, span))
    .map((span) => withUnit(text, span));
}

/** Shares of a sentence, with "per cent" and "percentage points" as part of them; ratios are not among them. */
export function portionsIn(text: string): Span[] {
  return sharesIn(text).filter(({ start, end }) => {
    const words = text.slice(start, end);
    return !/^\d+ ?(?:-|–|to) ?\d+$/.test(words) && !/^(?:most|all|none) of$/i.test(words);
  });
}

/** "first", "third", "21st". */
export function ordinalsIn(text: string): Span[] {
  return spansOf(text, ORDINAL);
}

/** Those that say neither how long something took nor what share it was. */
export function withoutTimesAndShares(text: string, spans: readonly Span[]): Span[] {
  const percents = spansOf(text, /\d ?(?:%|per ?cent\b|percentage points?)/gi);
  return apartFrom(spans, [...durationsIn(text), ...percents]);
}

function fractionsIn(text: string): Span[] {
  return spansOf(
    text,
    /\b(?:(?:about|nearly|almost|more than|less than|over|under|roughly|only) )?(?:(?:a|one|two|three|four)[- ](?:half|thirds?|quarters?|fifths?)|half)\b(?= (?:of|the|a|an|its|their|were|was|said|voted|came)\b|[.,;])/gi,
  );
}

/** Overlapping spans in one. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && span.start < last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else result.push(span);
  }
  return result;
}

/** A number that is part of a word ("4GL"), of a time ("6:30") or of a name ("Section 11"). */
function names(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  const after = text.slice(end, end + 3);
  return (
    /[\p{L}:/]-?$/u.test(before) ||
    /^(?:\p{L}|:\d|\/)/u.test(after) ||
    LABEL.test(before) ||
    /\[$/.test(before)
  );
}

/** "12 miles (19 km)": the same again in other units. */
function converts(text: string, { start, end }: Span): boolean {
  return text[start - 1] === '(' && MEASURED.test(text.slice(end));
}

function withUnit(text: string, { start, end }: Span): Span {
  return { start, end: end + (MEASURED.exec(text.slice(end))?.[0].length ?? 0) };
}
