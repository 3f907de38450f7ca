import type { Log } from '../log.ts';
import type { Refreshed } from './refresh.ts';
import { type Trouble, tellingOf } from './trouble.ts';

/** Which feed something is told of. */
export interface Told {
  readonly story: string;
  readonly feed: string;
  /** ISO 8601, UTC: when it is looked at next. */
  readonly next: string;
}

/**
 * Tells of a feed that was read: what it has brought, what could not be taken, and that it works again.
 *
 * @param trouble what was said of its failing before, if it failed
 */
export function tellRead(
  log: Log,
  about: Told,
  { report, before }: Extract<Refreshed, { readonly kind: 'read' }>,
  trouble: Trouble | null,
): void {
  const { story, feed } = about;
  const failedSince = before.failingSince ?? (trouble && new Date(trouble.since).toISOString());
  if (failedSince !== null) log.info({ ...about, failedSince }, 'a feed can be read again');
  for (const { title, url, reason, isNew } of report.failed) {
    log[isNew ? 'warn' : 'debug']({ story, feed, title, url, reason }, 'an item of a feed was not taken');
  }
  for (const { title, url, file, reason, isNew } of report.kept) {
    log[isNew ? 'warn' : 'debug']({ story, feed, title, url, file, reason }, 'an article was kept as it is');
  }
  for (const { title, url, file, reason, isNew } of report.summaries) {
    const line = 'only the summary of an article could be taken';
    log[isNew ? 'warn' : 'debug']({ story, feed, title, url, file, reason }, line);
  }
  const counts = {
    added: report.added.length,
    updated: report.updated.length,
    unchanged: report.unchanged,
    kept: report.kept.length,
    failed: report.failed.length,
  };
  const isNews = counts.added > 0 || counts.updated > 0;
  log[isNews ? 'info' : 'debug']({ ...about, ...counts }, 'feed read');
}

/**
 * Tells of a feed that could not be read.
 *
 * @param reason one sentence
 * @param since since when, in ms since the epoch
 * @param before what was said of it so far
 * @returns what has been said of it now
 */
export function tellFailed(
  log: Log,
  about: Told & { readonly every: number; readonly now: number },
  reason: string,
  since: number,
  before: Trouble | null,
): Trouble {
  const { every, now, ...named } = about;
  const { level, trouble } = tellingOf(before, since, now, every);
  const line = level === 'error' ? 'a feed has failed for long' : 'a feed cannot be read';
  log[level]({ ...named, reason, failingSince: new Date(since).toISOString() }, line);
  return trouble;
}
