import type { LeftOutReason } from '../draft.ts';
import { isSlug } from './kicker.ts';
import { isPromotion } from './promotion.ts';

/** Ends of takes and of copy, dividers, page numbers. */
const MARK =
  /^(?:[-–—*(\s]*(?:more|mf|end|ends|ends all|endit|30|xxx|ends?\/.{0,12})[-–—*)\s.]*|#+|[#\s]+|page \d+(?: (?:of|\/) \d+)?|[-–—]+\s*\d{1,3}\s*[-–—]+|[-–—_*=~.•·+\s]+|\(?(?:continued|contd?\.?)(?: (?:on|from) .{0,20})?\)?)$/i;
/** What browsers print over and under a page: time and title, address and page. */
const PRINTED =
  /^(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?: ?[AP]M)? \S.{0,120} [-–—|] \p{Lu}[^.!?]{0,60}|(?:https?:\/\/|www\.)\S+ \d{1,3}\/\d{1,3})$/u;
/** Who wrote and edited, in initials, as agencies end: "bur-kl/tm/jd". */
const SIGN_OFF = /^[a-z]{2,4}[-/][a-z]{2,4}(?:\/[a-z]{2,4}){1,4}$/;
/** In lower case and without brackets these are words of a story. */
const MARK_AS_WORD = /^(?:more|end|ends)\.?$/;
const CONTROL =
  /^(?:(?:purchase licensing rights,?\s*)?opens (?:in )?(?:a )?new (?:tab|window)|purchase licensing rights|share(?: (?:this|on|via|article|story|with|to|options)(?: .{1,30})?)?|tweet(?: this)?|print(?: this)?(?: article| page| story)?|e-?mail(?: this)?(?: article| page| story| link)?|save(?: for later| article| story)?|bookmark|copy (?:link|url)|link copied!?|facebook|twitter|whatsapp|linkedin|reddit|pinterest|messenger|flipboard|instagram|telegram|menu|search|home|topics|tags|image|photo|video|audio|view (?:photo|image)(?: in full ?screen)?|reuse this content|(?:posted in|filed under|tagged(?: with)?) [^.!?]{3,80}|view (?:this|it) (?:e-?mail )?in your browser|(?:show|hide) key events(?: only)?|(?:unsubscribe|update (?:your )?preferences|manage (?:your )?preferences)(?: ?[|·•] ?.{3,40}){0,4}|a version of this (?:article|story) (?:appear|ran|was published).{0,200}|skip to .{1,30}|(?:back|return|jump) to (?:top|home|main|content|search|previous|homepage).{0,20}|(?:next|previous|prev)(?: (?:article|story|post|page|slide|image|photo))?|close|show (?:more|less)|load more|view (?:comments|all|more|gallery|slideshow|\d+ (?:images?|photos?|comments))|(?:\d+|no) (?:comments?|shares?|likes?|views?|replies)|comments?(?: ?[([]\d+[)\]])?|toggle .{1,20}|hide (?:caption|comments)|enlarge(?: this)? image|expand|(?:listen\s*(?:[•·|]\s*)?)?\d+[ -]?min(?:ute)?s?(?: (?:read|listen|watch|ago))|\d+ (?:hours?|days?) ago|(?:est(?:imated)?\.? )?read(?:ing)? time.{0,20}|(?:listen|watch|play)\s*(?:[•·|–-]\s*)?\d+:\d\d|text size.{0,20}|font size.{0,20}|home(?: \/ \w[^./]{0,40})+|sign in|log ?in|log ?out|my account|contact us|about us|image \d+ of \d+|slide \d+ of \d+|\d+ of \d+|photos? \d+ of \d+|(?:tags?|topics?|filed under|categor(?:y|ies)|posted in|filed in|in this story|keywords?)\s*:.{0,200})$/i;
const CRUMBS = /^\p{Lu}[^.!?>»›|$=]{0,50}(?:[>»›] ?\p{Lu}[^.!?>»›|$=]{0,60}){1,6}$/u;
const BAR = /^\p{Lu}[^.!?|•·]{0,30}(?:[|•·] ?\p{Lu}[^.!?|•·]{0,30}){2,14}$/u;
const SHARE_WORDS =
  /^(?:(?:facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|messenger|email|e-mail|print|share|copy link|link|tweet|save|instagram|telegram|pocket|more)(?:[\s,|/•·]+|$)){2,}$/i;

const RIGHTS =
  /\ball rights reserved\b|^(?:©|\(c\)\s|copyright\b[\s©(c),:]{0,6}(?:by .{1,40} )?)\s*(?:\d{4}|\p{Lu})/iu;
const MAY_NOT =
  /^(?:this|these|no part|the (?:material|content|contents|text)|material|content|all (?:content|material)|photographs|reproduction|any)\b.*\b(?:may not be|must not be|cannot be|prohibited|without (?:the )?(?:prior |express |written )*(?:permission|consent))\b.*(?:publish|broadcast|rewrit|redistribut|reproduc|copied|permission|consent|prohibited)/i;
const TERMS =
  /^(?:th(?:is|e information in this) (?:e-?mail|message|transmission)(?: and any attachments?)? (?:is|are|may|contains?)\b.{0,120}\b(?:confidential|privileged|intended (?:only|solely))|our standards:|terms (?:of (?:use|service)|and conditions|& conditions)\b|privacy (?:policy|notice)\b|cookie (?:policy|settings)\b|by (?:using|submitting|signing up|continuing|clicking|subscribing).{0,80}\byou (?:agree|consent|accept|acknowledge)\b|use of this (?:site|website) |th(?:is|e) (?:report|story|article)(?: (?:by|from) .{1,60})? (?:was|is|has been) (?:first |originally )*(?:published|republished|reprinted|distributed) )/i;

/**
 * Recognises what surrounds a story, by the form of one paragraph alone.
 *
 * @param text on one line, without white space around it
 * @returns why it is no part of a story, or `null`
 */
export function furniture(text: string): LeftOutReason | null {
  if (text.length > 600) return null;
  if (isMark(text) || isControl(text)) return 'navigation';
  if (isLegal(text)) return 'legal';
  return isPromotion(text) ? 'promotion' : null;
}

function isMark(text: string): boolean {
  if (text.length < 60 && MARK.test(text)) return !MARK_AS_WORD.test(text);
  return isSlug(text) || (text.length < 220 && (PRINTED.test(text) || SIGN_OFF.test(text)));
}

function isControl(text: string): boolean {
  if (text.length > 220) return false;
  return CONTROL.test(text) || CRUMBS.test(text) || BAR.test(text) || SHARE_WORDS.test(text);
}

function isLegal(text: string): boolean {
  const short = text.length < 400;
  // Somebody can be quoted as saying it.
  if (/\ball rights reserved\b/i.test(text))
    return short && !/^[^“"]*[“"].*\ball rights reserved/i.test(text);
  return (
    (text.length < 160 &&
      /^(?:©|\(c\)|copyright)/i.test(text) &&
      RIGHTS.test(text) &&
      /\d{4}|©/.test(text.slice(0, 80)) &&
      isStatement(text)) ||
    MAY_NOT.test(text) ||
    (short && TERMS.test(text))
  );
}

/** "Copyright 2021 Harlow Post", not "Copyright 2021 was a good year for singers". */
function isStatement(text: string): boolean {
  return !/\b(?:was|were|is|are|has|had|have|said|will|would)\b/.test(text.slice(0, 120));
}
