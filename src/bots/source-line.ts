import type { Citation, Quote } from '../knowledge/index.ts';
import { distinctNames } from './text.ts';

/** The parts of the line under a quote, in the order in which they are read; `null` where unknown. */
export interface SourceLine {
  /** Who says it, where the article is a transcript that names its speakers. */
  readonly speaker: string | null;
  /**
   * "AP"; "AP (digest)" where the words are our digest of its reporting; "NPR (turn 3)" where a transcript
   * names nobody; {@link NO_OUTLET}. All outlets that have the sentence: "The Post, Bay Radio and AP".
   */
  readonly outlet: string;
  /** `''` where nobody has stated one. */
  readonly headline: string;
  /** Address of the very sentence; the headline carries it. */
  readonly link: string | null;
  /** "29 Nov 2021"; "as of 29 Nov 2021, the newest" where it is the newest of several reports. */
  readonly published: string | null;
  /** "updated 30 Nov 2021", where the article was updated on a later day; with "the newest", as above. */
  readonly updated: string | null;
}

/** Stands in the place of an outlet that nobody has stated: a quotation without a source is told as one. */
const NO_OUTLET = 'outlet not stated';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * What stands under a quote.
 *
 * @param quote where it comes from, where else it stands, and whether its report is the newest
 * @returns its parts; a renderer joins them in its platform's form
 */
export function sourceLine({
  citation,
  also,
  newest,
}: Pick<Quote, 'citation' | 'also' | 'newest'>): SourceLine {
  const published = dayText(citation.published);
  const changed = dayText(citation.updated);
  const updated = changed !== null && changed !== published ? `updated ${changed}` : null;
  return {
    speaker: citation.speaker,
    outlet: listed(distinctNames([citation, ...also].map(outletOf))),
    headline: citation.headline ?? '',
    link: citation.link,
    published: newest && updated === null ? `as of ${published}, the newest` : published,
    updated: newest && updated !== null ? `${updated}, the newest` : updated,
  };
}

/** What is shown of outlets that have the same sentence, in UTF-16 code units: a line has to stay one. */
const OUTLETS = 110;

/** "The Post, Bay Radio and AP"; "The Post, Bay Radio and 12 others" where all would be too long. */
function listed([first = NO_OUTLET, ...others]: readonly string[]): string {
  const fitting = others.filter(
    (_, index) => [first, ...others.slice(0, index + 1)].join(', ').length <= OUTLETS,
  );
  const left = others.length - fitting.length;
  const last = left === 0 ? fitting.pop() : `${left} ${left === 1 ? 'other' : 'others'}`;
  return last === undefined ? first : `${[first, ...fitting].join(', ')} and ${last}`;
}

/**
 * @param iso ISO 8601 date-time
 * @returns "29 Nov 2021, 18:05 UTC": the same for every reader
 */
export function momentText(iso: string): string {
  const utc = new Date(iso).toISOString();
  return `${dayText(utc)}, ${utc.slice(11, 16)} UTC`;
}

function outletOf(citation: Citation): string {
  const [outlet, words] = [citation.outlet ?? NO_OUTLET, natureOf(citation)];
  return words === null ? outlet : `${outlet} (${words})`;
}

/** What a reader should know of the words besides whose they are. */
function natureOf({ kind, caption, turn }: Citation): string | null {
  if (caption) return 'photo caption';
  if (kind === 'digest') return 'digest';
  return turn === null ? null : `turn ${turn}`;
}

/**
 * A date as people read it: the day that the outlet states, in the outlet's own time zone, so that it is
 * the same for every reader.
 *
 * @param iso ISO 8601 date or date-time, or `null`
 * @returns "29 Nov 2021"; `null` for what is no date
 */
export function dayText(iso: string | null): string | null {
  const match = iso === null ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return match ? `${Number(match[3])} ${MONTHS[Number(match[2]) - 1]} ${match[1]}` : null;
}
