import type { FeedItemState } from '../knowledge/index.ts';

/** In ms: outlets correct and extend a story for some two days. */
const RECENT = 48 * 3_600_000;
const DAY = 24 * 3_600_000;

/** How a feed's items are looked at. */
export interface Looking {
  /** Look at every page again. */
  readonly everything: boolean;
  /** The least time between two looks at a page, in ms. */
  readonly pageRest: number;
  /** In ms since the epoch. */
  readonly now: number;
}

/**
 * Whether it is time to try again what has failed, or to look at a page again. Each further failure doubles the
 * wait, up to a day: a page that is not there asks for nothing else.
 */
function isRested({ lookedAt, tries }: FeedItemState, { pageRest, now }: Looking): boolean {
  const wait = Math.min(pageRest * 2 ** Math.min(Math.max(tries - 1, 0), 20), Math.max(DAY, pageRest));
  // A look that is still to come was noted while the clock was wrong.
  const rested = now - Date.parse(lookedAt);
  return rested < 0 || rested >= wait;
}

/** Whether the item waits for something that only its feed can tell: then the feed is asked for whole. */
export function isPending(item: FeedItemState, looking: Looking): boolean {
  const isOpen = item.file === null || item.from === 'summary' || item.kept !== null || item.tries > 0;
  return item.leftAt === null && isOpen && isRested(item, looking);
}

/**
 * Decides whether an item that is known is looked at again.
 *
 * @param item what is remembered of it
 * @param hash fingerprint of what the feed says of it now
 * @param onDisk fingerprint of its article's file; `null` where an editor has deleted it
 * @returns `changed` when the feed says something new, `again` to see whether its page does, `null` for neither
 */
export function lookDue(
  item: FeedItemState,
  hash: string,
  onDisk: string | null,
  looking: Looking,
): 'changed' | 'again' | null {
  const rested = isRested(item, looking);
  if (hash !== item.hash && (item.tries === 0 || rested)) return 'changed';
  if (item.file === null) return rested ? 'again' : null;
  if (onDisk === null) return null;
  // The editor has taken the change back, and the outlet's version is free to come.
  if (item.kept !== null && onDisk === item.written) return 'again';
  if (looking.everything) return 'again';
  if (item.from === 'feed') return null;
  const isRecent = looking.now - Date.parse(item.since) < RECENT;
  return rested && (isRecent || item.from === 'summary') ? 'again' : null;
}
