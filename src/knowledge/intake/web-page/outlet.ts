import { onOneLine } from '../white-space.ts';
import type { Page } from './dom.ts';
import { type Found, JSON_LD, told } from './found.ts';
import { titleOf } from './headline.ts';
import { type Node, textOf } from './json-ld.ts';
import { META_NAMES, type Meta, metaFound } from './meta.ts';

/**
 * @param url the article's address
 * @returns the outlet's name, as the page states it
 */
export function outletOf(
  page: Page,
  meta: Meta,
  node: Node | null,
  url: string | null,
): Found<string> | null {
  const marked = [...page.body.querySelectorAll('[itemprop~="publisher"] [itemprop~="name"]')][0];
  const name = marked && onOneLine(marked.getAttribute('content') ?? marked.textContent);
  return (
    told(node && textOf(node.publisher), JSON_LD) ??
    metaFound(meta, META_NAMES.outlet) ??
    told(name || null, 'the markup') ??
    told(nameInTitle(titleOf(page), url), "the page's title")
  );
}

/** "Ferry to close - The Daily Ferry", at dailyferry.example: what stands last is the outlet where its address says so. */
function nameInTitle(title: string | null, url: string | null): string | null {
  if (title === null || url === null) return null;
  const last =
    title
      .split(/ [|–—·»-] /)
      .slice(1)
      .at(-1)
      ?.trim() ?? '';
  const host = new URL(url).hostname.toLowerCase();
  const letters = last.toLowerCase().replace(/^the\s+|\.(?:com|org|net)$|[^a-z0-9]+/g, '');
  return letters.length > 2 && host.split('.').some((label) => label.replaceAll('-', '') === letters)
    ? last
    : null;
}
