import { IntakeError } from '../intake-error.ts';
import { cleanAddress } from '../web-page/address.ts';
import { type PageElement, parsePage } from '../web-page/dom.ts';

const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)$/i;
/** Of what readers wrote. */
const COMMENTS = /comment/i;

/**
 * What is said where a feed was expected and a web page came.
 *
 * @param html the page
 * @param address where it was fetched
 * @returns the error; it names the feed that the page links to, if it does
 */
export function pageInsteadOfFeed(html: string, address: string): IntakeError {
  const feed = linkedFeed(html, address);
  return new IntakeError(
    'not-a-feed',
    feed === null
      ? 'This is a web page and no feed: look on the site for the address of its RSS or Atom feed.'
      : `This is a web page and no feed: the feed that it links to is ${feed}.`,
  );
}

function linkedFeed(html: string, address: string): string | null {
  try {
    const { root } = parsePage(html);
    const links = [...root.querySelectorAll('link[rel~="alternate" i]')].filter((link) =>
      FEED_TYPE.test(link.getAttribute('type')?.trim() ?? ''),
    );
    const stories = links.filter((link) => !COMMENTS.test(wordsOf(link)));
    const href = (stories[0] ?? links[0])?.getAttribute('href') ?? '';
    return cleanAddress(href, address);
  } catch {
    // A page that cannot be parsed links to nothing.
    return null;
  }
}

function wordsOf(link: PageElement): string {
  return `${link.getAttribute('title') ?? ''} ${link.getAttribute('href') ?? ''}`;
}
