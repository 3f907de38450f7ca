import type { FeedItem } from './item.ts';

/** An id that this many addresses share identifies nothing: some systems write the same for every item. */
const SHARED = 3;

/**
 * @param items as they stand in the feed
 * @returns each article once, at its first place in the feed and in its newest version: an item is the same
 *   when its id or its address is
 */
export function eachOnce(items: readonly FeedItem[]): readonly FeedItem[] {
  const kept: FeedItem[] = [];
  const places = new Map<string, number>();
  for (const item of withOwnIds(items)) {
    const names = [`id ${item.id}`, ...(item.url === null ? [] : [`url ${item.url}`])];
    const place = names.map((name) => places.get(name)).find((at) => at !== undefined) ?? kept.length;
    const before = kept[place];
    if (before === undefined || momentOf(item) > momentOf(before)) kept[place] = item;
    for (const name of names) places.set(name, place);
  }
  return kept;
}

/** Feeds have 10 to 100, and some few that hold all that a site ever wrote. */
const MOST_ITEMS = 1_000;

/**
 * @param items each once, as they stand in the feed
 * @returns the newest {@link MOST_ITEMS}, in the feed's order; of those without dates the first are the newest
 */
export function newest(items: readonly FeedItem[]): readonly FeedItem[] {
  if (items.length <= MOST_ITEMS) return items;
  const order = [...items].sort((one, other) => momentOf(other) - momentOf(one));
  const kept = new Set(order.slice(0, MOST_ITEMS));
  return items.filter((item) => kept.has(item));
}

function withOwnIds(items: readonly FeedItem[]): readonly FeedItem[] {
  const addresses = new Map<string, Set<string>>();
  for (const { id, url } of items) {
    if (url !== null) addresses.set(id, (addresses.get(id) ?? new Set()).add(url));
  }
  return items.map((item) =>
    item.url !== null && (addresses.get(item.id)?.size ?? 0) >= SHARED ? { ...item, id: item.url } : item,
  );
}

/** Of items without dates the first in the feed is the newest. */
function momentOf({ updated, published }: FeedItem): number {
  const moment = Date.parse(updated ?? published ?? '');
  return Number.isNaN(moment) ? 0 : moment;
}
