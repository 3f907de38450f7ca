import { languageTag } from '../../language-tag.ts';
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
    told(firstTag(inMarkup), "the page's lang attribute") ??
    told(firstTag(textOf(code)), JSON_LD) ??
    told(firstTag(metaFound(meta, META_NAMES.language)?.value ?? null), 'the meta tags')
  );
}

/** Of several languages the first: "en, fr". */
function firstTag(stated: string | null): string | null {
  return languageTag(stated?.trim().split(/[,;\s]/)[0]);
}
