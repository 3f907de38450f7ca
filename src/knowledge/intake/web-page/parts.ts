import type { LeftOutReason } from '../draft.ts';
import { around, childrenOf, isElement, isText, type PageElement } from './dom.ts';
import { wordsOf } from './names.ts';

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

const CAPTION =
  /^(?:[a-z]*captions?|captiontext|cutline|legende|bildunterschrift|bildtext|imagedescription|imagelegend|photodescription)$/;
const CREDIT =
  /^(?:(?:photo|image|img|media|picture|figure|video|caption|bild)?(?:credits?|copyright|source|attribution|nachweis)|photographer|photoby|bildquelle|creditline)$/;
/** "source" and "copyright" alone are said of much else. */
const CREDIT_ALONE = /^(?:source|copyright|attribution|nachweis)$/;
const GALLERY =
  /^(?:(?:photo|image|media|picture)?(?:gallery|galleries|slideshow|carousel)|slider|swiper|lightbox|photoswipe|flickity|slick)$/;
const COMMENTS =
  /^(?:comments|commentlist|commentsarea|commentssection|disqus\w*|discussion|respond|commentform|livefyre|viafoura|openweb|spotim|fbcomments|coraltalk|replies)$/;
const PROMOTION =
  /^(?:promo|promos|promotion|promobox|promoted|related|relateds|relatedposts|relatedarticles|relatedstories|relatedcontent|relatedlinks|recommended|recommendations?|recirc|recirculation|readmore|readnext|readalso|alsoread|morestories|morefrom|moreon|seealso|upnext|nextup|mostread|mostpopular|mostviewed|trending|newsletters?|signup|signupbox|subscribe|subscription|subscriptions|paywall|piano|regwall|donate|donation|donations|advert|adverts|advertisement|advertisements|advertising|adslot|adunit|adwrapper|adcontainer|adsbygoogle|sponsor|sponsors|sponsored|taboola|outbrain|zergnet|revcontent|yarpp|jprelatedposts|crosspromo|inlinepromo|calltoaction|appdownload|appstore|followus|socialfollow|partnerlinks|shopping|affiliate|marketing|interstitial|rail|sidebar|seriesnav|teaserlist|richlink|bio|authorbio|authorbox|aboutauthor|abouttheauthor|bodybio|contributorbio)$/;
/** Short names, which mean nothing where machines name: nobody writes a paragraph into a place for advertising. */
const ADVERTISING = /^(?:ads?|cta|dfp|gpt)$/;
const LONGEST_ADVERTISING = 150;
const LONGEST_LABEL = 40;
const NAVIGATION =
  /^(?:nav|navbar|navigation|menu|submenu|menus|breadcrumbs?|crumbs|pagination|pager|skiplinks?|skipto|skiptocontent|share|shares|sharing|sharebar|sharetools|sharebuttons|sharelinks|sharethis|sharedaddy|social|socials|socialshare|sociallinks|socialmedia|socialbar|socialbuttons|addthis|addtoany|toolbar|taglist|tags|tagcloud|topics|topiclist|utilitybar|audioplayer|listen|texttospeech|readingtime|readtime|backtotop|printbutton|searchform|masthead|prevnext|postnavigation)$/;
const LEGAL =
  /^(?:cookie|cookies|cookiebanner|cookienotice|cookieconsent|consent|consentbanner|gdpr|ccpa|onetrust|onetrustconsentsdk|didomi|sourcepoint|privacybanner|legalnotice|disclaimer|copyrightnotice|termsofuse)$/;
const DETAILS =
  /^(?:byline|bylines|timestamp|datetime|pubdate|publishdate|publisheddate|datepublished|postdate|entrydate|postedon|postmeta|entrymeta|articlemeta|storymeta|metadata|authorname|authorinfo|articleinfo|lastupdated|articledate|publicationdate)$/;
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

/** Longer than any caption or credit: such an element holds the story beside its picture. */
const LONGEST_CAPTION = 1_200;
const LONGEST_CREDIT = 300;
const LONGEST_DETAILS = 160;
/** The paragraph that begins with one may be named by it. */
const LONGEST_DATELINE = 60;
/** Of the page's text. More than this is the story itself, whatever a template calls it. */
const MOST = 0.4;

/**
 * @param body the page's body
 * @param core elements that are certain to stand in or around the story: what holds them is never left out
 */
export function partsOf(body: PageElement, core: readonly PageElement[]): Parts {
  const sizes = measured(body);
  const all = sizes.get(body)?.chars ?? 0;
  const kept = new Set(core.flatMap((element) => [...around(element)]));
  const sizeOf = (element: PageElement): Size => sizes.get(element) ?? { chars: 0, linked: 0 };
  return {
    reason(element) {
      if (element === body || kept.has(element)) return null;
      const size = sizeOf(element);
      const reason = reasonOf(element, size);
      // Readers and lawyers write more than the outlet does, so theirs have no measure.
      const unmeasured =
        (reason === 'comments' && !mayBeOpinion(element)) ||
        (reason === 'legal' && /cookie|privacy/i.test(element.textContent) && !holdsArticle(element));
      return !unmeasured && size.chars > all * MOST && size.linked < size.chars / 2 ? null : reason;
    },
  };
}

function reasonOf(element: PageElement, size: Size): LeftOutReason | null {
  const { tagName } = element;
  if (tagName === 'NAV') return 'navigation';
  if (tagName === 'TIME') return 'details';
  if (tagName === 'FIGCAPTION') return isCredit(wordsOf(element)) && size.chars < 100 ? 'credit' : 'caption';
  const role = ROLES.get(element.getAttribute('role') ?? '');
  if (role !== undefined) return role;
  if (element.getAttribute('aria-modal') === 'true') return 'promotion';
  const words = wordsOf(element);
  const is = (pattern: RegExp) => words.some((word) => pattern.test(word));
  const linky = size.linked > size.chars / 2;
  if (tagName === 'FORM' && size.chars < 1_500) return is(COMMENTS) ? 'comments' : 'promotion';
  if (is(CAPTION) && size.chars <= LONGEST_CAPTION && tagName !== 'CAPTION') {
    return holdsPicture(element) ? null : 'caption';
  }
  if (isCredit(words) && size.chars <= LONGEST_CREDIT && !holdsPicture(element)) return 'credit';
  if ((is(COMMENTS) || isComment(element)) && isPart(element)) return 'comments';
  if (is(LEGAL)) return 'legal';
  if (is(GALLERY) && size.chars < 6_000) return 'gallery';
  if (is(ADVERTISING) && size.chars < (tagName === 'P' ? LONGEST_LABEL : LONGEST_ADVERTISING))
    return 'promotion';
  if (is(PROMOTION) && (linky || size.chars < 2_000 || tagName === 'ASIDE')) return 'promotion';
  if (is(NAVIGATION) && (linky || size.chars < 400)) return 'navigation';
  if (is(/^dateline$/) && size.chars < LONGEST_DATELINE && !/[.!?]\W*$/.test(element.textContent))
    return 'details';
  if (is(DETAILS) && size.chars <= LONGEST_DETAILS) return 'details';
  return tagName === 'ASIDE' ? 'promotion' : null;
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
