import { LRUCache } from 'lru-cache';
import { likelyStory, type Story } from '../../../../knowledge/index.ts';
import { type Bounded, boundedEntries } from '../../../../report/bounded.ts';
import { periodOf } from '../../../../report/period.ts';
import { type Report, reportOf } from '../../../../report/report.ts';
import type { WebAround } from '../../around.ts';

/** How far back one can look. The report of a command takes any period. */
export const SINCE = ['7d', '30d', '90d'] as const;
export type Since = (typeof SINCE)[number];

/** What is wanted of the report. */
export interface Wanted {
  readonly since: Since;
  /** Slug of the only story; `null` for all. */
  readonly story: string | null;
  /** As `nutgraf report --place` takes it; `null` for everywhere. */
  readonly place: string | null;
}

/** A report, and how much of what was asked is in its groups. */
export interface DeskReport extends Pick<Bounded, 'texts' | 'grouped'> {
  readonly report: Report;
}

/** Grouping costs, and nobody needs what was asked within the last minute. */
const REMEMBERED = { max: 30, ttl: 60_000 };

/**
 * @param around the library and the ledger
 * @returns reports, each remembered for a minute; who wants the same at the same time waits for the same
 */
export function openReports({ knowledge, ledger }: Pick<WebAround, 'knowledge' | 'ledger'>) {
  const known = new LRUCache<string, Promise<DeskReport>>(REMEMBERED);
  const storyOf = finderOf(() => knowledge.stories);

  async function made({ since, story, place }: Wanted): Promise<DeskReport> {
    const now = Date.now();
    const period = periodOf(since, undefined, now) ?? { from: 0, to: now + 1 };
    const all = await ledger.journal.within(period);
    const there = place === null ? all : all.filter((entry) => isAt(entry.place, place));
    const { entries, texts, grouped } = await boundedEntries(there, story, storyOf());
    // What belongs to the story has been found already; without their text some could not be found again.
    const report = reportOf(entries, { period, story: null, place: null, stories: knowledge.stories });
    return { report: { ...report, story, place }, texts, grouped };
  }

  return (wanted: Wanted): Promise<DeskReport> => {
    const key = JSON.stringify([wanted.since, wanted.story, wanted.place]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const report = made(wanted);
    known.set(key, report);
    report.catch(() => known.delete(key));
    return report;
  };
}

/** Made anew when the library is another: it reads all of its words. */
function finderOf(stories: () => readonly Story[]) {
  let made: { readonly of: readonly Story[]; readonly find: (text: string) => string | null } | null = null;
  return () => {
    const now = stories();
    if (made?.of !== now) made = { of: now, find: likelyStory(now) };
    return made.find;
  };
}

/** "slack:T1" takes all channels of the workspace T1, and none of T10. */
function isAt(place: string, wanted: string): boolean {
  return place === wanted || (place.startsWith(wanted) && /^[:/]/.test(place.slice(wanted.length)));
}
