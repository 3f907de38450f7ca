import type { Looked, Task } from './look.ts';
import type { RefreshReport } from './report.ts';

const UNKNOWN =
  'Its file is not known to come from a feed, so the version of the outlet was not taken: add its address to take it.';
const EDITED =
  "It was edited by hand, so the outlet's new version was not taken: add its address again to take it.";
const OTHERS =
  'Another feed of the story has brought it from its own outlet, so what this one says of it was not taken: add its address to take it.';

const TOO_MANY =
  'This feed has brought more items within a month than any story has, so no new ones are taken: give the story a feed of its own.';

/**
 * @param looks what each look has come to
 * @param refused how many new items there was no room for
 * @returns what an editor is told
 */
export function reportOf(looks: ReadonlyMap<Task, Looked>, refused = 0): RefreshReport {
  const report = {
    added: [] as RefreshReport['added'][number][],
    updated: [] as RefreshReport['updated'][number][],
    unchanged: 0,
    kept: [] as RefreshReport['kept'][number][],
    failed: [] as RefreshReport['failed'][number][],
    summaries: [] as RefreshReport['summaries'][number][],
  };
  for (const [{ item, known }, { outcome, next }] of looks) {
    const { title, url } = item;
    if (outcome.kind === 'unchanged') {
      report.unchanged += 1;
    } else if (outcome.kind === 'failed') {
      report.failed.push({ title, url, reason: outcome.reason, isNew: next.tries === 1 });
    } else {
      const { placed, summaryFor } = outcome;
      const { file, sentences, fresh, gone, article } = placed.shelved;
      const about = { title: title ?? article.headline, url, file };
      if (placed.outcome === 'unchanged') report.unchanged += 1;
      else if (placed.outcome === 'kept') {
        report.kept.push({
          ...about,
          reason: placed.isOthers ? OTHERS : placed.isKnown ? EDITED : UNKNOWN,
          isNew: placed.kept !== known?.kept,
        });
      } else report[placed.outcome].push({ ...about, sentences, fresh: fresh.length, gone: gone.length });
      if (summaryFor !== null) {
        report.summaries.push({ ...about, reason: summaryFor, isNew: next.tries === 1 });
      }
    }
  }
  if (refused > 0) {
    report.failed.push({
      title: `${refused} new items`,
      url: null,
      reason: TOO_MANY,
      isNew: true,
    });
  }
  return report;
}
