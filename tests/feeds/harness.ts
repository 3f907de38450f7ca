import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type Refreshed, type RefreshOptions, refreshFeed } from '../../src/feeds/refresh.ts';
import type { RefreshReport } from '../../src/feeds/report.ts';
import { type Fetcher, openFetcher } from '../../src/fetch/fetch.ts';

const fetchers: Fetcher[] = [];
afterEach(async () => {
  await Promise.all(fetchers.splice(0).map((fetcher) => fetcher.close()));
});

/** A real fetcher that may fetch from loopback; it closes when the test ends. */
export function loopbackFetcher(): Fetcher {
  const fetcher = openFetcher({ allowPrivate: true });
  fetchers.push(fetcher);
  return fetcher;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Looks at a feed of the story "harbour"; the rest is ordinary. */
export function refresher(data: string, url: string) {
  const fetcher = loopbackFetcher();
  return (options: Partial<RefreshOptions> = {}): Promise<Refreshed> =>
    refreshFeed({ url, story: 'harbour', data, fetcher, ...options });
}

/** The report of a feed that could be read. */
export function reportIn(refreshed: Refreshed): RefreshReport {
  if (refreshed.kind === 'failed') throw new Error(refreshed.failure.reason);
  return refreshed.report;
}

/** How many of each, in short. */
export function countsIn(refreshed: Refreshed) {
  const { added, updated, unchanged, kept, failed, summaries } = reportIn(refreshed);
  return [added, updated, unchanged, kept, failed, summaries].map((many) =>
    typeof many === 'number' ? many : many.length,
  );
}

/** The articles of the story "harbour", by the names of their files. */
export async function articlesIn(data: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(join(data, 'harbour')).catch(() => []);
  const files = names.filter((name) => name.endsWith('.md')).sort();
  const texts = files.map(
    async (name) => [name, await readFile(join(data, 'harbour', name), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}
