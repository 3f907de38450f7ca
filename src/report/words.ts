import { dayOf, lastDayOf } from './period.ts';
import type { Report } from './report.ts';

/** "70 %"; "–" where nothing was asked. Never 0 or 100 for what is not quite that. */
export function percent(share: number | null): string {
  if (share === null) return '–';
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return 'under 1%';
  return rounded === 100 && share < 1 ? 'over 99%' : `${rounded}%`;
}

/** "2026-11-19 to 2026-11-25", or the one day that it is. */
export function periodWords({ since, until }: Pick<Report, 'since' | 'until'>): string {
  const [from, to] = [Date.parse(since), Date.parse(until)];
  const [first, last] = [dayOf(from), lastDayOf({ from, to })];
  return first === last ? first : `${first} to ${last}`;
}

/** "story ferry-vote, in slack:T1"; `''` where nothing is narrowed. */
export function scopeWords({ story, place }: Pick<Report, 'story' | 'place'>): string {
  return [story === null ? '' : `story ${story}`, place === null ? '' : `asked in ${place}`]
    .filter(Boolean)
    .join(', ');
}

/** "2026-11-25" of an ISO 8601 date-time, by the machine's clock. */
export function day(moment: string): string {
  return dayOf(Date.parse(moment));
}

/** What the report says of a period in which nothing happened. */
export function emptyWords(report: Report): string {
  const scope = scopeWords(report);
  return `Nothing was asked in this period (${periodWords(report)}${scope === '' ? '' : `; ${scope}`}).`;
}

/** Whether the ledger has nothing of a period. */
export function isEmpty({ totals }: Report): boolean {
  const { asked, helpful, notHelpful, notWhatIAsked, forTheDesk, corrections } = totals;
  return asked + helpful + notHelpful + notWhatIAsked + forTheDesk + corrections === 0;
}
