import type { Citation } from '../knowledge/index.ts';

/** The parts of the line under a quote, in the order in which they are read; `null` where unknown. */
export interface SourceLine {
  /** Who says it, where the article is a transcript that names its speakers. */
  readonly speaker: string | null;
  /**
   * "AP"; "AP (digest)" where the words are our digest of its reporting; "NPR (turn 3)" where a transcript
   * names nobody; {@link NO_OUTLET}.
   */
  readonly outlet: string;
  /** `''` where nobody has stated one. */
  readonly headline: string;
  /** Address of the very sentence; the headline carries it. */
  readonly link: string | null;
  /** "29 Nov 2021". */
  readonly published: string | null;
  /** "updated 30 Nov 2021", where the article was updated on a later day. */
  readonly updated: string | null;
}

/** Stands in the place of an outlet that nobody has stated: a quotation without a source is told as one. */
const NO_OUTLET = 'outlet not stated';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * What stands under a quote.
 *
 * @param citation where the quote comes from
 * @returns its parts; a renderer joins them in its platform's form
 */
export function sourceLine(citation: Citation): SourceLine {
  const published = dateText(citation.published);
  const updated = dateText(citation.updated);
  return {
    speaker: citation.speaker,
    outlet: outletOf(citation),
    headline: citation.headline ?? '',
    link: citation.link,
    published,
    updated: updated !== null && updated !== published ? `updated ${updated}` : null,
  };
}

/**
 * @param iso ISO 8601 date-time
 * @returns "29 Nov 2021, 18:05 UTC": the same for every reader
 */
export function momentText(iso: string): string {
  const utc = new Date(iso).toISOString();
  return `${dateText(utc)}, ${utc.slice(11, 16)} UTC`;
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
 */
function dateText(iso: string | null): string | null {
  const match = iso === null ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return match ? `${Number(match[3])} ${MONTHS[Number(match[2]) - 1]} ${match[1]}` : null;
}
