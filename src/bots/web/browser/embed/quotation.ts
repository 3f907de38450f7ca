import type { QuoteJson } from './answer-json.ts';
import { element, link, theirs } from './dom.ts';
import { sourceParts } from './source.ts';

/** Stands where a headline would, so that there is something to press. */
const NO_HEADLINE = 'read it in the article';

/**
 * @param quote what is quoted
 * @param origin of the server, which has every article
 * @returns the quotation, its words letter for letter, with its source
 */
export function quotation(quote: QuoteJson, origin: string): HTMLElement {
  const { speaker, outlet, headline, published, updated } = sourceParts(quote);
  const parts = [
    speaker === null ? null : theirs(speaker),
    theirs(outlet),
    link(addressOf(quote, origin), headline === '' ? theirs(NO_HEADLINE) : theirs(headline)),
    ...[published, updated],
  ].filter((part) => part !== null);
  // Dates are not broken.
  const line = parts.flatMap((part, index) => [
    ...(index === 0 ? [] : [' · ']),
    typeof part === 'string' ? element('span', {}, part) : part,
  ]);
  return element(
    'figure',
    {},
    element('blockquote', { dir: 'auto' }, ...emphasised(quote)),
    element('figcaption', {}, ...line),
  );
}

/** The outlet's page, at the very sentence; without one, our own reader. */
function addressOf({ citation, start, end }: QuoteJson, origin: string): string {
  const path = [citation.story, citation.article].map(encodeURIComponent).join('/');
  return citation.link ?? `${origin}/story/${path}?at=${start}-${end}#quote`;
}

function emphasised({ text, emphasis }: QuoteJson): readonly (Node | string)[] {
  let at = 0;
  const parts = emphasis.flatMap(({ start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return [before, element('strong', {}, text.slice(start, end))];
  });
  return [...parts, text.slice(at)];
}
