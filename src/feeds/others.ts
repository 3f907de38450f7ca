import type { FeedState } from '../knowledge/index.ts';
import { isSameSite } from '../knowledge/intake/index.ts';

/** Whether what comes from an address may take the place of a file. */
export type MayReplace = (file: string, address: string) => boolean;

/**
 * What one feed has brought is no other feed's to change, but for the outlet itself: a page that says of itself what the
 * article says, or a feed that gives its own text for another's address, would put words into that outlet's mouth.
 *
 * @param states what is remembered of all feeds of a story, by their addresses
 * @param feed the address of the one that is looked at
 * @returns `true` for files that no other feed has brought, and for what comes from where theirs did
 */
export function mayReplaceIn(states: ReadonlyMap<string, FeedState>, feed: string): MayReplace {
  const sites = new Map<string, Set<string>>();
  for (const [url, { items }] of states) {
    if (url === feed) continue;
    for (const item of Object.values(items)) {
      if (item.file === null || item.written === null) continue;
      const known = sites.get(item.file) ?? new Set();
      sites.set(item.file, known);
      // Thousands of items may lead to one file.
      for (const address of [item.url, item.articleUrl, item.from === 'page' ? null : url]) {
        if (address !== null && URL.canParse(address)) known.add(new URL(address).origin);
      }
    }
  }
  return (file, address) => {
    const known = sites.get(file);
    return known === undefined || [...known].some((site) => isSameSite(site, address));
  };
}
