import type { Page } from './dom.ts';
import { plainOf } from './entities.ts';
import { type Found, JSON_LD, told } from './found.ts';
import { type Node, textOf } from './json-ld.ts';
import { lineOf, visibleHeadline } from './markup.ts';
import { META_NAMES, type Meta, metaFound } from './meta.ts';

/** @returns the text of the page's `title`, with whatever a site adds to it */
export function titleOf({ root }: Page): string | null {
  const title = [...root.querySelectorAll('title')][0];
  return title === undefined ? null : plainOf(title.textContent) || null;
}

/** " | The Daily Ferry", " - Ferry". */
const SEPARATOR = /^(?:\s+[|–—:»·•-]+\s|\s*[|»])/;

/**
 * @param outlet the outlet's name, which systems add to headlines
 * @returns the article's headline, alone
 */
export function headlineOf(
  page: Page,
  meta: Meta,
  node: Node | null,
  outlet: string | null,
): Found<string> | null {
  const heading = visibleHeadline(page);
  const seen = heading && lineOf(heading);
  const stated =
    told(node && titleIn(node, [seen, ...(meta.get('og:title') ?? []), titleOf(page)]), JSON_LD) ??
    metaFound(meta, META_NAMES.headline) ??
    told(seen || null, 'the headline on the page') ??
    told(titleOf(page), "the page's title");
  if (stated === null) return null;
  const whole = withoutSuffix(stated.value, outlet, seen);
  const cut = /^(.{20,}?)\s*(?:…|\.\.\.)$/.exec(whole)?.[1];
  // Systems cut headlines for search engines; the page has the whole.
  if (seen && cut !== undefined && seen.startsWith(cut))
    return { value: seen, where: 'the headline on the page' };
  return { ...stated, value: whole };
}

/** Where `headline` and `name` differ, one of them is often a description: the page's own title decides. */
function titleIn(node: Node, titles: readonly (string | null | undefined)[]): string | null {
  const [headline, name] = [textOf(node.headline), textOf(node.name)];
  const onPage = (title: string) =>
    titles.some((other) => other?.toLowerCase().includes(title.toLowerCase()));
  if (headline !== null && name !== null && !onPage(headline) && onPage(name)) return name;
  return headline ?? name;
}

function withoutSuffix(title: string, outlet: string | null, seen: string | null): string {
  if (seen && seen.length > 15 && title.startsWith(seen) && SEPARATOR.test(title.slice(seen.length)))
    return seen;
  const at = Math.max(...[' | ', ' - ', ' – ', ' — ', ' · ', ' » '].map((mark) => title.lastIndexOf(mark)));
  if (at <= 0 || outlet === null) return title;
  return title.slice(at + 3).toLowerCase() === outlet.toLowerCase() ? title.slice(0, at).trim() : title;
}
