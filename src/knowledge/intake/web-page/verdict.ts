import type { Block } from './blocks.ts';
import type { PageDetails } from './details.ts';
import { isProse } from './forms.ts';
import type { PageStory } from './story.ts';

/** Two short sentences, and a paragraph or two: the least that a page with, or without, word of itself has. */
const LEAST_STATED = 100;
const LEAST_UNSTATED = 180;
/** Notices are shorter than this; a story about cookies is longer. */
const LONGEST_NOTICE = 1_200;

const NOTICE_TITLE =
  /^(?:error\b|\W*\b(?:403|404|410|429|451|500|502|503|504)\b|page not found|not found|access denied|forbidden|just a moment|attention required|are you (?:a robot|human)|before you continue|(?:sign|log) ?in\b|login|subscribe\b|register\b|create (?:an )?account|verify|we(?:['’]re| are) sorry|oops|something went wrong|service unavailable|too many requests|privacy (?:settings|choices)|cookie)/i;
const NOTICE_TEXT =
  /(?:page|article|story|content|link) (?:that )?you(?:['’]re| are|['’]ve| have)? (?:requested|looking for|trying)|(?:can(?:no|['’])t|could ?(?:no|n['’])t|unable to) (?:be found|find (?:that|this|the|your) )|we use cookies|uses cookies|our (?:\d+ )?partners|enable (?:javascript|cookies)|disable your ad ?blocker|not a robot|verify (?:that )?you are|unusual (?:traffic|activity)|checking your browser|permission to access|(?:sign|log) ?in (?:to|with)|forgot(?:ten)? (?:your )?password|your (?:account|password|subscription)|free trial|cancel (?:at )?any ?time/i;

/**
 * @param story what was found
 * @param about what the page says of itself
 * @returns whether that is an article, and not a list, a wall or a notice
 */
export function isArticle(story: PageStory, about: PageDetails): boolean {
  const { blocks, leads } = story;
  const length = sum(blocks, (block) => weightOf(block.text));
  if (length === 0 || sum(blocks, (block) => block.linked) > length / 2) return false;
  const prose = blocks.filter((block) => isProse(block) || isLong(block.text));
  const proseLength = sum(prose, (block) => weightOf(block.text));
  if (about.isArticle) {
    // Not everybody ends a line with a full stop: then there must be more of it.
    return (proseLength >= LEAST_STATED || length > LEAST_STATED * 3) && !isList(leads, prose.length, 1);
  }
  return (
    proseLength >= LEAST_UNSTATED && !isNotice(blocks, about, length) && !isList(leads, prose.length, 0.5)
  );
}

/** Of words, not of signs. */
function isLong(text: string): boolean {
  return text.length > 200 && (text.match(/\p{L}/gu)?.length ?? 0) > text.length / 2;
}

/** A character of Chinese, Japanese or Korean says as much as some two and a half of an alphabet. */
function weightOf(text: string): number {
  return text.length + 1.5 * (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
}

function isNotice(blocks: readonly Block[], about: PageDetails, length: number): boolean {
  if (length > LONGEST_NOTICE) return false;
  const { headline } = about.details;
  const said = blocks.filter((block) => NOTICE_TEXT.test(block.text));
  return (
    (headline !== null && NOTICE_TITLE.test(headline)) || sum(said, (block) => block.text.length) > length / 3
  );
}

/** A front page or a section: lines that lead elsewhere, each with a teaser or without. */
function isList(leads: number, prose: number, share: number): boolean {
  return leads >= 4 && leads > prose * share;
}

function sum(blocks: readonly Block[], measure: (block: Block) => number): number {
  return blocks.reduce((total, block) => total + measure(block), 0);
}
