import type { LeftOutReason } from '../draft.ts';
import { onOneLine } from '../white-space.ts';
import type { Block } from './blocks.ts';
import { childrenOf, isElement, type PageElement } from './dom.ts';

/** Lines that pages put between paragraphs, whole. */
const LABELS: readonly (readonly [RegExp, LeftOutReason])[] = [
  [
    /^(?:advertise?ments?|ads?|advertising|sponsored(?: content| by)?|paid (?:content|post)|promoted(?: content)?|(?:story|article) continues (?:below|after)\b.{0,40}|continue reading (?:below|the main story)|scroll (?:down )?to continue\b.{0,30}|skip (?:ad|advertisement|past newsletter promotion|promotion)\b.{0,30}|after newsletter promotion|loading ?(?:…|\.\.\.)?)$/i,
    'promotion',
  ],
  [
    /^(?:read (?:more|next|also)|also read|more (?:on|from) this (?:story|topic|author)|more (?:stories|news|coverage)|related(?: (?:stories|articles|content|topics|links|posts|coverage|reading))?|recommended(?: (?:for you|reading|stories))?|you (?:may|might) (?:also|be) (?:like|interested in).{0,20}|trending(?: now)?|most (?:read|popular|viewed)|(?:editors?['’]?s?|our) picks?|don['’]t miss|see also|up next|what to read next|top stories|latest (?:news|stories)|subscribe(?: now| today)?|sign up(?: now| here| today)?|follow us|get the app):?$/i,
    'promotion',
  ],
  [
    /^(?:share(?: (?:this|on|via|with)\b.{0,40}| (?:article|story))?|print(?: this)?|e-?mail(?: this)?|copy link|link copied!?|save(?: (?:article|story))?|listen(?: to this)?(?: article| story)?|facebook|twitter|whatsapp|linkedin|reddit|back to top|\d+ min(?:ute)?s? (?:read|ago)|(?:less than )?\d+ minute read|sign in|log ?in|register|topics|tags|explore more topics):?$/i,
    'navigation',
  ],
  [
    /^(?:\d+ )?comments?(?: \(\d+\))?$|^(?:view|show|read|leave|post|add|join)\b.{0,20}\b(?:comments?|reply|conversation)(?: \(\d+\))?$/i,
    'comments',
  ],
  [/^(?:image|media|photo) (?:source|copyright|credit)\b[,:]? ?.{0,120}$/i, 'credit'],
  [/^(?:image|media|photo) caption\b[,:]? ?.{0,600}$/i, 'caption'],
  [
    /^(?:©|\(c\) |copyright (?:©|\(c\)|\d{4})).{0,300}$|^.{0,200}\ball rights reserved\.?(?: .{0,120})?$|^[^.]{0,100}©\s?(?:19|20)\d\d .{0,150}$/i,
    'legal',
  ],
  [
    /^(?:this (?:document|material|article|content)|the content) (?:is subject to copyright|is protected by copyright|is provided for information purposes|may not be (?:published|reproduced)).{0,300}$/i,
    'legal',
  ],
];

/** Other tongues' word for what is not the outlet's, alone on a line. */
const ADVERTISING =
  /^(?:anzeige|werbung|publicidade?|publicité|pubblicità|advertentie|annons|iklan|reklama?|реклама|広告|广告)$/i;
/** Whoever earns by a link has to say so. */
const DISCLOSURE =
  /^\W*(?:ftc|disclosure|note|please note|this|these|our|some|we|if you|as an)\b.{0,160}\baffiliate (?:and\/or referral )?(?:links?|commissions?|program)\b.{0,160}$/i;
/** What systems put into a page's text where a part of them is missing: "[button link=…]Go[/button]". */
const SHORTCODE = /^\[([a-z_-]+)[ \]][\s\S]*\[\/\1\]$/i;

/** Names of places to share, without anything between them; and what a script reads, one word without end. */
const NETWORKS =
  /^(?:(?:facebook|twitter|instagram|youtube|whatsapp|linkedin|pinterest|reddit|telegram|tiktok|flipboard|koo app|e-?mail|copy link|share|print)[ |,·•]*){2,}$/i;
const MACHINES = /^[\w-]{40,}$/;

/** "Read more: …", before links. */
const POINTER =
  /^(?:\W*)(?:read (?:more|also|next|the full)|also read|related(?: \w+)?|see also|see more|more|more on|watch(?: now| live)?|listen|recommended(?: reading)?|don['’]t miss|further reading|you may also like|explore|in pictures|lire aussi|à lire aussi|lea también|leia também|lesen sie auch|mehr zum thema|lees ook|leggi anche)\s*[:|>›»–—-]/i;
/** What asks something of the reader. */
const APPEAL =
  /^(?:please )?(?:sign up|subscribe|get (?:the|our|your)|follow (?:us|\w+ on|the)|download (?:the|our)|join (?:us|our)|support (?:us|our)|donate|click (?:here|on)|to (?:read|continue reading)|like us|register|become a|enter your e-?mail|listen to (?:our|this) )/i;
const APPEAL_OF =
  /newsletter|inbox|e-?mail|\bapps?\b|twitter|facebook|instagram|telegram|whatsapp|tiktok|youtube|linkedin|podcast|subscri|\bmember|\bchannel|journalism|log ?in|click here|briefing|alerts/i;
const SENTENCE_END = /[.!?…]["'”’»)\]]*$/;

/**
 * @param block one block of the story
 * @returns why its form shows that it is none of the story's own, or `null`
 */
export function reasonOfForm(block: Block): LeftOutReason | null {
  const { text } = block;
  for (const [form, reason] of LABELS) if (form.test(text)) return reason;
  if (NETWORKS.test(text) || MACHINES.test(text)) return 'navigation';
  if (ADVERTISING.test(text) || SHORTCODE.test(text)) return 'promotion';
  if (text.length > 400) return null;
  if (DISCLOSURE.test(text)) return 'legal';
  const share = block.linked / text.length;
  if (POINTER.test(text) && share > 0.3) return 'promotion';
  if (APPEAL.test(text) && APPEAL_OF.test(text) && (share > 0 || text.length < 160)) return 'promotion';
  return isLead(block) ? 'promotion' : null;
}

/**
 * A line that is one link and no sentence, alone or in a list of such lines: it leads
 * on within the site. To other sites lead sources and what the story lists.
 */
export function isLead({ text, linked, outside, element }: Block): boolean {
  // "[VIDEO]" and "|" stand between links, not in them.
  const { length } = text.replace(/\[[^[\]]{1,20}\]|[|•·]/g, '');
  if (element.tagName === 'TR' || linked - outside <= length * 0.9 || text.length <= 20) return false;
  if (SENTENCE_END.test(text)) return false;
  return element.tagName !== 'LI' || isListOfLinks(element.parentNode);
}

function isListOfLinks(list: PageElement | null): boolean {
  if (list === null) return false;
  const known = listsOfLinks.get(list) ?? consistsOfLinks(list);
  listsOfLinks.set(list, known);
  return known;
}

/** Asked once for each list, and not for each of its items. */
const listsOfLinks = new WeakMap<PageElement, boolean>();

function consistsOfLinks(list: PageElement): boolean {
  const items = childrenOf(list).filter((item) => isElement(item));
  return items.every((item) => {
    const links = [...item.querySelectorAll('a[href]')].map((link) => onOneLine(link.textContent).length);
    return links.reduce((sum, length) => sum + length, 0) > onOneLine(item.textContent).length * 0.8;
  });
}

/** Characters of prose in blocks. */
export function proseIn(blocks: readonly Block[]): number {
  return blocks.filter((block) => isProse(block)).reduce((sum, { text }) => sum + text.length, 0);
}

/** A block of prose: long enough for a sentence, and ended as one. */
export function isProse(block: Block): boolean {
  return (
    block.text.length >= 40 &&
    block.linked < block.text.length / 2 &&
    /[.!?…:。！？।؟]["'”’»)\]」』]*(?: ?\[?\d*\]?)?$/.test(block.text)
  );
}
