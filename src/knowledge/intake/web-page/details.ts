import type { ArticleKind } from '../../article.ts';
import { isoDate } from '../dates.ts';
import type { Details, Stated } from '../draft.ts';
import { bylineOf } from './byline.ts';
import type { Page } from './dom.ts';
import { type Found, JSON_LD, metaTag, told } from './found.ts';
import { headlineOf, titleOf } from './headline.ts';
import { type Hints, mainArticle, type Node, textOf, textsOf } from './json-ld.ts';
import { languageOf } from './language.ts';
import { lineOf, visibleHeadline } from './markup.ts';
import { META_NAMES, type Meta, readMeta } from './meta.ts';
import { outletOf } from './outlet.ts';
import { canonicalOf, urlOf } from './url.ts';
import { visibleByline } from './visible-byline.ts';
import { visibleDates } from './visible-dates.ts';

/** What a page says about its article. */
export interface PageDetails {
  readonly details: Details;
  readonly stated: Stated;
  /** The article's node of the page's JSON-LD. */
  readonly node: Node | null;
  /** Whether the page states that it is an article. */
  readonly isArticle: boolean;
}

/**
 * @param page the page as it arrived: its scripts are still in it
 * @param address where it was fetched, if it was
 * @returns what it states; of several statements the JSON-LD's, then the meta tags', then the markup's
 */
export function readDetails(page: Page, address: string | null): PageDetails {
  const meta = readMeta(page);
  const heading = visibleHeadline(page);
  const node = mainArticle(jsonLdOf(page), hintsOf(page, meta, address));
  const dates = visibleDates(page, heading);
  const url = urlOf(page, meta, node, address);
  const outlet = outletOf(page, meta, node, valueIn(url));
  const found = {
    outlet,
    headline: headlineOf(page, meta, node, outlet?.value ?? null),
    byline: writersOf(page, meta, node, outlet?.value ?? null),
    published:
      dateOf(node, ['datePublished'], meta, META_NAMES.published) ??
      told(dates.published, 'the date on the page'),
    updated:
      dateOf(node, ['dateModified'], meta, META_NAMES.updated) ?? told(dates.updated, 'the date on the page'),
    url,
    kind: kindOf(node),
    language: languageOf(page, meta, node),
  };
  return {
    details: {
      outlet: valueIn(found.outlet),
      headline: valueIn(found.headline),
      byline: valueIn(found.byline),
      published: valueIn(found.published),
      updated: valueIn(found.updated),
      url: valueIn(found.url),
      kind: valueIn(found.kind),
      language: valueIn(found.language),
    },
    stated: Object.fromEntries(
      Object.entries(found).flatMap(([key, one]) => (one === null ? [] : [[key, one.where]])),
    ),
    node,
    isArticle:
      node !== null ||
      meta.get('og:type')?.some((type) => /article|^post$/i.test(type)) === true ||
      meta.has('article:published_time'),
  };
}

function valueIn<Value>(found: Found<Value> | null): Value | null {
  return found?.value ?? null;
}

function jsonLdOf({ root }: Page): string[] {
  return [...root.querySelectorAll('script[type*="ld+json" i]')].map((script) => script.textContent);
}

/** Pages have one or two of each. */
const MOST_HINTS = 10;

function hintsOf(page: Page, meta: Meta, address: string | null): Hints {
  const heading = visibleHeadline(page);
  return {
    addresses: [address, canonicalOf(page), ...(meta.get('og:url') ?? [])]
      .filter((one) => one !== null)
      .slice(0, MOST_HINTS),
    headlines: [heading && lineOf(heading), titleOf(page), ...(meta.get('og:title') ?? [])]
      .filter((one) => one !== null)
      .slice(0, MOST_HINTS),
  };
}

function writersOf(page: Page, meta: Meta, node: Node | null, outlet: string | null): Found<string> | null {
  const fromNode = told(node && bylineOf(namesIn(node.author ?? node.creator), outlet), JSON_LD);
  if (fromNode !== null) return fromNode;
  const seen = bylineOf(visibleByline(page, visibleHeadline(page)), outlet);
  for (const name of META_NAMES.byline) {
    const writers = bylineOf(meta.get(name) ?? [], outlet);
    // "Courier Staff" is what systems state of everybody: the page may know better.
    if (writers !== null && (seen === null || !/\b(?:staff|team|newsroom|editors)$/i.test(writers))) {
      return { value: writers, where: metaTag(name) };
    }
  }
  return told(seen, 'the byline on the page');
}

/** Nobody signs with more. */
const MOST_WRITERS = 50;

function namesIn(authors: unknown): string[] {
  const list = Array.isArray(authors) ? authors : [authors];
  return list
    .slice(0, MOST_WRITERS)
    .flatMap((author: unknown) =>
      typeof author === 'object' && author !== null && 'name' in author
        ? textsOf(author.name)
        : textsOf(author),
    );
}

function dateOf(
  node: Node | null,
  properties: readonly string[],
  meta: Meta,
  names: readonly string[],
): Found<string> | null {
  const inNode = properties.flatMap((property) => textsOf(node?.[property])).map((text) => isoDate(text));
  const stated = inNode.find((date) => date !== null);
  if (stated !== undefined && stated !== null) return { value: stated, where: JSON_LD };
  for (const name of names) {
    const date = meta
      .get(name)
      ?.map((text) => isoDate(text))
      .find((one) => one !== null);
    if (date !== undefined && date !== null) return { value: date, where: metaTag(name) };
  }
  return null;
}

function kindOf(node: Node | null): Found<ArticleKind> | null {
  const headline = node === null ? null : textOf(node.headline);
  return /^(?:full )?transcript\b|\btranscript[)\]]?$/i.test(headline ?? '')
    ? { value: 'transcript', where: JSON_LD }
    : null;
}
