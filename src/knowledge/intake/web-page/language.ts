import type { Page } from './dom.ts';
import { type Found, JSON_LD, told } from './found.ts';
import { type Node, textOf } from './json-ld.ts';
import { META_NAMES, type Meta, metaFound } from './meta.ts';

/** @returns the page's language as a BCP 47 tag: the markup's word first, since browsers go by it */
export function languageOf({ root, body }: Page, meta: Meta, node: Node | null): Found<string> | null {
  const inMarkup = root.getAttribute('lang') ?? root.getAttribute('xml:lang') ?? body.getAttribute('lang');
  const inNode = node?.inLanguage;
  const code =
    typeof inNode === 'object' && inNode !== null && 'alternateName' in inNode
      ? inNode.alternateName
      : inNode;
  return (
    told(languageTag(inMarkup), "the page's lang attribute") ??
    told(languageTag(textOf(code)), JSON_LD) ??
    told(languageTag(metaFound(meta, META_NAMES.language)?.value ?? null), 'the meta tags')
  );
}

function languageTag(stated: string | null): string | null {
  const tag =
    stated
      ?.trim()
      .replaceAll('_', '-')
      .split(/[,;\s]/)[0] ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    // Not a tag after all: then no language is stated.
    return null;
  }
}
