import { describe, expect, it } from 'vitest';
import type { Story } from '../../src/knowledge/article.ts';
import { type FeedState, feedStateFile } from '../../src/knowledge/feed-state.ts';
import type { Library, LibraryFile } from '../../src/knowledge/library.ts';
import { withStale } from '../../src/knowledge/stale.ts';
import { storyOf } from '../support/articles.ts';
import { answeredWith, quoteOf } from '../support/quotes.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-12-01T12:00:00Z');
const ago = (hours: number) => new Date(NOW - hours * HOUR).toISOString();

/** A story with feeds that are looked at every hour, by their names, and when each was last read. */
interface Fed {
  readonly story: Story;
  readonly read: Readonly<Record<string, string | null>>;
}
const fed = (slug: string, read: Fed['read']): Fed => ({
  story: storyOf([], { slug, title: slug, feeds: Object.keys(read).map((url) => ({ url, every: HOUR })) }),
  read,
});

function libraryOf(...all: Fed[]): Library {
  const files = all.flatMap(({ story: { slug }, read }) =>
    Object.entries(read).map(([url, checkedAt]): [string, LibraryFile] => {
      const state = {
        checkedAt,
        failingSince: ago(9),
        failure: 'It is away.',
        etag: null,
        lastModified: null,
      };
      const feeds: ReadonlyMap<string, FeedState> = new Map([[url, { ...state, items: {} }]]);
      return [`${slug}/${feedStateFile(url)}`, { feeds } as LibraryFile];
    }),
  );
  return { files: new Map(files) } as unknown as Library;
}

const staleIn = (answer: Parameters<typeof withStale>[0], ...all: Fed[]) =>
  withStale(
    answer,
    all.map(({ story }) => story),
    libraryOf(...all),
    NOW,
  ).stale;

const FERRY = fed('ferry', { 'https://a.example/feed': ago(5) });
const BRIDGE = fed('bridge', { 'https://b.example/feed': ago(6) });
const quoting = (story: string) => answeredWith([quoteOf({ citation: { story } })]);
const nothing = {
  ...quoting('ferry'),
  status: 'unanswered',
  reason: 'unsure',
  quotes: [],
  nearest: [],
} as const;

describe('an answer', () => {
  it('says that it may be out of date where the feed of a story that it quotes has failed for long', () => {
    expect(staleIn(quoting('ferry'), FERRY, BRIDGE)).toEqual([
      { story: 'ferry', title: 'ferry', since: ago(5) },
    ]);
  });

  it('that quotes nothing says it of all stories that were asked: what is missing may be the news', () => {
    expect(staleIn(nothing, FERRY, BRIDGE).map(({ story }) => story)).toEqual(['ferry', 'bridge']);
  });

  it('says nothing of a story whose feeds are read in time, or that has none', () => {
    const fresh = fed('ferry', { 'https://a.example/feed': ago(1) });
    expect(staleIn(nothing, fresh, fed('bridge', {}))).toEqual([]);
  });

  it('says of a story with several feeds since when the longest has not been read, and never comes first', () => {
    const feeds = {
      'https://a.example/1': ago(4),
      'https://a.example/2': ago(8),
      'https://a.example/3': ago(1),
    };
    expect(staleIn(nothing, fed('ferry', feeds)).map(({ since }) => since)).toEqual([ago(8)]);
    const never = { ...feeds, 'https://a.example/4': null };
    expect(staleIn(nothing, fed('ferry', never)).map(({ since }) => since)).toEqual([null]);
  });
});
