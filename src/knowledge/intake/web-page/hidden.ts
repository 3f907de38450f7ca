import { childrenOf, isElement, isText, type PageElement, type PageNode } from './dom.ts';
import { unseenBy } from './unseen-style.ts';

/** Said to those who hear the page: "opens in a new window". */
const HEARD =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|a11y-(?:hidden|text)|offscreen|u-hidden-visually)(?:$|[\s_-])/i;

/** Shown on paper alone: "cite this page as". */
const PRINTED = /(?:^|\s)(?:d-print-block|visible-print(?:-block)?|print-only|only-print)(?:$|\s)/i;

/** @returns whether a reader who sees the page sees nothing of the element */
export function isHidden(element: PageElement): boolean {
  if (element.getAttribute('hidden') !== null) return true;
  if (isUnseen(element)) return true;
  if (PRINTED.test(element.getAttribute('class') ?? '') || isCard(element)) return true;
  if (element.getAttribute('aria-hidden') === 'true') return !isDropCap(element);
  // A drop cap's other half: the word for those who hear it, beside the letters for those who see it.
  return HEARD.test(element.getAttribute('class') ?? '') && !besideSilent(element);
}

/** Boxes without a size for letters close the gaps between those within, which have theirs. */
function isUnseen(element: PageElement): boolean {
  const unseen = unseenBy(element.getAttribute('style') ?? '');
  if (unseen !== 'size') return unseen !== null;
  return [...element.querySelectorAll('[style*="font" i]')].length === 0;
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
  const parent = element.parentNode;
  if (parent === null) return false;
  const silent = silentIn.get(parent) ?? childrenOf(parent).filter((child) => isSilent(child));
  silentIn.set(parent, silent);
  return silent.some((other) => other !== element);
}

/** Looked for once in each parent: of many siblings each asks for all the others. */
const silentIn = new WeakMap<PageElement, readonly PageNode[]>();

function isSilent(node: PageNode): boolean {
  return (
    isElement(node) &&
    node.getAttribute('aria-hidden') === 'true' &&
    /^.{1,3}$/u.test(node.textContent.trim())
  );
}
