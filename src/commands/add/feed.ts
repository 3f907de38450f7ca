import { counted } from '../../counted-words.ts';
import type { RefreshReport } from '../../feeds/report.ts';
import { WriteError } from '../../knowledge/intake/index.ts';
import { printable, printableLine } from '../../printable.ts';
import type { Io } from '../command.ts';
import { progressOn } from '../progress.ts';
import { tallied } from '../wording.ts';
import { changesText, withHint } from './report.ts';

/** How a feed is to be added. */
export interface FeedAdding {
  /** The library's folder. */
  readonly data: string;
  readonly story: string;
  readonly allowPrivate: boolean;
}

/**
 * Adds what is new in a feed and updates what has changed. Every item is looked at again: an editor who asks
 * wants to know.
 *
 * @param url the feed's address
 * @param adding where it goes
 * @param io where outcomes are told
 * @returns the exit code
 */
export async function addFeed(url: string, adding: FeedAdding, io: Io): Promise<number> {
  const [{ openFetcher }, { refreshFeed }] = await Promise.all([
    import('../../fetch/fetch.ts'),
    import('../../feeds/refresh.ts'),
  ]);
  const { allowPrivate, ...place } = adding;
  const fetcher = openFetcher({ allowPrivate });
  const progress = progressOn(io.stderr);
  const onProgress = (done: number, total: number) => progress.show(done, total, url);
  try {
    const refreshed = await refreshFeed({ ...place, url, fetcher, everything: true, onProgress });
    progress.clear();
    if (refreshed.kind === 'failed') {
      const { code, reason } = refreshed.failure;
      io.stderr.write(`${printableLine(`${url}: ${withHint(code, reason)}`)}\n`);
      return 2;
    }
    for (const line of remarks(refreshed.report)) io.stderr.write(`${printableLine(line)}\n`);
    io.stdout.write(`${printable(written(refreshed.report).join('\n'))}\n`);
    const { added, updated, unchanged, kept, failed } = refreshed.report;
    if (failed.length === 0) return 0;
    return added.length + updated.length + unchanged + kept.length === 0 ? 2 : 1;
  } catch (error) {
    progress.clear();
    if (!(error instanceof WriteError)) throw error;
    io.stderr.write(`${printableLine(error.message)}\n`);
    return 2;
  } finally {
    await fetcher.close();
  }
}

function written({ added, updated, unchanged, kept, failed, summaries }: RefreshReport): string[] {
  const counts = [
    [added.length, 'added'],
    [updated.length, 'updated'],
    [unchanged, 'unchanged'],
    [kept.length, 'kept as you changed them'],
    [failed.length, 'failed'],
  ] as const;
  if (counts.every(([count]) => count === 0)) return ['The feed holds no items.'];
  return [
    ...added.map(({ file, sentences }) => `Added ${file}: ${counted(sentences, 'sentence', 'sentences')}.`),
    ...updated.map(({ file, fresh, gone }) => `Updated ${file}: ${changesText(fresh, gone)}.`),
    tallied(counts) +
      (summaries.length > 0 ? `; ${counted(summaries.length, 'is', 'are')} only a summary` : ''),
  ];
}

/** A reason that many items share is told once. */
const EACH = 5;

function remarks({ kept, failed, summaries }: RefreshReport): string[] {
  const byReason = new Map<string, string[]>();
  for (const { url, title, reason } of [...failed, ...summaries, ...kept]) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), url ?? title ?? 'an item without a title']);
  }
  return [...byReason].flatMap(([reason, items]) =>
    items.length > EACH
      ? [`${counted(items.length, 'item', 'items')}: ${reason}`]
      : items.map((item) => `${item}: ${reason}`),
  );
}
