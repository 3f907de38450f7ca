import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Material } from '../../../../knowledge/intake/index.ts';

/** How long a page is kept between being shown and being saved, in minutes, and what all of them may take together. */
export const KEPT_MINUTES = 15;
const PAGES = { max: 30, maxSize: 30_000_000 };

/** A page that was fetched, so that what is saved is what was seen. */
export interface FetchedPage {
  readonly id: string;
  /** The address that was asked for. */
  readonly address: string;
  readonly material: Material;
}

/** Pages that were fetched for a look. */
export interface Pages {
  /**
   * @param address absolute, http or https
   * @returns the page, which is kept from now on
   * @throws {FetchError} where it cannot be fetched
   * @throws {IntakeError} where it is no text
   */
  fetch(address: string): Promise<FetchedPage>;
  /** @returns the page, `null` where it is no longer kept */
  kept(id: string): FetchedPage | null;
}

/**
 * @param read fetches a page; from public addresses only
 * @param keptMs how long pages are kept, in ms
 * @returns pages, none of them kept yet
 */
export function openPages(
  read: (address: string) => Promise<Material> = readPublic,
  keptMs = KEPT_MINUTES * 60_000,
): Pages {
  // Of a string, two bytes a character.
  const pages = new LRUCache<string, FetchedPage>({
    ...PAGES,
    ttl: keptMs,
    sizeCalculation: ({ material }) => 1 + 2 * material.text.length,
  });
  return {
    async fetch(address) {
      const page = { id: randomUUID(), address, material: await read(address) };
      pages.set(page.id, page);
      return page;
    },
    kept: (id) => pages.get(id) ?? null,
  };
}

/** What fetches and reads pages is large, and whoever only asks has no use for it. */
async function readPublic(address: string): Promise<Material> {
  const [{ openFetcher }, { decode }] = await Promise.all([
    import('../../../../fetch/fetch.ts'),
    import('../../../../knowledge/intake/index.ts'),
  ]);
  const fetcher = openFetcher({ allowPrivate: false });
  try {
    const fetched = await fetcher.fetch(address);
    if (fetched.kind === 'unchanged') throw new Error('nothing was asked of the server that it could keep');
    const { bytes, contentType, url } = fetched;
    return { text: decode(bytes, { contentType }), name: null, address: url, contentType };
  } finally {
    await fetcher.close();
  }
}
