import { languageTag } from '../language-tag.ts';
import { eachOnce, newest } from './feed/each-once.ts';
import type { Feed, FeedItem } from './feed/item.ts';
import { pageInsteadOfFeed } from './feed/not-a-feed.ts';
import { outletOf } from './feed/outlet.ts';
import { type Parsed, parse } from './feed/parse.ts';
import { atomItem, jsonItem, rdfItem, resolved, rssItem } from './feed/read-items.ts';
import { formOf } from './material.ts';
import { plainOf } from './web-page/entities.ts';

/**
 * Reads a feed: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed. It takes what such feeds are in fact:
 * with a byte order mark, blank lines before the declaration, unknown entities, tags in titles, no dates.
 *
 * @param text the feed as it arrived
 * @param address where it was found; addresses in it may be relative to it
 * @returns the feed; without items where it has none, and with the newest thousand where it has more
 * @throws {IntakeError} `not-a-feed`, naming the feed that a web page links to
 */
export function readFeed(text: string, address: string): Feed {
  if (formOf({ text, name: null, address: null, contentType: null }) === 'html') {
    throw pageInsteadOfFeed(text, address);
  }
  const { title, language, home, items } = contentOf(parse(text), address);
  const plain = title === undefined ? null : plainOf(title) || null;
  return {
    title: plain,
    outlet: outletOf(plain, home === undefined ? address : resolved(home, address)),
    language: languageTag(language),
    items: newest(eachOnce(items.filter(({ url, content, summary }) => url ?? content ?? summary))),
  };
}

interface Content {
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly home: string | undefined;
  readonly items: readonly FeedItem[];
}

function contentOf({ format, feed }: Parsed, address: string): Content {
  switch (format) {
    case 'rss': {
      const { title, language, dc, link: home, items = [], xml } = feed;
      const base = resolved(xml?.base ?? '', address);
      return {
        title,
        language: language ?? dc?.languages?.[0],
        home,
        items: items.map((item) => rssItem(item, base)),
      };
    }
    case 'rdf': {
      const { title, dc, link: home, items = [], xml } = feed;
      const base = resolved(xml?.base ?? '', address);
      return {
        title,
        language: dc?.languages?.[0] ?? xml?.lang,
        home,
        items: items.map((item) => rdfItem(item, base)),
      };
    }
    case 'atom': {
      const { title, entries = [], links = [], xml } = feed;
      const base = resolved(xml?.base ?? '', address);
      const home = links.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
      return {
        title: title?.value,
        language: xml?.lang,
        home,
        items: entries.map((entry) => atomItem(entry, base)),
      };
    }
    case 'json': {
      const { title, language, home_page_url: home, items = [] } = feed;
      return { title, language, home, items: items.map((item) => jsonItem(item, address)) };
    }
  }
}
