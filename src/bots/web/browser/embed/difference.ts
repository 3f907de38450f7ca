import type { AnsweredJson, CitationJson, QuoteJson } from './answer-json.ts';
import { dayText, momentText } from './source.ts';

const UNKNOWN = 'which of them is the later is not known';

/**
 * The source that differs from the first, and how. A test holds the words to those of every other bot.
 *
 * @param answer an answer
 * @returns the quote that differs and the fixed sentence that says so; `null` where none does
 */
export function differenceOf({
  quotes,
  difference,
}: AnsweredJson): { readonly sentence: string; readonly quote: QuoteJson } | null {
  const quote = quotes[difference?.between.find((index) => index > 0) ?? 0];
  if (difference === null || quote === undefined || quote === quotes[0]) return null;
  const [earlier, later] = difference.between.map((index) => quotes[index]?.citation);
  const sentence =
    difference.kind === 'numbers'
      ? numbersSentence(difference.ordered, earlier, later)
      : stepsSentence(difference.ordered, quote === quotes[difference.between[1]], earlier, later);
  return { sentence, quote };
}

function numbersSentence(ordered: boolean, earlier?: CitationJson, later?: CitationJson): string {
  const order = ordered ? `the report of ${dateOf(later, earlier)} is the later` : UNKNOWN;
  return `These sources give different numbers; ${order}.`;
}

function stepsSentence(
  ordered: boolean,
  goesOn: boolean,
  earlier?: CitationJson,
  later?: CitationJson,
): string {
  if (!ordered) {
    return `One of these sources tells as still to come what the other tells as done; ${UNKNOWN}.`;
  }
  return goesOn
    ? `A later report, of ${dateOf(later, earlier)}, tells what came of it.`
    : `An earlier report, of ${dateOf(earlier, later)}, tells what was expected then.`;
}

/** With the time of day where both are of one day. */
function dateOf(citation: CitationJson | undefined, other: CitationJson | undefined): string {
  const [date, another] = [citation, other].map((each) => each?.updated ?? each?.published ?? null);
  if (date == null) return '';
  const day = dayText(date) ?? '';
  return another != null && dayText(another) === day ? momentText(date) : day;
}
