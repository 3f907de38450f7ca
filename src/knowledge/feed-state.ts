import { createHash } from 'node:crypto';
import { z } from 'zod';

const text = z.string().min(1);
const moment = z.iso.datetime();

const ItemFields = z.object({
  hash: text,
  url: text.nullable(),
  file: text.nullable(),
  written: text.nullable(),
  etag: text.nullable(),
  lastModified: text.nullable(),
  since: moment,
  lookedAt: moment,
  leftAt: moment.nullable(),
  tries: z.int().min(0),
  articleUrl: text.nullable(),
  from: z.enum(['page', 'feed', 'summary']),
  kept: text.nullable(),
});

const StateFields = z.object({
  checkedAt: moment.nullable(),
  failingSince: moment.nullable(),
  failure: text.nullable(),
  etag: text.nullable(),
  lastModified: text.nullable(),
});

/** What is remembered of one item of a feed. */
export interface FeedItemState {
  /** Fingerprint of what the feed said of it. */
  readonly hash: string;
  readonly url: string | null;
  /** The article that was made of it, relative to the library's folder; `null` where none could be yet. */
  readonly file: string | null;
  /** Fingerprint of the file as it was written: while it is the same, nobody has edited it. */
  readonly written: string | null;
  /** What the page's server said of its version. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** ISO 8601, UTC: when it was published, or first seen where the feed does not say. */
  readonly since: string;
  /** ISO 8601, UTC: when its page was last asked for, or its content taken. */
  readonly lookedAt: string;
  /** ISO 8601, UTC: when the feed was first read without it; `null` while it is in the feed. */
  readonly leftAt: string | null;
  /** How often in a row no article could be made of it. */
  readonly tries: number;
  /** The article's own address, by which the library knows it again when the feed gives it a new one. */
  readonly articleUrl: string | null;
  /** Where the article's text is from; `summary` until its page can be fetched. */
  readonly from: 'page' | 'feed' | 'summary';
  /** Fingerprint of a newer version that was not taken, because an editor had changed the file. */
  readonly kept: string | null;
}

/** What is remembered of one feed that a story's articles come from. */
export interface FeedState {
  /** ISO 8601, UTC: when it was last read, also if nothing had changed; `null` when it never could be. */
  readonly checkedAt: string | null;
  /** ISO 8601, UTC: since when it could not be read; `null` while it can. */
  readonly failingSince: string | null;
  /** Why it could not be read, in one sentence. */
  readonly failure: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** By the items' ids; look up own properties only. */
  readonly items: Readonly<Record<string, FeedItemState>>;
}

/**
 * A feed's file in its story's folder. Each feed has its own, so that two processes that look at two feeds do
 * not undo what the other remembers.
 *
 * @param url the feed's address
 * @returns the file's name
 */
export function feedStateFile(url: string): string {
  return `.feed-${createHash('sha256').update(url).digest('hex').slice(0, 16)}.json`;
}

/** Whether a file's name is one that {@link feedStateFile} gives. */
export function isFeedStateFile(name: string): boolean {
  return /^\.feed-[0-9a-f]{16}\.json$/.test(name);
}

/**
 * Reads what is remembered of feeds.
 *
 * @param source text of a file that {@link feedStatesText} wrote; `null` when there is none
 * @returns the states by the feeds' addresses. What is damaged is left out, as if it had never been: a feed
 *   is then read anew, and what it holds is compared with the articles that are there
 */
export function readFeedStates(source: string | null): ReadonlyMap<string, FeedState> {
  const states = new Map<string, FeedState>();
  for (const [url, value] of entriesOf(source === null ? null : parsed(source))) {
    const fields = StateFields.safeParse(value);
    if (fields.success) states.set(url, { ...fields.data, items: itemsOf(value) });
  }
  return states;
}

/** Item by item: one that is damaged costs the others nothing. */
function itemsOf(state: unknown): Readonly<Record<string, FeedItemState>> {
  const items = typeof state === 'object' && state !== null && 'items' in state ? state.items : null;
  return Object.fromEntries(
    entriesOf(items).flatMap(([id, value]) => {
      const item = ItemFields.safeParse(value);
      return item.success ? [[id, item.data]] : [];
    }),
  );
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}

/**
 * @param states by the feeds' addresses
 * @returns the text of their file
 */
export function feedStatesText(states: ReadonlyMap<string, FeedState>): string {
  return `${JSON.stringify(Object.fromEntries(states), null, 1)}\n`;
}

/** A feed that has missed fewer looks than this may only be slow. */
const MISSED_LOOKS = 3;
/** In ms: feeds that are looked at every few seconds are not stale after a hiccup. */
const LEAST_STALE = 60_000;

/**
 * Tells whether a feed has not been read for so long that answers from its articles may be out of date.
 *
 * @param state what is remembered of the feed; `undefined` when nothing is: then nobody has looked yet
 * @param every how often it is looked at, in ms
 * @param now in ms since the epoch
 * @returns since when (ISO 8601; `null` where it could never be read), or `null` while it is fresh
 */
export function staleness(
  state: FeedState | undefined,
  every: number,
  now: number,
): { readonly since: string | null } | null {
  const from = state?.checkedAt ?? state?.failingSince ?? null;
  if (state === undefined || from === null) return null;
  // What was noted while the clock was wrong says nothing about how long ago it was.
  const age = Math.abs(now - Date.parse(from));
  return age > Math.max(MISSED_LOOKS * every, LEAST_STALE) ? { since: state.checkedAt } : null;
}
