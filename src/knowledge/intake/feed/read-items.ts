import type { AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';
import { isoDate } from '../dates.ts';
import { cleanAddress, isFrontPage } from '../web-page/address.ts';
import { bylineOf } from '../web-page/byline.ts';
import { plainOf } from '../web-page/entities.ts';
import { fingerprint } from './fingerprint.ts';
import { asHtml, plainAsHtml } from './html.ts';
import type { FeedItem } from './item.ts';

/** What every format states, in whatever way: of several statements the first that says something counts. */
interface Stated {
  readonly ids: readonly (string | undefined)[];
  readonly addresses: readonly (string | undefined)[];
  readonly title: string | undefined;
  readonly writers: readonly (string | undefined)[];
  readonly outlets: readonly (string | undefined)[];
  readonly published: readonly (string | undefined)[];
  readonly updated: readonly (string | undefined)[];
  readonly content: string | null;
  readonly summary: string | null;
}

/** Longer ids are texts: they serve by their fingerprint. */
const LONGEST_ID = 500;
/** In UTF-16 code units: what is longer is no headline. It is told in the log each time an item fails. */
const LONGEST_TITLE = 1_000;
/** Nobody signs with more. */
const MOST_WRITERS = 50;

function itemOf(stated: Stated, base: string): FeedItem {
  const url = first(stated.addresses, (address) => articleAddress(address, base));
  const title = first([stated.title], (text) => plainOf(text) || null);
  const outlet = first(stated.outlets, (name) => plainOf(name) || null);
  const published = first(stated.published, isoDate);
  const updated = first(stated.updated, isoDate);
  const id = first(stated.ids, (text) => text.trim() || null) ?? url;
  const lastResort = fingerprint(JSON.stringify([title, published ?? updated ?? stated.summary]));
  return {
    id: id === null ? lastResort : id.length > LONGEST_ID ? fingerprint(id) : id,
    url,
    title: title !== null && title.length > LONGEST_TITLE ? null : title,
    byline: bylineOf(
      stated.writers.slice(0, MOST_WRITERS).flatMap((name) => (name === undefined ? [] : [plainOf(name)])),
      outlet,
    ),
    outlet,
    published,
    updated: updated !== null && published !== null && isSameMoment(updated, published) ? null : updated,
    content: stated.content,
    summary: stated.summary,
  };
}

/** Some systems give the site's front for every item: that is the address of none. */
function articleAddress(address: string, base: string): string | null {
  const clean = cleanAddress(address, base);
  return clean === null || isFrontPage(clean) ? null : clean;
}

function first(texts: readonly (string | undefined)[], read: (text: string) => string | null): string | null {
  for (const text of texts) {
    const found = text === undefined ? null : read(text);
    if (found !== null) return found;
  }
  return null;
}

function isSameMoment(one: string, other: string): boolean {
  return one === other || Date.parse(one) === Date.parse(other);
}

/**
 * @param item of RSS 0.9x or 2.0
 * @param base what its addresses are relative to
 */
export function rssItem(item: RssFeed.Item<string>, base: string): FeedItem {
  const guid = item.guid?.value;
  const permalink = item.guid?.isPermaLink !== false && /^https?:\/\//i.test(guid ?? '') ? guid : undefined;
  return itemOf(
    {
      ...sharedOf(item),
      ids: [guid],
      addresses: [...(item.dcterms?.isVersionOf ?? []), item.link, alternate(item.atom?.links), permalink],
      writers: [...(item.dc?.creators ?? []), ...namesOf(item.dc?.creators ? [] : item.authors)],
      outlets: [item.source?.title, ...(item.dc?.publishers ?? [])],
      published: [item.pubDate, ...sharedDates(item)],
    },
    item.xml?.base === undefined ? base : resolved(item.xml.base, base),
  );
}

/**
 * @param item of RSS 0.90 or 1.0, which are RDF
 * @param base what its addresses are relative to
 */
export function rdfItem(item: RdfFeed.Item<string>, base: string): FeedItem {
  return itemOf(
    {
      ...sharedOf(item),
      ids: [item.rdf?.about],
      addresses: [...(item.dcterms?.isVersionOf ?? []), item.link, item.rdf?.about],
      writers: item.dc?.creators ?? [],
      outlets: item.dc?.publishers ?? [],
      published: sharedDates(item),
    },
    base,
  );
}

type RssOrRdf = RssFeed.Item<string> | RdfFeed.Item<string>;

function sharedOf(item: RssOrRdf): Pick<Stated, 'title' | 'updated' | 'content' | 'summary'> {
  const summary = asHtml(item.description ?? item.dc?.descriptions?.[0]);
  return {
    title: item.title ?? item.dc?.titles?.[0],
    updated: [item.atom?.updated, ...(item.dcterms?.modified ?? [])],
    content: asHtml(item.content?.encoded) ?? (isLong(summary) ? summary : null),
    summary,
  };
}

function sharedDates(item: RssOrRdf): (string | undefined)[] {
  const { dc, dcterms, atom } = item;
  return [...(dc?.dates ?? []), ...(dcterms?.issued ?? []), ...(dcterms?.created ?? []), atom?.published];
}

/** Many outlets put the whole article where the summary belongs: no summary has so many paragraphs. */
function isLong(summary: string | null): boolean {
  return summary !== null && summary.length > 1_000 && (summary.match(/<p[\s>]/gi)?.length ?? 0) >= 3;
}

/**
 * @param entry of Atom
 * @param feedBase what addresses of the feed are relative to
 */
export function atomItem(entry: AtomFeed.Entry<string>, feedBase: string): FeedItem {
  const base = entry.xml?.base === undefined ? feedBase : resolved(entry.xml.base, feedBase);
  return itemOf(
    {
      ids: [entry.id],
      addresses: [...(entry.dcterms?.isVersionOf ?? []), alternate(entry.links), permalinkOf(entry.id)],
      title: entry.title?.value,
      writers: namesOf(entry.authors),
      outlets: [entry.source?.title?.value, ...(entry.dc?.publishers ?? [])],
      published: [entry.published, ...(entry.dc?.dates ?? []), ...(entry.dcterms?.issued ?? [])],
      updated: [entry.updated],
      content: entry.content?.src === undefined ? atomHtml(entry.content) : null,
      summary: atomHtml(entry.summary),
    },
    base,
  );
}

/** An entry without a link may have its address for an id; without anything, its own page is not known. */
function permalinkOf(id: string | undefined): string | undefined {
  return /^https?:\/\//i.test(id ?? '') ? id : undefined;
}

/** Text is plain in Atom where nothing else is said, but not in every feed. */
function atomHtml(text: { readonly value?: string; readonly type?: string } | undefined): string | null {
  const type = text?.type?.toLowerCase() ?? '';
  if (/html/.test(type)) return asHtml(text?.value);
  if (type !== '' && !/^text(?:\/plain)?$/.test(type)) return null;
  const html = asHtml(text?.value);
  return html === text?.value ? html : plainAsHtml(text?.value);
}

/**
 * @param item of JSON Feed
 * @param base what its addresses are relative to
 */
export function jsonItem(item: JsonFeed.Item<string>, base: string): FeedItem {
  return itemOf(
    {
      ids: [item.id],
      addresses: [item.url, item.external_url, permalinkOf(item.id)],
      title: item.title,
      writers: namesOf(item.authors),
      outlets: [],
      published: [item.date_published],
      updated: [item.date_modified],
      content: asHtml(item.content_html) ?? plainAsHtml(item.content_text),
      summary: plainAsHtml(item.summary),
    },
    base,
  );
}

type Links = readonly { readonly href?: string; readonly rel?: string; readonly type?: string }[];

function alternate(links: Links | undefined): string | undefined {
  const alternates = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate');
  return (alternates.find(({ type }) => type === undefined || /html/i.test(type)) ?? alternates[0])?.href;
}

function namesOf(people: readonly { readonly name?: string }[] | undefined): (string | undefined)[] {
  return (people ?? []).map(({ name }) => name);
}

/**
 * In UTF-16 code units. What a feed gives as the base of its addresses is a part of each of them: of 400 KB and a thousand
 * items it made 400 MB.
 */
const LONGEST_BASE = 4_000;

/** @returns the address, absolute; the base where it is none, or too long to be one */
export function resolved(address: string, base: string): string {
  if (address.length > LONGEST_BASE || !URL.canParse(address, base)) return base;
  return new URL(address, base).href;
}
