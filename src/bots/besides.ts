import type { Answered, Citation, Quote } from '../knowledge/index.ts';
import { ALSO_HEADING } from './reply.ts';
import { dayText, momentText } from './source-line.ts';

/** What stands under the first quote of an answer. */
export interface Besides {
  /** The source that differs from the first, and the sentence of ours that says so; `null` without one. */
  readonly differing: { readonly sentence: string; readonly quote: Quote } | null;
  /** Sources that say the same, to be shown under {@link ALSO_HEADING}. */
  readonly same: readonly Quote[];
}

const UNKNOWN = 'which of them is the later is not known';

/**
 * Sorts the quotes after the first by how they stand to it.
 *
 * @param answer an answer
 * @returns the one that differs, with a fixed sentence that says how, and those that say the same
 */
export function besidesOf({ quotes, difference }: Answered): Besides {
  const [first, ...others] = quotes;
  const differs = quotes[difference?.between.find((index) => index > 0) ?? 0];
  if (difference === null || differs === undefined || differs === first) {
    return { differing: null, same: others };
  }
  const [earlier, later] = difference.between.map((index) => quotes[index]?.citation);
  const sentence =
    difference.kind === 'numbers'
      ? numbersSentence(difference.ordered, earlier, later)
      : stepsSentence(difference.ordered, differs === quotes[difference.between[1]], earlier, later);
  return { differing: { sentence, quote: differs }, same: others.filter((quote) => quote !== differs) };
}

function numbersSentence(ordered: boolean, earlier?: Citation, later?: Citation): string {
  const order = ordered ? `the report of ${dateOf(later, earlier)} is the later` : UNKNOWN;
  return `These sources give different numbers; ${order}.`;
}

function stepsSentence(ordered: boolean, goesOn: boolean, earlier?: Citation, later?: Citation): string {
  if (!ordered) {
    return `One of these sources tells as still to come what the other tells as done; ${UNKNOWN}.`;
  }
  return goesOn
    ? `A later report, of ${dateOf(later, earlier)}, tells what came of it.`
    : `An earlier report, of ${dateOf(earlier, later)}, tells what was expected then.`;
}

/** "5 Mar 2024"; with the time of day where both are of one day. Both are known where their order is. */
function dateOf(citation: Citation | undefined, other: Citation | undefined): string {
  const [date, another] = [citation, other].map((each) => each?.updated ?? each?.published ?? null);
  if (date == null) return '';
  const day = dayText(date) ?? '';
  return another != null && dayText(another) === day ? momentText(date) : day;
}
