import type { FeedItemState, FeedState } from '../knowledge/index.ts';
import type { Feed, FeedItem } from '../knowledge/intake/index.ts';
import { type Looked, type Task, timeOf } from './look.ts';

/**
 * @param feed as it was read; `null` when it has not changed: then its items are those it had
 * @param before what is remembered of it
 * @returns the items that are in the feed, each with what is remembered of it, by its id or its address
 */
export function tasksOf(feed: Feed | null, { items }: FeedState): readonly Task[] {
  if (feed === null) {
    return Object.entries(items)
      .filter(([, known]) => known.leftAt === null)
      .map(([id, known]) => ({ item: bareItem(id, known), known }));
  }
  const byAddress = new Map(Object.values(items).map((known) => [known.url, known]));
  return feed.items.map((item) => ({
    item,
    known: Object.hasOwn(items, item.id)
      ? items[item.id]
      : item.url === null
        ? undefined
        : byAddress.get(item.url),
  }));
}

/**
 * Of one feed at a time. Items are remembered for 30 days after they have left: a feed that brings others each time
 * would fill memory and disk with them.
 */
const MOST_REMEMBERED = 5_000;
/**
 * In UTF-16 code units of the file that it is remembered in, which is written anew after every few items, and which the
 * library does not read beyond 5 MB. Addresses of 4,000 letters made it 50 MB.
 */
const MOST_TEXT = 4_000_000;
/** What stands beside an item's id and its two addresses, in UTF-16 code units. */
const OF_ONE = 500;

/**
 * @returns the tasks without the new items that there is no room for, and how many these are
 */
export function withinBounds(
  tasks: readonly Task[],
  { items }: FeedState,
): { readonly tasks: readonly Task[]; readonly refused: number } {
  const fresh = tasks.filter(({ known }) => known === undefined);
  let [room, text] = [MOST_REMEMBERED - Object.keys(items).length, JSON.stringify(items).length];
  const refused = new Set(
    fresh.filter(({ item: { id, url } }) => {
      const needed = OF_ONE + id.length + 2 * (url?.length ?? 0);
      if (room <= 0 || text + needed > MOST_TEXT) return true;
      [room, text] = [room - 1, text + needed];
      return false;
    }),
  );
  return { tasks: tasks.filter((task) => !refused.has(task)), refused: refused.size };
}

/** @returns the tasks in the order in which they are looked at: new items first, then those that have waited longest */
export function inOrder(tasks: readonly Task[]): readonly Task[] {
  const since = ({ known }: Task) => (known === undefined ? 0 : Date.parse(known.lookedAt));
  return [...tasks].sort((one, other) => since(one) - since(other));
}

/** An item of which only what is remembered is known. */
function bareItem(id: string, { url }: FeedItemState): FeedItem {
  return {
    id,
    url,
    title: null,
    byline: null,
    outlet: null,
    published: null,
    updated: null,
    content: null,
    summary: null,
  };
}

/** How long an item that has left its feed is remembered, in ms: it may come back. */
const REMEMBERED = 30 * 24 * 3_600_000;

/**
 * @param before what was remembered of the feed
 * @param tasks the items that are in it
 * @param looks what became of those that were looked at
 * @param now in ms since the epoch
 * @returns what is to be remembered of its items, and for a while of those that have left it
 */
export function nextItems(
  before: FeedState,
  tasks: readonly Task[],
  looks: ReadonlyMap<Task, Looked>,
  now: number,
): Readonly<Record<string, FeedItemState>> {
  const inFeed = new Map(
    tasks.flatMap((task) => {
      const next = looks.get(task)?.next ?? task.known;
      return next === undefined ? [] : [[task.item.id, next] as const];
    }),
  );
  const taken = new Set(tasks.map(({ known }) => known));
  const left = Object.entries(before.items)
    .filter(([id, item]) => !inFeed.has(id) && !taken.has(item))
    .map(([id, item]) => [id, { ...item, leftAt: item.leftAt ?? timeOf(now) }] as const)
    .filter(([, item]) => now - Date.parse(item.leftAt) < REMEMBERED);
  return Object.fromEntries([...inFeed, ...left]);
}
