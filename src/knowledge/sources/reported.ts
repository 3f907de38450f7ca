/** When reports are of, as far as that is known. */
import type { Citation } from '../answer.ts';

type Dates = Pick<Citation, 'published' | 'updated'>;

/**
 * Whether one report is known to be later than another: it came out after the other had last been changed.
 * A report without a date is neither later nor earlier than any; of two of one day the time of day has to
 * be known, with its zone.
 *
 * @param report the dates of one
 * @param other the dates of the other
 * @returns `false` also where it cannot be known
 */
export function isLater(report: Dates, other: Dates): boolean {
  const last = other.updated ?? other.published;
  if (report.published === null || last === null) return false;
  if (hasMoment(report.published) && hasMoment(last)) return Date.parse(report.published) > Date.parse(last);
  return report.published.slice(0, DAY) > last.slice(0, DAY);
}

/**
 * @param reports dates of reports
 * @returns index of the one that is known to be later than every other; `null` when there is none such
 */
export function newestOf(reports: readonly Dates[]): number | null {
  if (reports.length < 2) return null;
  const index = reports.findIndex((report) =>
    reports.every((other) => other === report || isLater(report, other)),
  );
  return index < 0 ? null : index;
}

/** "2021-11-29" */
const DAY = 10;

function hasMoment(iso: string): boolean {
  return /(?:Z|[+-]\d\d:?\d\d)$(?<=T.*)/.test(iso);
}
