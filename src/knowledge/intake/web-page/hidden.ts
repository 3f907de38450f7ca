import { childrenOf, isElement, isText, type PageElement } from './dom.ts';

/** Said to those who hear the page: "opens in a new window". */
const HEARD =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|a11y-(?:hidden|text)|offscreen|u-hidden-visually)(?:$|[\s_-])/i;
const UNDISPLAYED = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Shown on paper alone: "cite this page as". */
const PRINTED = /(?:^|\s)(?:d-print-block|visible-print(?:-block)?|print-only|only-print)(?:$|\s)/i;

/** @returns whether a reader who sees the page sees nothing of the element */
export function isHidden(element: PageElement): boolean {
  if (element.getAttribute('hidden') !== null) return true;
  if (UNDISPLAYED.test(element.getAttribute('style') ?? '')) return true;
  if (PRINTED.test(element.getAttribute('class') ?? '') || isCard(element)) return true;
  if (element.getAttribute('aria-hidden') === 'true') return !isDropCap(element);
  // A drop cap's other half: the word for those who hear it, beside the letters for those who see it.
  return HEARD.test(element.getAttribute('class') ?? '') && !besideSilent(element);
}

/** A large first letter is kept from screen readers where they get the word elsewhere. */
function isDropCap(element: PageElement): boolean {
  const text = element.textContent.trim();
  const { nextSibling } = element;
  return (
    /^["'“‘«]?\p{L}{1,3}$/u.test(text) &&
    nextSibling !== null &&
    isText(nextSibling) &&
    /^\p{L}/u.test(nextSibling.textContent)
  );
}

/**
 * What opens over a name when it is pointed at stands in the sentence, right behind the name's link: it
 * leads where the name does, and then to more.
 */
function isCard(element: PageElement): boolean {
  const before = element.tagName === 'SPAN' ? element.previousElementSibling : null;
  const address = before?.tagName === 'A' ? before.getAttribute('href') : null;
  if (address === null) return false;
  const links = [...element.querySelectorAll('a[href]')];
  return links.length > 1 && links.some((link) => link.getAttribute('href') === address);
}

function besideSilent(element: PageElement): boolean {
  const siblings = element.parentNode === null ? [] : childrenOf(element.parentNode);
  return siblings.some(
    (other) =>
      isElement(other) &&
      other !== element &&
      other.getAttribute('aria-hidden') === 'true' &&
      /^.{1,3}$/u.test(other.textContent.trim()),
  );
}
