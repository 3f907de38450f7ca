import type { Conditions, Fetched, Fetcher } from '../fetch/fetch.ts';
import { FetchError } from '../fetch/fetch-error.ts';
import {
  type Draft,
  decode,
  type Feed,
  type FeedItem,
  IntakeError,
  type Reader,
  withItemDetails,
} from '../knowledge/intake/index.ts';

/** What an item's page has given. */
export type Found =
  | { readonly kind: 'unchanged' }
  /** `page`: where it was found, after redirects. */
  | ({ readonly kind: 'draft'; readonly draft: Draft; readonly page: string } & Conditions)
  | { readonly kind: 'summary'; readonly draft: Draft; readonly reason: string };

/**
 * Failures after which the feed's summary does not serve: addresses that nothing is fetched from. After all
 * others it does: a page that is not there yet, or that only a subscriber or a browser can read, is in the
 * feed all the same.
 */
const NEVER: ReadonlySet<(FetchError | IntakeError)['code']> = new Set([
  'bad-address',
  'bad-scheme',
  'private-address',
  'closed',
]);

/**
 * Reads the article of an item from its page.
 *
 * @param reader makes the article of it
 * @param feed `null` when it was not read, because it has not changed
 * @param conditions what is known of the page
 * @param mayBeSummary whether the feed's summary serves when the page cannot be read: it never takes the
 *   place of a page that could be
 * @throws {FetchError}
 * @throws {IntakeError} when the page holds no article
 */
export async function readPage(
  fetcher: Pick<Fetcher, 'fetch'>,
  reader: Reader,
  item: FeedItem,
  feed: Feed | null,
  conditions: Conditions,
  mayBeSummary: boolean,
): Promise<Found> {
  const summaryOf = async () => (mayBeSummary && feed !== null ? await reader.summary(item, feed) : null);
  if (item.url === null) {
    const summary = await summaryOf();
    if (summary !== null) return { kind: 'summary', draft: summary, reason: NO_ADDRESS };
    throw new IntakeError('no-article', NOTHING);
  }
  try {
    const fetched = await fetcher.fetch(item.url, conditions);
    if (fetched.kind === 'unchanged') return fetched;
    const draft = await draftOf(fetched, reader);
    const { etag, lastModified, url: page } = fetched;
    return {
      kind: 'draft',
      draft: feed === null ? draft : withItemDetails(draft, item, feed),
      page,
      etag,
      lastModified,
    };
  } catch (error) {
    if (!(error instanceof IntakeError || error instanceof FetchError) || !isOnTheWay(error)) throw error;
    const summary = await summaryOf();
    if (summary === null) throw error;
    return { kind: 'summary', draft: summary, reason: error.message };
  }
}

/** 410: what an outlet has withdrawn is not quoted. */
function isOnTheWay(error: FetchError | IntakeError): boolean {
  return !NEVER.has(error.code) && !(error instanceof FetchError && error.status === 410);
}

const NOTHING = 'The feed gives neither an address for it nor a text: add the article by hand.';
const NO_ADDRESS = 'The feed gives no address for it: only what the feed says of it could be kept.';

function draftOf(
  { bytes, contentType, url }: Extract<Fetched, { readonly kind: 'fetched' }>,
  reader: Reader,
): Promise<Draft> {
  const text = decode(bytes, { contentType });
  return reader.material({ text, name: null, address: url, contentType });
}
