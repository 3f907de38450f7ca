import type { Block } from './blocks.ts';
import type { PageDetails } from './details.ts';
import { isProse } from './forms.ts';
import type { PageStory } from './story.ts';

/** The shortest line with a sentence in it that is news and no label: "The 8.40 ferry to Vessby is cancelled." */
const LEAST = 40;
/** What states that it is an article may be written without full stops: then there must be more of it. */
const LEAST_WITHOUT_SENTENCE = 300;
/** Notices are shorter than this; a story about cookies is longer. */
const LONGEST_NOTICE = 1_200;

const NOTICE_TITLE =
  /^(?:error\b|\W*\b(?:403|404|410|429|451|500|502|503|504)\b|page not found|not found|access denied|forbidden|just a moment|attention required|are you (?:a robot|human)|before you continue|(?:sign|log) ?in\b|login|subscribe\b|register\b|create (?:an )?account|verify|we(?:['’]re| are) sorry|oops|something went wrong|service unavailable|too many requests|bad (?:gateway|request)|internal server|under (?:construction|maintenance)|coming soon|privacy (?:settings|choices)|cookie|loading|redirecting|please wait|ok$|okay$)/i;
const NOTICE_TEXT =
  /(?:page|article|story|content|link|site|resource|url) (?:that )?(?:you(?:['’]re| are|['’]ve| have)? (?:requested|looking for|trying)|(?:was|is|does|could|has|can)(?: not|n['’]t|not|no longer| been (?:moved|removed))\b)|(?:can(?:no|['’])t|could ?(?:no|n['’])t|unable to) (?:be found|find (?:that|this|the|your) )|(?:was|were) not found|we use cookies|uses cookies|our (?:\d+ )?partners|(?:enable|requires?|turn on|activate) (?:javascript|cookies)|javascript (?:is|has been) (?:disabled|required|turned off)|ad ?blocker|supported browser|browser (?:is|does)(?: not|n['’]t)|not a robot|you (?:are|['’]re) human|verify (?:that )?you are|unusual (?:traffic|activity)|checking your browser|(?:do not|don['’]t) have (?:permission|access)|permission to access|access (?:to this (?:page|site|content) )?(?:is|has been) (?:denied|blocked|restricted)|(?:sign|log) ?in (?:to|with|or)|already (?:a subscriber|have an account)|continue reading|subscribe (?:now|today|to)|forgot(?:ten)? (?:your )?password|your (?:account|password|subscription)|free trial|cancel (?:at )?any ?time|(?:try|come back|check back)(?: again)? (?:again|later|soon)|something went wrong|be redirected|error (?:occurred|code)|(?:server|domain) (?:error|is for sale)|under (?:construction|maintenance)/i;

/**
 * @param story what was found
 * @param about what the page says of itself
 * @returns whether that is an article, however short, and not a list, a wall or a notice
 */
export function isArticle(story: PageStory, about: PageDetails): boolean {
  const { blocks, leads } = story;
  const length = sum(blocks, (block) => weightOf(block.text));
  if (length === 0 || sum(blocks, (block) => block.linked - block.outside) > length / 2) return false;
  if (isNotice(blocks, about, length)) return false;
  const prose = blocks.filter((block) => isProse(block) || isLong(block.text) || holdsSentence(block.text));
  const isStated = sum(prose, (block) => weightOf(block.text)) >= LEAST;
  if (about.isArticle) {
    return (isStated || length > LEAST_WITHOUT_SENTENCE) && !isList(leads, prose.length, 1);
  }
  // Lists of teasers are often all that a section has, and only their texts are kept.
  return isStated && !isList(leads, prose.length, 0.5) && !isList(story.teasers, prose.length, 0.6);
}

/** Of words, not of signs. */
function isLong(text: string): boolean {
  return text.length > 200 && (text.match(/\p{L}/gu)?.length ?? 0) > text.length / 2;
}

/** A short one, or one that another follows, which may be cut off. */
function holdsSentence(text: string): boolean {
  const isShort = text.length < LEAST && / .* .* /.test(text);
  return (isShort && /[.!?。！？]["”’)]*$/.test(text)) || /\p{Ll}{2}[.!?]["”’)]* \p{Lu}/u.test(text);
}

/**
 * @param story what was found
 * @param about what the page says of itself
 * @param html the page's source
 * @returns whether the page holds a few words and nothing else: no link, no script, no form, no notice. Then
 * they are what it was written for, prose or not
 */
export function isAllThereIs(story: PageStory, about: PageDetails, html: string): boolean {
  const lines = [about.details.headline ?? '', ...story.blocks.map(({ text }) => text)];
  return (
    story.isWhole &&
    /<(?:html|body)\b/i.test(html) &&
    !/<(?:script|form|input|button|iframe)\b/i.test(html) &&
    !lines.some((line) => NOTICE_TITLE.test(line) || NOTICE_TEXT.test(line))
  );
}

/** A character of Chinese, Japanese or Korean says as much as some two and a half of an alphabet. */
function weightOf(text: string): number {
  return text.length + 1.5 * (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
}

/** What states that it is an article may have a headline of any words, and is a notice where hardly anything else is said. */
function isNotice(blocks: readonly Block[], about: PageDetails, length: number): boolean {
  if (length > LONGEST_NOTICE) return false;
  const { headline } = about.details;
  const said = sum(
    blocks.filter((block) => NOTICE_TEXT.test(block.text)),
    (block) => block.text.length,
  );
  if (about.isArticle) return said > length * 0.7;
  return (headline !== null && NOTICE_TITLE.test(headline)) || said > length / 3;
}

/** A front page or a section: lines that lead elsewhere, each with a teaser or without. */
function isList(leads: number, prose: number, share: number): boolean {
  return leads >= 4 && leads > prose * share;
}

function sum(blocks: readonly Block[], measure: (block: Block) => number): number {
  return blocks.reduce((total, block) => total + measure(block), 0);
}
