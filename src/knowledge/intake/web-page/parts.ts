import type { LeftOutReason } from '../draft.ts';
import { around, childrenOf, isElement, isText, type PageElement } from './dom.ts';
import { wordsOf } from './names.ts';
import {
  ADVERTISING,
  CAPTION,
  COMMENTS,
  COPYRIGHT,
  CREDIT,
  CREDIT_ALONE,
  DETAILS,
  GALLERY,
  LEGAL,
  NAVIGATION,
  PROMOTION,
  RIGHTS,
  WALL,
  WALL_WORDS,
} from './part-names.ts';

/**
 * How far a page's own names are believed: all of them; those of parts that are mostly links, and of what
 * readers and lawyers wrote; or none, and the tags alone.
 */
export type Trust = 'names' | 'links' | 'tags';

/** How much an element holds. */
interface Size {
  readonly chars: number;
  readonly linked: number;
}

/** Tells which parts of a page are not its story, by what they are and how they are named. */
export interface Parts {
  /** @returns why an element and all within it is no part of the story, or `null` where it may be one */
  reason(element: PageElement): LeftOutReason | null;
}

const ROLES: ReadonlyMap<string, LeftOutReason> = new Map([
  ['navigation', 'navigation'],
  ['menu', 'navigation'],
  ['menubar', 'navigation'],
  ['toolbar', 'navigation'],
  ['search', 'navigation'],
  ['contentinfo', 'legal'],
  ['dialog', 'promotion'],
  ['alertdialog', 'promotion'],
]);

/** Places for advertising hold its label at most: nobody writes a paragraph into one. */
const LONGEST_ADVERTISING = 150;
const LONGEST_LABEL = 40;

/** Longer than any caption or credit: such an element holds the story beside its picture. */
const LONGEST_CAPTION = 1_200;
/** Where names are not believed, a longer one is a paragraph. */
const LONGEST_SURE_CAPTION = 250;
const LONGEST_CREDIT = 300;
const LONGEST_DETAILS = 160;
const LONGEST_WALL = 600;
/** The paragraph that begins with one may be named by it. */
const LONGEST_DATELINE = 60;
/** Of the page's text. More than this is the story itself, whatever a template calls it. */
const MOST = 0.4;

/**
 * @param body the page's body
 * @param core elements that are certain to stand in or around the story: what holds them is never left out
 * @param trust which names are believed
 */
export function partsOf(body: PageElement, core: readonly PageElement[], trust: Trust = 'names'): Parts {
  const sizes = measured(body);
  const all = sizes.get(body)?.chars ?? 0;
  const kept = new Set(core.flatMap((element) => [...around(element)]));
  const sizeOf = (element: PageElement): Size => sizes.get(element) ?? { chars: 0, linked: 0 };
  return {
    reason(element) {
      if (element === body || kept.has(element)) return null;
      const size = sizeOf(element);
      const reason = reasonOf(element, size, trust);
      // Readers and lawyers write more than the outlet does, so theirs have no measure.
      const unmeasured =
        (reason === 'comments' && !mayBeOpinion(element)) ||
        (reason === 'legal' && /cookie|privacy/i.test(element.textContent) && !holdsArticle(element));
      return !unmeasured && size.chars > all * MOST && size.linked < size.chars / 2 ? null : reason;
    },
  };
}

function reasonOf(element: PageElement, size: Size, trust: Trust): LeftOutReason | null {
  const { tagName } = element;
  const ofTag = reasonOfTag(element, size);
  // Articles are told in pictures, too: then the captions are the story.
  if (ofTag === 'caption' && trust !== 'names' && size.chars > LONGEST_SURE_CAPTION) return null;
  if (ofTag !== null) return ofTag;
  const named = trust === 'tags' ? null : reasonOfName(element, size);
  const believed =
    trust === 'names' || named === 'comments' || named === 'legal' || size.linked > size.chars / 2;
  if (named !== null && believed) return named;
  return tagName === 'ASIDE' ? 'promotion' : null;
}

function reasonOfTag(element: PageElement, size: Size): LeftOutReason | null {
  const { tagName } = element;
  if (tagName === 'NAV') return 'navigation';
  if (tagName === 'TIME') return 'details';
  if (tagName === 'FIGCAPTION') return isCredit(wordsOf(element)) && size.chars < 100 ? 'credit' : 'caption';
  const role = ROLES.get(element.getAttribute('role') ?? '');
  if (role !== undefined) return role;
  if (element.getAttribute('aria-modal') === 'true') return 'promotion';
  if (tagName !== 'FORM' || size.chars >= 1_500) return null;
  return wordsOf(element).some((word) => COMMENTS.test(word)) ? 'comments' : 'promotion';
}

function reasonOfName(element: PageElement, size: Size): LeftOutReason | null {
  const { tagName } = element;
  const words = wordsOf(element);
  const is = (pattern: RegExp) => words.some((word) => pattern.test(word));
  const linky = size.linked > size.chars / 2;
  if (is(CAPTION) && size.chars <= LONGEST_CAPTION && tagName !== 'CAPTION') {
    return holdsPicture(element) ? null : 'caption';
  }
  if (isCredit(words) && size.chars <= LONGEST_CREDIT && !holdsPicture(element)) return 'credit';
  if ((is(COMMENTS) || isComment(element)) && isPart(element)) return 'comments';
  if (is(LEGAL) || (is(COPYRIGHT) && size.chars < 600 && RIGHTS.test(element.textContent))) return 'legal';
  if (is(GALLERY) && size.chars < 6_000) return 'gallery';
  if (is(ADVERTISING) && size.chars < (tagName === 'P' ? LONGEST_LABEL : LONGEST_ADVERTISING))
    return 'promotion';
  if (is(WALL) && size.chars < LONGEST_WALL && WALL_WORDS.test(element.textContent)) return 'promotion';
  if (is(PROMOTION) && (linky || size.chars < 2_000 || tagName === 'ASIDE')) return 'promotion';
  if (is(NAVIGATION) && (linky || size.chars < 400) && !holdsQuotation(element)) return 'navigation';
  if (is(/^dateline$/) && size.chars < LONGEST_DATELINE && !/[.!?][^\w.!?]*$/.test(element.textContent))
    return 'details';
  return is(DETAILS) && size.chars <= LONGEST_DETAILS ? 'details' : null;
}

/** What somebody posted elsewhere is quoted, in a box that is named "social". */
function holdsQuotation(element: PageElement): boolean {
  return [...element.querySelectorAll('blockquote')].length > 0;
}

function isCredit(words: readonly string[]): boolean {
  return words.some((word) => CREDIT.test(word) && !CREDIT_ALONE.test(word));
}

function holdsArticle(element: PageElement): boolean {
  return (
    /^(?:ARTICLE|MAIN)$/.test(element.tagName) || [...element.querySelectorAll('article,main')].length > 0
  );
}

/** `wp-caption` stands around a picture and its caption, which has a name of its own. */
function holdsPicture(element: PageElement): boolean {
  return [...element.querySelectorAll('img,picture,video,amp-img,figcaption')].length > 0;
}

/** "tone-comment" is an opinion, "comment" and "comment-12" are a reader's. */
function isComment(element: PageElement): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return /(?:^|\s)comment(?:[-_]?\d+)?(?:\s|$)/i.test(names);
}

/** Opinion pages are named by the one word as well, but not the items of a list. */
function mayBeOpinion(element: PageElement): boolean {
  return isComment(element) && element.tagName !== 'LI';
}

/** "comment" may name one word's mark-up; what holds comments is a block of the page. */
function isPart(element: PageElement): boolean {
  return /^(?:DIV|SECTION|OL|UL|LI|ARTICLE|ASIDE|FOOTER|FORM)$/.test(element.tagName);
}

function measured(body: PageElement): ReadonlyMap<PageElement, Size> {
  const sizes = new Map<PageElement, Size>();
  const measure = (element: PageElement, inLink: boolean): Size => {
    const link = inLink || element.tagName === 'A';
    let chars = 0;
    let linked = 0;
    for (const child of childrenOf(element)) {
      if (isText(child)) {
        const length = child.textContent.replace(/\s+/g, ' ').trim().length;
        chars += length;
        if (link) linked += length;
      } else if (isElement(child)) {
        const inner = measure(child, link);
        chars += inner.chars;
        linked += inner.linked;
      }
    }
    const size = { chars, linked };
    sizes.set(element, size);
    return size;
  };
  measure(body, false);
  return sizes;
}
