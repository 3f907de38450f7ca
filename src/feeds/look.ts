import type { Conditions, Fetcher } from '../fetch/fetch.ts';
import { FetchError } from '../fetch/fetch-error.ts';
import type { FeedItemState } from '../knowledge/index.ts';
import { type Draft, type Feed, type FeedItem, fingerprint, type Reader } from '../knowledge/intake/index.ts';
import { type Looking, lookDue } from './due.ts';
import type { Keeper, Origin, Placed } from './keep.ts';
import { readPage } from './page.ts';

/** One item of a feed, and what is remembered of it. */
export interface Task {
  readonly item: FeedItem;
  readonly known: FeedItemState | undefined;
}

/** What a look at an item has come to. */
export type Outcome =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'placed'; readonly placed: Placed; readonly summaryFor: string | null }
  | { readonly kind: 'failed'; readonly reason: string };

/** The outcome, and what is to be remembered of the item. */
export interface Looked {
  readonly outcome: Outcome;
  readonly next: FeedItemState;
}

/** What looks at the items of one feed have in common. */
export interface Surroundings {
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  readonly reader: Reader;
  readonly keeper: Keeper;
  /** `null` when it has not changed since it was read last: then items are known by what is remembered. */
  readonly feed: Feed | null;
  readonly looking: Looking;
  /** From then on nothing is written. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks at one item: makes an article of a new one, and brings that of a known one up to date.
 *
 * @throws what fetching, reading or writing throws; see `failedLook`
 */
export async function lookAt({ item, known }: Task, around: Surroundings): Promise<Looked> {
  const { feed, keeper, looking } = around;
  const hash = feed === null && known !== undefined ? known.hash : hashOf(item);
  const base = rememberedOf(item, known, hash, looking.now);
  if (known === undefined) return take(item, base, UNKNOWN, around);
  const unchanged: Looked = { outcome: { kind: 'unchanged' }, next: { ...known, leftAt: null } };
  // Most items are old and as they were: whether an editor has touched their files does not matter then.
  if (lookDue(known, hash, known.written, looking) === null) return unchanged;
  const onDisk = known.file === null ? null : await keeper.fingerprintOf(known.file);
  const due = lookDue(known, hash, onDisk, looking);
  if (due === null) return unchanged;
  const isAsWritten = known.from === 'page' && known.kept === null && due === 'again';
  return take(item, { ...base, lookedAt: timeOf(looking.now) }, isAsWritten ? known : UNKNOWN, around);
}

const UNKNOWN: Conditions = { etag: null, lastModified: null };

async function take(
  item: FeedItem,
  base: FeedItemState,
  conditions: Conditions,
  { fetcher, reader, feed, keeper, signal }: Surroundings,
): Promise<Looked> {
  const place = (draft: Draft, next: FeedItemState, summaryFor: string | null, page: string | null) => {
    signal?.throwIfAborted();
    return placed(keeper, draft, next, { page, isSummary: summaryFor !== null }, summaryFor);
  };
  const whole = feed === null ? null : await reader.item(item, feed);
  if (whole !== null) {
    return place(whole, { ...base, ...UNKNOWN, tries: 0, from: 'feed' }, null, null);
  }
  const mayBeSummary = base.file === null || base.from === 'summary';
  const found = await readPage(fetcher, reader, item, feed, conditions, mayBeSummary);
  switch (found.kind) {
    case 'unchanged':
      return { outcome: found, next: { ...base, tries: 0 } };
    case 'summary': {
      const next = { ...base, ...UNKNOWN, tries: base.tries + 1, from: 'summary' } as const;
      return place(found.draft, next, found.reason, null);
    }
    case 'draft': {
      const { draft, page, etag, lastModified } = found;
      return place(draft, { ...base, etag, lastModified, tries: 0, from: 'page' }, null, page);
    }
  }
}

async function placed(
  keeper: Keeper,
  draft: Draft,
  next: FeedItemState,
  origin: Origin,
  summaryFor: string | null,
): Promise<Looked> {
  const result = await keeper.place(draft, next.file === null ? undefined : next, origin);
  const { file, article } = result.shelved;
  // A version that was not taken is asked for again: the editor may take the change back.
  const conditions = result.kept === null ? {} : UNKNOWN;
  return {
    outcome: { kind: 'placed', placed: result, summaryFor },
    next: {
      ...next,
      ...conditions,
      file,
      written: result.written,
      kept: result.kept,
      articleUrl: article.url,
    },
  };
}

/**
 * What is remembered of an item that no article could be made of, or whose article could not be looked at
 * again: what the feed says of it counts as not yet seen.
 */
export function failedLook({ item, known }: Task, reason: string, now: number): Looked {
  const base = known ?? rememberedOf(item, undefined, hashOf(item), now);
  return {
    outcome: { kind: 'failed', reason },
    next: { ...base, lookedAt: timeOf(now), leftAt: null, tries: base.tries + 1 },
  };
}

/** @returns what is told of a look that failed: one sentence for an editor */
export function sentenceOf(error: unknown, { known }: Task): string {
  if (error instanceof FetchError && error.code === 'not-found' && known?.file) {
    const { host } = new URL(error.url);
    return `${host} no longer has this page (${error.status}): if the article was withdrawn, delete ${known.file}.`;
  }
  return error instanceof Error ? error.message : String(error);
}

function rememberedOf(
  item: FeedItem,
  known: FeedItemState | undefined,
  hash: string,
  now: number,
): FeedItemState {
  const published = Date.parse(item.published ?? item.updated ?? '');
  const since = Number.isNaN(published) || published > now ? now : published;
  return {
    file: null,
    written: null,
    etag: null,
    lastModified: null,
    since: timeOf(since),
    lookedAt: timeOf(now),
    tries: 0,
    articleUrl: null,
    from: 'page',
    kept: null,
    ...known,
    hash,
    url: item.url,
    leftAt: null,
  };
}

function hashOf({ url, title, byline, published, updated, content, summary }: FeedItem): string {
  return fingerprint(JSON.stringify([url, title, byline, published, updated, content, summary]));
}

/** @returns ISO 8601, UTC, of milliseconds since the epoch */
export function timeOf(ms: number): string {
  return new Date(ms).toISOString();
}
