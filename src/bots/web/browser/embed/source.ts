import { distinctNames } from '../../../text.ts';
import type { CitationJson, QuoteJson } from './answer-json.ts';

/** The parts of the line under a quote, in the order in which they are read; `null` where unknown. */
export interface SourceParts {
  readonly speaker: string | null;
  readonly outlet: string;
  /** `''` where nobody has stated one. */
  readonly headline: string;
  readonly published: string | null;
  readonly updated: string | null;
}

const NO_OUTLET = 'outlet not stated';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** What is shown of outlets that have the same sentence, in UTF-16 code units: a line has to stay one. */
const OUTLETS = 110;

/**
 * What stands under a quote. A test holds it to what every other bot says.
 *
 * @param quote where it comes from, where else it stands, and whether its report is the newest
 * @returns its parts
 */
export function sourceParts({
  citation,
  also,
  newest,
}: Pick<QuoteJson, 'citation' | 'also' | 'newest'>): SourceParts {
  const published = dayText(citation.published);
  const changed = dayText(citation.updated);
  const updated = changed !== null && changed !== published ? `updated ${changed}` : null;
  return {
    speaker: citation.speaker,
    outlet: listed(distinctNames([citation, ...also].map(outletOf))),
    headline: citation.headline ?? '',
    published: newest && updated === null ? `as of ${published}, the newest` : published,
    updated: newest && updated !== null ? `${updated}, the newest` : updated,
  };
}

function listed([first = NO_OUTLET, ...others]: readonly string[]): string {
  const fitting = others.filter(
    (_, index) => [first, ...others.slice(0, index + 1)].join(', ').length <= OUTLETS,
  );
  const left = others.length - fitting.length;
  const last = left === 0 ? fitting.pop() : `${left} ${left === 1 ? 'other' : 'others'}`;
  return last === undefined ? first : `${[first, ...fitting].join(', ')} and ${last}`;
}

function outletOf(citation: CitationJson): string {
  const [outlet, words] = [citation.outlet ?? NO_OUTLET, natureOf(citation)];
  return words === null ? outlet : `${outlet} (${words})`;
}

function natureOf({ kind, caption, turn }: CitationJson): string | null {
  if (caption) return 'photo caption';
  if (kind === 'digest') return 'digest';
  return turn === null ? null : `turn ${turn}`;
}

/**
 * @param iso ISO 8601 date or date-time, or `null`
 * @returns "29 Nov 2021", the day that the outlet states; `null` for what is no date
 */
export function dayText(iso: string | null): string | null {
  const match = iso === null ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return match ? `${Number(match[3])} ${MONTHS[Number(match[2]) - 1]} ${match[1]}` : null;
}

/**
 * @param iso ISO 8601 date-time
 * @returns "29 Nov 2021, 18:05 UTC"
 */
export function momentText(iso: string): string {
  const utc = new Date(iso).toISOString();
  return `${dayText(utc)}, ${utc.slice(11, 16)} UTC`;
}
