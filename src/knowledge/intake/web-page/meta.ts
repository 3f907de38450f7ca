import type { Page } from './dom.ts';
import { plainOf } from './entities.ts';
import { type Found, metaTag } from './found.ts';

/** What the page's meta tags say, by lower-case name, in the page's order. */
export type Meta = ReadonlyMap<string, readonly string[]>;

/** The names under which each detail is stated, the most exact ones first. */
export const META_NAMES = {
  headline: [
    'dc.title',
    'dcterms.title',
    'og:title',
    'parsely-title',
    'sailthru.title',
    'citation_title',
    'weibo:article:title',
    'twitter:title',
  ],
  outlet: ['og:site_name', 'citation_journal_title', 'parsely-network-canonical-name', 'application-name'],
  byline: [
    'dc.creator',
    'dcterms.creator',
    'parsely-author',
    'sailthru.author',
    'citation_author',
    'article:author_name',
    'article:author',
    'og:article:author',
    // The owner of the site, on some.
    'author',
    'dc.contributor',
    'byl',
    'cxenseparse:author',
  ],
  published: [
    'article:published_time',
    'og:published_time',
    'og:article:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'citation_publication_date',
    'citation_date',
    'dcterms.issued',
    'dcterms.created',
    'dc.date.issued',
    'dc.date.created',
    'dcterms.date',
    'dc.date',
    'article.published',
    'publish-date',
    'publish_date',
    'pubdate',
    'ptime',
    'pdate',
    'cxenseparse:recs:publishtime',
    'date',
  ],
  updated: [
    'article:modified_time',
    'og:updated_time',
    'og:article:modified_time',
    'datemodified',
    'dcterms.modified',
    'dc.date.modified',
    'article.updated',
    'last-modified',
    'lastmod',
    'utime',
  ],
  url: ['og:url', 'parsely-link', 'sailthru.url', 'twitter:url'],
  language: ['og:locale', 'dc.language', 'dcterms.language', 'content-language', 'language'],
} as const;

/** Pages have 30 to 150. */
const MOST_TAGS = 1_000;

/** @returns every meta tag that states something */
export function readMeta({ root }: Page): Meta {
  const meta = new Map<string, string[]>();
  for (const tag of [...root.querySelectorAll('meta')].slice(0, MOST_TAGS)) {
    const content = plainOf(tag.getAttribute('content') ?? '');
    if (content === '') continue;
    for (const name of namesOf(
      ['property', 'name', 'itemprop', 'http-equiv'].map((key) => tag.getAttribute(key)),
    )) {
      const values = meta.get(name) ?? [];
      if (!values.includes(content)) meta.set(name, [...values, content]);
    }
  }
  return meta;
}

/** A tag may bear several names, and colons and dots are confused: "DC:title", "og:title twitter:title". */
function namesOf(attributes: readonly (string | null)[]): Set<string> {
  const names = attributes.flatMap((value) => value?.toLowerCase().trim().split(/\s+/) ?? []);
  return new Set(
    names.map((name) => name.replace(/^(dc|dcterms|sailthru):/, '$1.')).filter((name) => name !== ''),
  );
}

/** @returns the first value stated under these names, and where */
export function metaFound(meta: Meta, names: readonly string[]): Found<string> | null {
  for (const name of names) {
    const value = meta.get(name)?.[0];
    if (value !== undefined) return { value, where: metaTag(name) };
  }
  return null;
}
