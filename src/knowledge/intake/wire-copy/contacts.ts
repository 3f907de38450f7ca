import { isTitle } from './gallery.ts';
import type { Label } from './piece.ts';

/** Over names and numbers for journalists: "Media contacts:". */
const HEADING =
  /^(?:(?:for )?(?:media|press|news|further|more|general)? ?(?:contacts?|enquiries|inquiries|information)(?: details)?(?: for (?:the )?(?:media|press|editors|journalists))?|contact us)\s*:?$/i;
const NUMBER = /(?:^|\s)(?:\+|\(?0)?[\d(][\d ()./-]{5,18}\d\b/;
const ADDRESS = /(?<!\S)\S[^\s@]*@\S+\.\w/;
/** Two people with a position, a number and an address each. */
const LONGEST_BLOCK = 8;

/** Whom to call about a press release. A heading without a number or an address under it heads something else. */
export function markContacts(paragraphs: readonly string[], labels: Label[]): void {
  paragraphs.forEach((text, at) => {
    if (text.length > 60 || !HEADING.test(text) || labels[at] !== 'story') return;
    let last = at;
    for (let next = at + 1; next <= at + LONGEST_BLOCK; next++) {
      const line = paragraphs[next];
      if (line === undefined || line.length > 90) break;
      const reaches = NUMBER.test(line) || ADDRESS.test(line);
      if (reaches) last = next;
      else if (!isTitle(line)) break;
    }
    if (last > at) labels.fill('promotion', at, last + 1);
  });
}

/** Under these, a paragraph that speaks to the reader is paid for. */
const SPONSOR =
  /^(?:a (?:message|word) from (?:our|today['’]s) sponsors?|from our (?:partners?|sponsors?)|sponsored(?: content| message)?|(?:presented|brought to you) by .{2,30}|(?:together|in partnership) with .{2,30})\s*:?$/i;
const TO_BUYERS = /\b(?:you|your)\b/i;
const OFFER =
  /(?:^|[.!?] )(?:try|shop|get|buy|save|order|visit|learn|sign up|start|join|discover|download|book)\b/i;
const LONGEST_ADVERT = 250;

/** The advertisement under its heading. Changes `labels`. */
export function markSponsors(paragraphs: readonly string[], labels: Label[]): void {
  paragraphs.forEach((text, at) => {
    if (text.length > 60 || !SPONSOR.test(text)) return;
    const next = paragraphs[at + 1] ?? '';
    const isOffer = next.length <= LONGEST_ADVERT && TO_BUYERS.test(next) && OFFER.test(next);
    if (!isOffer || labels[at + 1] !== 'story') return;
    labels[at] = 'promotion';
    labels[at + 1] = 'promotion';
  });
}
