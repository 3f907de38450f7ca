import { cleanAddress, isFrontPage, isSameSite } from './address.ts';
import type { Page } from './dom.ts';
import { type Found, JSON_LD, told } from './found.ts';
import { addressesOf, type Node } from './json-ld.ts';
import { META_NAMES, type Meta, metaFound } from './meta.ts';

/** @returns the address that the page's canonical link states, as it stands there */
export function canonicalOf({ root }: Page): string | null {
  const links = [...root.querySelectorAll('link[rel~="canonical" i]')];
  return (
    links.map((link) => link.getAttribute('href')).find((href) => href !== null && href.trim() !== '') ?? null
  );
}

/**
 * What a page says of its address is believed on its own site: whoever links to another outlet's article as their own
 * would have their words shown as that outlet's, and put in the place of what it wrote.
 *
 * @param address where the page was fetched; `null` where that is not known, and all that it says is believed
 * @returns the article's own address, absolute and clean
 */
export function urlOf(
  page: Page,
  meta: Meta,
  node: Node | null,
  address: string | null,
): Found<string> | null {
  const own = address === null ? null : cleanAddress(address, null);
  const base = [...page.root.querySelectorAll('base[href]')][0]?.getAttribute('href') ?? null;
  const resolved = (base !== null && cleanAddress(base, own)) || own;
  const stated = [
    told(canonicalOf(page), 'the canonical link'),
    metaFound(meta, META_NAMES.url),
    ...(node === null ? [] : addressesOf(node)).map((value) => told(value, JSON_LD)),
  ].flatMap((one) => {
    const clean = one && cleanAddress(one.value, resolved);
    return one === null || clean === null || (own !== null && !isSameSite(clean, own))
      ? []
      : [{ ...one, value: clean }];
  });
  // A canonical link to the front page is a template's mistake, unless that is what was fetched.
  const deeper = own === null || !isFrontPage(own);
  return stated.find(({ value }) => !deeper || !isFrontPage(value)) ?? told(own, 'the address given');
}
