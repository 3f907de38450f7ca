import type { Citation } from '../knowledge/index.ts';

/** The parts of the line under a quote, in the order in which they are read; `null` where unknown. */
export interface SourceLine {
  /** Who says it, where the article is a transcript that names its speakers. */
  readonly speaker: string | null;
  /** "AP"; "AP (digest)" where the words are our digest of its reporting. */
  readonly outlet: string;
  readonly headline: string;
  /** Address of the very sentence; the headline carries it. */
  readonly link: string | null;
  /** "29 Nov 2021". */
  readonly published: string | null;
  /** "updated 30 Nov 2021", where the article was updated on a later day. */
  readonly updated: string | null;
}

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
    outlet: citation.kind === 'digest' ? `${citation.outlet} (digest)` : citation.outlet,
    headline: citation.headline,
    link: citation.link,
    published,
    updated: updated !== null && updated !== published ? `updated ${updated}` : null,
  };
}

/**
 * A date as people read it: the day that the outlet states, in the outlet's own time zone, so that it is
 * the same for every reader.
 */
function dateText(iso: string | null): string | null {
  const match = iso === null ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return match ? `${Number(match[3])} ${MONTHS[Number(match[2]) - 1]} ${match[1]}` : null;
}
