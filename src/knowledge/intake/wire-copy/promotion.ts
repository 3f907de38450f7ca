/** A paragraph of more code units than this is never taken for an appeal to the reader. */
const LONGEST = 420;

const LABEL =
  /^(?:(?:read|see|watch|hear|view|learn|find|go|listen)(?: |-)(?:more|also|next|now|out more|deeper)(?: (?:on|about|from|here|at)\b.{0,60})?|also (?:read|see|on|watch|listen|in)(?: .{0,30})?|related(?: (?:stories|articles|content|coverage|news|story|article|links?|topics?|reading|posts?|video))?|more(?: \w+){0,3} (?:coverage|stories|news|reading)|more (?:on|from|about)\b.{0,40}|more|see|read|watch(?: live| below)?|listen|video|podcast|recommended(?: reading)?|don['’]t miss|must[- ]read|trending|in case you missed it|icymi|full coverage|live updates?|complete coverage|online|on the web)\s*(?::|\||»|>|–|—|\s-\s)\s*\S/i;
/** Headings over a list of other stories. */
const HEADING =
  /^(?:(?:read|see|watch) (?:more|also|next)(?: (?:on|about|from) (?!.*\bhere\b)[^.!?]{1,40})?|also read|related(?: (?:stories|articles|content|coverage|news|story|article|links|topics|reading|posts|video))?|more (?:on this (?:story|topic)|from .{1,40}|stories.{0,30}|news|like this|coverage)|you (?:may|might) (?:also )?(?:like|be interested in).{0,20}|most (?:read|popular|viewed|watched|shared).{0,20}|editor['’]?s['’]? (?:picks?|choice)|top stories|latest (?:news|stories|headlines)|recommended(?: for you| stories| reading)?|also interesting|trending(?: now| stories)?|don['’]t miss|(?:around|from) the web|sponsored (?:stories|links)|what to read next|in other news|promoted stories)\s*:?$/i;
const BREAK =
  /^(?:[-–—*]+\s*)?(?:(?:skip past|after) newsletter promotion|enter your e-?mail(?: address)?|(?:our )?free (?:daily|weekly|morning|evening)? ?(?:newsletter|e-?mail)|sign up (?:to|for) [^.!?]{3,60}|ads?|advertisements?(?: ?[·•|–—-] ?(?:scroll|continue|article|story|skip).{0,40})?|advert|(?:a )?(?:sponsor(?:ed)? message|message from .{1,40})|sponsored(?: content| by .{1,30})?|paid (?:post|content)|promoted(?: content)?|(?:story|article|content|text|post) continues (?:below|after).{0,40}|continue reading.{0,60}|keep reading.{0,40}|scroll (?:down )?(?:to|for) (?:continue|more|read).{0,40}|listen to (?:this|the) (?:article|story|full|episode|podcast).{0,40}|watch (?:the |this )?(?:full )?(?:video|clip|report).{0,40}|your browser does not support.{0,60}|this (?:ad|advertisement|video) .{0,60}|skip (?:ad|advertisement)|join the (?:conversation|discussion)|(?:leave|post|add) a comment.{0,40}|buy now|shop now|online:|subscribe(?: now| today)?|subscribe to (?:our|the) [^.!?]{3,50}|sign up(?: now| today| here)?|donate(?: now| today)?|read (?:more|next|also|the full story)(?: here)?|learn more|find out more(?: here)?|get the app)\s*(?:[.!»>→](?:\s*[-–—*]+)?|[-–—*]+)?$/i;
const SIGN_UP =
  /(?:^|[.!?] )(?:sign[- ]?up|subscribe|register)\b,? (?:for|to|here|now|today|below|and|with|on|via|by|using|at)\b.*\b(?:newsletters?|alerts?|e-?mails?|inbox|updates|briefing|free|account|subscription|podcast|channel|edition|daily|weekly|read|continue|comment|apple|spotify|youtube|unlimited|access|app|feed|roundup|here|service)\b/i;
const RECEIVE =
  /^(?:get|receive|want|enjoying|enjoy|like) .{0,120}\b(?:newsletters?|inbox|alerts|e-?mailed|unlimited access|our app|free app|subscription)\b/i;
const FOLLOW =
  /^(?:please |you can |be sure to |also )?(?:(?:follow|like|find|join|tweet|message|add|connect with|keep up with|catch up with|watch|subscribe to) (?:us|me|him|her|them|our|the \w+|@\w+|\p{Lu}.{0,80}?)(?: .{0,40}?)? (?:on|at|via|:)\s*(?:our )?(?:facebook|twitter|x\b|instagram|whatsapp|telegram|youtube|tiktok|linkedin|threads|bluesky|mastodon|snapchat|pinterest|reddit|flipboard|spotify|apple|google news|social|@|https?:)|follow (?:us|@\w+)\b|like us\b)/iu;
const CLICK =
  /^(?:click|tap|swipe|press) (?:here|on|the|to|below|through|play)\b|\b(?:click|tap) here\b|\bclick the link\b/i;
const DOWNLOAD = /^(?:download|install|get)\b.{0,80}\bapp\b/i;
const SUPPORT =
  /(?:^|[.!?] )(?:(?:please )?(?:support (?:our|us|independent|local|quality|the|real|free|public|investigative)|help (?:us|keep|fund|support)|become an?|donate|make an?|give to|consider|invest in)|if you (?:value|like|enjoy|appreciate)|stories like this|this (?:story|article|reporting) (?:is|was) (?:made possible|free|funded))\b.*\b(?:journalism|newsroom|reporting|reporters|subscri\w+|members?(?:hip)?|supporters?|donat\w+|donors|contribution|contributing|gift|readers)\b/i;
const WRITE_TO =
  /^(?:contact|e-?mail|reach|write to|send|have|got|do you|tell|questions|comments|for more|to (?:reach|contact|submit)|tips|text|call|share|if you)\b.*\S@\S+\.\w|\b(?:reporter|writer|editor|correspondent|columnist|covers|staff)\b.*\S@\S+\.\w|\bcan be (?:reached|contacted|followed|found)\b.*@|^\S+@\S+\.\w+$/i;
/** Around the text of a letter, and what apps add to what is shared from them. */
const MAILED =
  /^(?:was this (?:e-?mail|newsletter) (?:forwarded|sent) to you|you(?:['’]re| are) (?:receiving|getting) this (?:e-?mail|newsletter|message)\b|you(?:['’]ve)? received this (?:e-?mail|message|newsletter)|(?:shared|sent) (?:from|via) (?:the |my )?[\p{L}\p{N} ]{2,30}$|get (?:it|the app) (?:on|from|in) (?:the )?(?:app store|google play))/iu;
const FIND_MORE =
  /^(?:find|see|get|browse|discover|explore|read) (?:more|all|other|our)\b.{0,60}\b(?:at|on) (?:https?:\/\/)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}\b/i;
const FOLLOW_LAST =
  /[.!?]["”’)]* (?:you can |please )?follow (?:me|him|her|them|us)(?: on \p{L}{1,12})?:? @\w+\.?$/iu;
const HAVE_SAY =
  /\bhave your say\b|\bin the comments?(?: section)?(?: below)?[.!]?$(?<=\b(?:you|your|us)\b.*)|^(?:comment|discuss|vote) below[.!]?$/i;
/** Telephone numbers stand in stories; with an account they are the writer's. */
const REACH = /^(?:reach|contact)\b.{3,80}\s@\w+\.?$/i;
const HEAD_TO =
  /^for the latest (?:news|headlines|updates|scores|weather|breaking)\b.{0,120}\b(?:head|go|tune|visit|download|follow|check)\b/i;
/** "((ines@wire.example; +351 213 000 000))", as agencies end. */
const IN_BRACKETS = /^\({1,2}(?=[^()]*\){1,2}$)[^()]*?\S@\S+\.\w/;
/** An address to write to, in a paragraph that speaks to the reader. */
const TO_READER =
  /\b(?:do you (?:have|know)|if you|let us know|tell us|share your|write to us|send us|get in touch)\b/i;
const TELL_US =
  /^(?:(?:have|got|do you have) (?:a|any) (?:news )?(?:tip|story|question|idea|comment)s?\b|what do you think\?|let us know|tell us (?:what|in|your|how)|share your (?:thoughts|views|story|opinion))/i;
/** A label and an address, or addresses alone. */
const ADDRESSES =
  /^(?:[^.!?]{0,80}(?:[:—–-]|\bat|\bon|\bvisit)\s+)?(?:https?:\/\/|www\.)\S+(?: (?:and |or )?(?:https?:\/\/|www\.)\S+)*$/i;

/**
 * @param text a whole paragraph
 * @returns whether it asks the reader to read, sign up, follow, pay or write, and tells nothing
 */
export function isPromotion(text: string): boolean {
  if (text.length > LONGEST) return false;
  if (BREAK.test(text) || HEADING.test(text) || IN_BRACKETS.test(text) || ADDRESSES.test(text)) return true;
  const inner = text.replace(/^[([*>»•→\s]+/, '');
  // Somebody else may be quoted as saying it.
  if (/^[“"‘]|[“"].*\b(?:said|says|told|added)\b|\b(?:said|says|told|added)\b.*[“"]/.test(inner))
    return false;
  return (
    isLabelled(inner) ||
    [
      SIGN_UP,
      RECEIVE,
      FOLLOW,
      FOLLOW_LAST,
      DOWNLOAD,
      SUPPORT,
      WRITE_TO,
      TELL_US,
      MAILED,
      FIND_MORE,
      HEAD_TO,
      REACH,
    ].some((form) => form.test(inner)) ||
    (inner.length < 160 && (CLICK.test(inner) || HAVE_SAY.test(inner))) ||
    (TO_READER.test(inner) && /(?<!\S)\S[^\s@]*@\S+\.\w/.test(inner)) ||
    isInvitation(inner)
  );
}

/**
 * @param text a whole paragraph
 * @returns whether a list of other stories' headlines follows it
 */
export function headsLinks(text: string): boolean {
  return text.length < 60 && HEADING.test(text);
}

/** "READ MORE: The harbour vote". Common words before a colon count only with a title after it. */
function isLabelled(text: string): boolean {
  const match = LABEL.exec(text);
  if (!match || text.length > 200) return false;
  const label = match[0].replace(/[^\p{L}]/gu, '');
  const title = text.slice(match[0].length - 1);
  const weak = /^(?:more|see|read|watch|listen|video|podcast|online|ontheweb).?$/i.test(label);
  return (
    !weak || (/^[\p{Lu}\p{N}“"‘'h]/u.test(title) && (!/[.]["”’)]*$/.test(title) || /https?:/.test(title)))
  );
}

/** "Read more about the vote here." */
function isInvitation(text: string): boolean {
  return (
    text.length < 140 &&
    /^(?:read|see|find|learn|view|watch|listen|check|explore|browse)\b/i.test(text) &&
    text.split(' ').length <= 14 &&
    !/[,;]| (?:is|are|was|were) \w+\W*$/.test(text) &&
    /^(?:read|see|find|learn|view|watch|listen|check|explore|browse) .*\b(?:here|below|above|online|website|https?:\S+)\s*[.!]?$/i.test(
      text,
    ) &&
    !/[.!?]\s/.test(text)
  );
}
